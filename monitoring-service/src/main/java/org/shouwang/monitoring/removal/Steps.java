package org.shouwang.monitoring.removal;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.removal.RemovalRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.removal.RemovalCase.Progress;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** What the village does in a removal: visit, meeting, consent. */
final class Steps {

    /** Who signs the visit form: who collects, and the household (双签字). */
    private static final List<String> SIGNATURES = List.of("COLLECTOR", "HOUSEHOLDER");

    private static final int ADULT = 18;
    private static final int PERCENT = 100;

    private Steps() {}

    static Decision<RemovalEvent> visit(Visit c, Progress p) {
        var early = order(p, RemovalStep.VISIT, c.visitedOn());
        if (early != null) return early;
        var unfit = papers(p, RemovalStep.VISIT, c.documents());
        if (unfit != null) return unfit;
        if (c.visitors().isEmpty()) return refuse(SIGNATURE_MISSING, "visitors");
        if (!PersonCode.allOk(c.visitors()) || c.visitors().stream().anyMatch(String::isBlank))
            return refuse(PERSON_CODE, "visitors");
        if (visitors(c).stream().anyMatch(p.deciders()::contains)) return refuse(SEPARATION_OF_DUTIES);
        var unsigned =
                SIGNATURES.stream().filter(s -> !c.signatures().contains(s)).toList();
        if (!unsigned.isEmpty()) return refuse(SIGNATURE_MISSING, unsigned);
        var sensitive = SensitiveText.numbersIn(c.findings());
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        var unknown = RiskCode.unknown(
                Stream.concat(c.risksGone().stream(), c.newRisks().stream()).toList());
        if (!unknown.isEmpty()) return refuse(RISK_UNKNOWN, unknown);
        if (c.newRisks().contains(RiskCode.OTHER)
                && (c.findings() == null || c.findings().isBlank())) return refuse(RISK_NOTE_REQUIRED);
        var strange = c.facts().household().unfit(c.newRisks());
        if (!strange.isEmpty()) return refuse(RISK_INCONSISTENT, strange);
        if (c.facts().line() == null) return refuse(LINE_NOT_DEFINED);
        if (!c.income().signed()) return refuse(STATEMENT_UNSIGNED);
        var window = IncomeWindow.of(p.terms(), p.proposed().proposedOn());
        if (!window.covers(c.income())) return refuse(INCOME_WINDOW_MISMATCH, window.words());
        if (c.safeguards().checkedOn().isBefore(c.facts().includedOn())
                || c.safeguards().checkedOn().isAfter(c.visitedOn()))
            return refuse(DATE_OUT_OF_ORDER, c.safeguards().checkedOn().toString());
        return accept(visited(c, p));
    }

    static RemovalVisited visited(Visit c, Progress p) {
        return new RemovalVisited(
                visitors(c),
                c.visitedOn(),
                c.income().id(),
                c.safeguards().id(),
                income(c.income(), p.terms()),
                c.incomeStable(),
                c.spendingSolved(),
                c.risksGone(),
                c.newRisks(),
                wanting(c.safeguards()),
                c.findings(),
                c.documents(),
                c.signatures());
    }

    /** Who reports a visit counts as one of the visitors, so that nobody approves what he brought in himself. */
    private static List<String> visitors(Visit c) {
        return Stream.concat(c.visitors().stream(), Stream.of(c.recorder()))
                .distinct()
                .toList();
    }

    private static BigDecimal income(IncomeFact income, PolicyTerms terms) {
        return terms.line().useReferenceIncome() && income.perCapitaReference() != null
                ? income.perCapitaReference()
                : income.perCapita();
    }

    private static List<String> wanting(SafeguardFact check) {
        return check.items().stream()
                .filter(i -> !i.result().good())
                .map(i -> i.indicator().name())
                .toList();
    }

