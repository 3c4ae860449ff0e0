package org.shouwang.monitoring.identification;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.Included;
import org.shouwang.monitoring.identification.IdentificationCase.Open;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Recommender;

/** What the town and the county decide, and how else a case may end or go back. */
final class Determination {

    private Determination() {}

    static Decision<CaseEvent> town(ReviewByTown c, Open o) {
        if (o.town() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.TOWN.name());
        var open = undone(o);
        if (!open.isEmpty()) return refuse(STEP_OUT_OF_ORDER, open);
        if (o.visitors().contains(c.reviewer())) return refuse(SEPARATION_OF_DUTIES, c.reviewer());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (!SensitiveText.numbersIn(c.opinion()).isEmpty()) return refuse(SENSITIVE_TEXT, "opinion");
        if (o.publicity() != null && c.reviewedOn().isBefore(Notice.nextFrom(o)))
            return refuse(PUBLICITY_NOT_FINISHED, Notice.nextFrom(o).toString());
        if (o.objected()) return refuse(PUBLICITY_OBJECTION_OPEN);
        var earliest = earliest(o);
        if (c.reviewedOn().isBefore(earliest)) return refuse(DATE_OUT_OF_ORDER, earliest.toString());
        var missing = DocumentRef.missing(o.terms().documents(CaseStep.TOWN), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        var flags = o.terms().explainedByTown(o.visit().findings().assetFlags());
        var unexplained = !flags.isEmpty() || !o.lateHits().isEmpty();
        if (o.review().included() && unexplained && Fieldwork.shorter(c.opinion(), o.terms()))
            return refuse(REASON_REQUIRED, Integer.toString(o.terms().review().shortestReason()));
        var events = new ArrayList<CaseEvent>();
        if (o.publicity() != null && o.ended() == null)
            events.add(new PublicityEnded(o.publicity().endsOn()));
        events.add(reviewed(c));
        if (o.terms().decisiveStep() == CaseStep.TOWN) events.addAll(settled(o, CaseStep.TOWN, c.reviewedOn()));
        return accept(events);
    }

    static Decision<CaseEvent> county(DetermineByCounty c, Open o) {
        if (!o.has(CaseStep.COUNTY)) return refuse(STEP_NOT_IN_POLICY, CaseStep.COUNTY.name());
        if (o.town() == null) {
            var open = new ArrayList<>(undone(o));
            open.add(CaseStep.TOWN.name());
            return refuse(STEP_OUT_OF_ORDER, open);
        }
        if (o.visitors().contains(c.approver())) return refuse(SEPARATION_OF_DUTIES, c.approver());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (!SensitiveText.numbersIn(c.decisionNo()).isEmpty()) return refuse(SENSITIVE_TEXT, "decisionNo");
        if (c.determinedOn().isBefore(o.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, o.lastOn().toString());
        var missing = DocumentRef.missing(o.terms().documents(CaseStep.COUNTY), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        var events = new ArrayList<CaseEvent>(List.of(determined(c)));
        events.addAll(settled(o, CaseStep.COUNTY, c.determinedOn()));
        return accept(events);
    }

    static TownReviewed reviewed(ReviewByTown c) {
        return new TownReviewed(c.reviewedOn(), c.reviewer(), c.opinion(), c.documents());
    }

    static CountyDetermined determined(DetermineByCounty c) {
        return new CountyDetermined(c.determinedOn(), c.approver(), c.decisionNo(), c.documents());
    }

    static boolean same(Return c, CaseReturned r) {
        return c.to() == r.to() && c.on().equals(r.on()) && Objects.equals(c.reason(), r.reason());
    }

    static boolean same(Reject c, CaseRejected r) {
        return c.reasonCode() == r.reasonCode()
                && c.decidedOn().equals(r.decidedOn())
                && Objects.equals(c.reason(), r.reason())
                && c.statement() != null
                && c.statement().id().equals(r.income().statementId());
    }

    static Decision<CaseEvent> enter(RecordEntry c, Included i) {
        var terms = i.open().terms();
        if (!i.toBeEntered()) return refuse(STEP_NOT_IN_POLICY, CaseStep.ENTERED.name());
        if (i.entry() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.ENTERED.name());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (!SensitiveText.numbersIn(c.entryNo()).isEmpty()
                || !SensitiveText.numbersIn(c.system()).isEmpty()) return refuse(SENSITIVE_TEXT, "entryNo");
        if (c.enteredOn().isBefore(i.determined().determinedOn()))
            return refuse(DATE_OUT_OF_ORDER, i.determined().determinedOn().toString());
        var missing = DocumentRef.missing(terms.documents(CaseStep.ENTERED), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        return accept(entered(c));
    }

    static CaseEntered entered(RecordEntry c) {
        return new CaseEntered(c.enteredOn(), c.system(), c.entryNo(), c.documents());
    }

    static Decision<CaseEvent> reject(Reject c, Open o) {
        if (o.visit() == null) return refuse(STEP_OUT_OF_ORDER, CaseStep.VISIT.name());
        if (c.decidedOn().isBefore(o.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, o.lastOn().toString());
        if (c.statement() == null) return refuse(INCOME_DETAIL_REQUIRED);
        Decision<CaseEvent> flaw = Fieldwork.window(o).flaw(c.statement());
        if (flaw != null) return flaw;
        if (Fieldwork.shorter(c.reason(), o.terms()))
            return refuse(REASON_REQUIRED, Integer.toString(o.terms().review().shortestReason()));
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        if (c.line() == null && o.recommendation() == null)
            return refuse(
                    LINE_NOT_DEFINED,
                    o.opened().areaCode(),
                    Integer.toString(o.opened().clueOn().getYear()));
        var line = c.line() == null ? o.recommendation().line() : c.line();
        var income = c.statement();
        var below = Recommender.inRange(o.terms(), line, income.perCapita(), income.perCapitaReference());
        return accept(new CaseRejected(
                c.reasonCode(),
                c.reason(),
                Fieldwork.income(c.statement()),
                c.decidedOn(),
                below,
                firstRecheckOn(o.terms(), c.decidedOn(), c.reviewHeld()),
                late(o, c.decidedOn())));
    }

    static Decision<CaseEvent> withdraw(Withdraw c, Open o) {
        if (o.review() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.REVIEW.name());
        if (c.on().isBefore(o.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, o.lastOn().toString());
        if (c.reason() == null || c.reason().isBlank()) return refuse(REASON_REQUIRED);
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        return accept(new CaseWithdrawn(c.on(), c.reason()));
    }

    static Decision<CaseEvent> sendBack(Return c, Open o) {
        if (o.review() == null) return refuse(STEP_OUT_OF_ORDER, CaseStep.REVIEW.name());
        if (o.visitors().contains(c.by())) return refuse(SEPARATION_OF_DUTIES, c.by());
        if (!o.leadsBackTo(c.to())) return refuse(RETURN_TARGET, c.to().name());
        if (c.on().isBefore(o.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, o.lastOn().toString());
        if (Fieldwork.shorter(c.reason(), o.terms()))
            return refuse(REASON_REQUIRED, Integer.toString(o.terms().review().shortestReason()));
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        return accept(new CaseReturned(o.state(), c.to(), c.on(), c.reason(), c.by()));
    }

    /** The steps of the policy that the town's review still waits for. */
    static List<String> undone(Open o) {
        return Stream.of(
                        o.visit() == null ? CaseStep.VISIT : null,
                        o.has(CaseStep.CONSENT) && o.consent() == null ? CaseStep.CONSENT : null,
                        o.has(CaseStep.COMPARE) && o.comparison() == null ? CaseStep.COMPARE : null,
                        o.review() == null || !o.review().included() ? CaseStep.REVIEW : null,
                        o.has(CaseStep.PUBLICITY) && o.publicity() == null ? CaseStep.PUBLICITY : null)
                .filter(java.util.Objects::nonNull)
                .map(CaseStep::name)
                .toList();
    }

    private static LocalDate earliest(Open o) {
        return Stream.of(
                        o.lastOn(),
                        o.consent() == null ? null : o.consent().linkedOn(),
                        o.comparison() == null ? null : o.comparison().comparedOn())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static InclusionDetermined included(Open o, CaseStep by, LocalDate on) {
        var review = o.review();
        return new InclusionDetermined(
                by,
                on,
                review.type(),
                review.risks(),
                review.grade(),
                o.recommendation().income(),
                o.recommendation().line(),
                late(o, on));
    }

    private static boolean late(Open o, LocalDate on) {
        return o.opened().dueOn() != null && on.isAfter(o.opened().dueOn());
    }

    /** The household is an object; where it is not to be entered, that step is skipped. */
    private static List<CaseEvent> settled(Open o, CaseStep by, LocalDate on) {
        var included = included(o, by, on);
        var terms = o.terms();
        return !o.has(CaseStep.ENTERED) || new Included(o, null, included, null).toBeEntered()
                ? List.of(included)
                : List.of(included, new CaseStepSkipped(CaseStep.ENTERED, terms.policyId(), terms.version()));
    }

    /** As {@link #recheckOn}, but in the month of the decision where its review is still ahead. */
    private static LocalDate firstRecheckOn(PolicyTerms terms, LocalDate decidedOn, boolean reviewHeld) {
        var month = YearMonth.from(decidedOn);
        var ahead = !reviewHeld && decidedOn.isBefore(month.atEndOfMonth());
        return recheckOn(terms, ahead ? month : month.plusMonths(1));
    }

    /** End of the next month, after that of this look, in which the policy holds a quarterly review. */
    static LocalDate recheckOn(PolicyTerms terms, LocalDate lookedOn) {
        return recheckOn(terms, YearMonth.from(lookedOn).plusMonths(1));
    }

    private static LocalDate recheckOn(PolicyTerms terms, YearMonth first) {
        if (terms.quarterlyReview() == null
                || terms.quarterlyReview().months() == null
                || terms.quarterlyReview().months().isEmpty()) return null;
        return Stream.iterate(first, m -> m.plusMonths(1))
                .limit(12)
                .filter(m -> terms.quarterlyReview().months().contains(m.getMonthValue()))
                .findFirst()
                .map(YearMonth::atEndOfMonth)
                .orElse(null);
    }
}
