package org.shouwang.monitoring.removal;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.removal.RemovalRefusal.*;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.removal.RemovalCase.Progress;
import org.shouwang.monitoring.removal.RemovalCommand.Propose;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** How a removal begins: what the proposal itself lacks, and what is known already of the nine criteria. */
final class Proposals {

    /** One thing that stands against a proposal. @param details what exactly, as short codes */
    record Fault(Reason reason, List<String> details) {}

    private Proposals() {}

    /** Refused for the first fault, or for all criteria that are known to fail. */
    static Decision<RemovalEvent> propose(Propose c) {
        var faults = faults(c);
        if (!faults.isEmpty())
            return refuse(faults.getFirst().reason(), faults.getFirst().details());
        var answers = answers(c);
        var failed = Criteria.failed(answers, false);
        if (!failed.isEmpty()) return failed(failed);
        return accept(
                proposed(c),
                new RemovalCriteriaAnswered(
                        RemovalStep.PROPOSAL, c.proposedOn(), c.facts().line(), answers));
    }

    /** That nobody of it can work, where all else is met, is told by its own name: neither clerk nor time mends it. */
    static Decision<RemovalEvent> failed(List<Criterion> failed) {
        return refuse(
                failed.equals(List.of(Criterion.C7)) ? NO_LABOUR_HOUSEHOLD : REMOVAL_CRITERIA_FAILED,
                failed.stream().map(Enum::name).toList());
    }

    /** All that the proposal lacks, whatever the criteria say. */
    static List<Fault> faults(Propose c) {
        var natural = c.method() == RemovalMethod.NATURAL;
        var faults = new ArrayList<Fault>();
        if (natural != (c.naturalReason() != null)) faults.add(new Fault(NATURAL_REASON_REQUIRED, List.of()));
        if (!natural && c.facts().ended())
            faults.add(new Fault(HOUSEHOLD_ENDED, List.of(RemovalMethod.NATURAL.name())));
        if (natural
                && c.naturalReason() != null
                && c.naturalReason().ended()
                && c.facts().kept())
            faults.add(new Fault(HOUSEHOLD_KEPT, List.of(c.naturalReason().name())));
        var illFormed = DocumentRef.illFormed(c.proof());
        if (!illFormed.isEmpty()) faults.add(new Fault(DOCUMENT_INVALID, illFormed));
        if (natural && c.proof().isEmpty()) faults.add(new Fault(EVIDENCE_MISSING, List.of("DOC_PROOF")));
        var certificates = certificates(c);
        if (!c.proof().isEmpty()
                && !certificates.isEmpty()
                && c.proof().stream().noneMatch(d -> certificates.contains(d.kind())))
            faults.add(new Fault(EVIDENCE_MISSING, List.of(String.join("|", certificates))));
        var missing = DocumentRef.missing(Steps.documents(c.terms(), natural ? "NATURAL" : "PROPOSAL"), c.proof());
        if (!missing.isEmpty()) faults.add(new Fault(EVIDENCE_MISSING, missing));
        if (c.proposedOn().isBefore(c.facts().includedOn()))
            faults.add(
                    new Fault(DATE_OUT_OF_ORDER, List.of(c.facts().includedOn().toString())));
        return List.copyOf(faults);
    }

    /** Kinds of papers, one of which must show why the household is gone; empty where any does. */
    private static List<String> certificates(Propose c) {
        var proofs = c.terms().removal().naturalProof();
        if (c.naturalReason() == null || proofs == null) return List.of();
        return proofs.stream()
                .filter(p -> p.reason() == c.naturalReason())
                .flatMap(p -> p.anyOf().stream())
                .toList();
    }

    static List<Criterion.Answer> answers(Propose c) {
        return Criteria.answers(c.facts(), c.terms(), c.method(), Progress.begin(proposed(c)), c.proposedOn());
    }

    static boolean same(Propose c, RemovalProposed e) {
        return c.householdId().equals(e.householdId())
                && c.method() == e.method()
                && c.naturalReason() == e.naturalReason()
                && c.proof().equals(e.proof())
                && c.proposedOn().equals(e.proposedOn());
    }

    private static RemovalProposed proposed(Propose c) {
        return new RemovalProposed(
                c.householdId(),
                c.areaCode(),
                c.facts().episode(),
                c.method(),
                c.naturalReason(),
                c.proof(),
                c.proposedOn(),
                c.terms());
    }
}