    static Decision<RemovalEvent> review(Review c, Progress p) {
        var flaws = c.minutes().flaws();
        if (!flaws.isEmpty()) return refuse(MINUTES_INCOMPLETE, flaws);
        if (c.votes() != null && c.votes().cast() > c.minutes().attendees().size())
            return refuse(MINUTES_INCOMPLETE, "votes");
        var early = order(p, RemovalStep.REVIEW, c.minutes().heldOn());
        if (early != null) return early;
        if (!PersonCode.ok(c.minutes().host())
                || !PersonCode.ok(c.minutes().recorder())
                || !c.minutes().attendees().stream().allMatch(PersonCode::ok)) return refuse(PERSON_CODE, "minutes");
        var sensitive = SensitiveText.numbersIn(c.minutes().place());
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        var quorum = p.terms().review().quorumPercent();
        var came = c.minutes().attendees().size();
        if (quorum != null && (c.shouldAttend() == null || c.shouldAttend() < came))
            return refuse(MINUTES_INCOMPLETE, "shouldAttend");
        if (quorum != null && came * PERCENT < c.shouldAttend() * quorum) return refuse(QUORUM_NOT_MET);
        if (c.votes() != null && !c.votes().carry()) return refuse(VOTES_AGAINST);
        var unfit = papers(p, RemovalStep.REVIEW, c.documents());
        if (unfit != null) return unfit;
        if (!p.natural()) {
            if (c.effect() == null) return refuse(EVIDENCE_MISSING, "effectReview");
            if (!c.effect().effective()
                    || !Objects.equals(c.effect().episode(), p.proposed().episode())) return refuse(EFFECT_NOT_REACHED);
            if (c.effect().reviewedOn().isAfter(c.minutes().heldOn()))
                return refuse(DATE_OUT_OF_ORDER, c.effect().reviewedOn().toString());
        }
        return accept(reviewed(c));
    }

    static RemovalReviewed reviewed(Review c) {
        return new RemovalReviewed(
                c.effect() == null ? null : c.effect().id(), c.minutes(), c.shouldAttend(), c.votes(), c.documents());
    }

    static Decision<RemovalEvent> agree(Agree c, Progress p) {
        var early = order(p, RemovalStep.CONSENT, c.consentedOn());
        if (early != null) return early;
        if (c.signers().isEmpty()) return refuse(SIGNATURE_MISSING, "householder");
        var strangers = c.signers().stream()
                .filter(s -> c.facts().household().members().stream()
                        .noneMatch(m -> m.memberId().equals(s)))
                .map(Object::toString)
                .toList();
        if (!strangers.isEmpty()) return refuse(SIGNATURE_MISSING, strangers);
        if (!adult(c)) return refuse(ADULT_SIGNATURE_REQUIRED);
        if (c.document() == null) return refuse(EVIDENCE_MISSING, "DOC_CONSENT");
        var unfit = papers(p, RemovalStep.CONSENT, List.of(c.document()));
        return unfit != null ? unfit : accept(consented(c));
    }

    static RemovalConsented consented(Agree c) {
        return new RemovalConsented(c.consentedOn(), c.signers(), c.document());
    }

    /** Who has no date of birth counts as an adult only where nobody of the household has one. */
    private static boolean adult(Agree c) {
        var youngest = YearMonth.from(c.consentedOn()).minusYears(ADULT);
        var members = c.facts().household().members();
        return members.stream().allMatch(m -> m.born() == null)
                || members.stream()
                        .filter(m -> c.signers().contains(m.memberId()))
                        .anyMatch(m -> m.born() != null && !m.born().isAfter(youngest));
    }

    /** Refuses a step that is not due, or a day before the step before; null where neither. */
    static Decision<RemovalEvent> order(Progress p, RemovalStep step, LocalDate on) {
        if (p.next() != step) return refuse(STEP_OUT_OF_ORDER, p.next().name());
        if (on.isBefore(p.last())) return refuse(DATE_OUT_OF_ORDER, p.last().toString());
        return null;
    }

    /** Refuses papers that are ill-formed or missing; null where neither. */
    static Decision<RemovalEvent> papers(Progress p, RemovalStep step, List<DocumentRef> documents) {
        var illFormed = DocumentRef.illFormed(documents);
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        var missing = DocumentRef.missing(documents(p.terms(), step.name()), documents);
        return missing.isEmpty() ? null : refuse(EVIDENCE_MISSING, missing);
    }

    static List<String> documents(PolicyTerms terms, String step) {
        var evidence = terms.removal().evidence();
        if (evidence == null) return List.of();
        return evidence.stream()
                .filter(e -> e.step().equals(step))
                .flatMap(e -> e.documents().stream())
                .toList();
    }
}
