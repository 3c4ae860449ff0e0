package org.shouwang.monitoring.removal;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.removal.RemovalRefusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.removal.RemovalCase.Progress;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** What town and county do in a removal, and how it ends. */
final class Approvals {

    private Approvals() {}

    static Decision<RemovalEvent> town(TownReview c, Progress p) {
        var early = early(p, RemovalStep.TOWN, c.reviewedOn());
        if (early != null) return early;
        if (!c.approved()) return sendBack(p, returned(c));
        return approve(p, RemovalStep.TOWN, c.opinion(), c.reviewedOn(), c.by(), c.documents(), c.facts(), approved(c));
    }

    static RemovalTownApproved approved(TownReview c) {
        return new RemovalTownApproved(c.opinion(), c.reviewedOn(), c.by(), c.documents());
    }

    static RemovalReturned returned(TownReview c) {
        return new RemovalReturned(RemovalStep.TOWN, c.opinion(), c.reviewedOn(), c.by());
    }

    static Decision<RemovalEvent> county(CountyDecide c, Progress p) {
        var early = early(p, RemovalStep.COUNTY, c.decidedOn());
        if (early != null) return early;
        if (!c.approved()) return sendBack(p, returned(c));
        return approve(
                p, RemovalStep.COUNTY, c.opinion(), c.decidedOn(), c.by(), c.documents(), c.facts(), approved(c));
    }

    static RemovalCountyApproved approved(CountyDecide c) {
        return new RemovalCountyApproved(c.decisionNo(), c.opinion(), c.decidedOn(), c.by(), c.documents());
    }

    static RemovalReturned returned(CountyDecide c) {
        return new RemovalReturned(RemovalStep.COUNTY, c.opinion(), c.decidedOn(), c.by());
    }

    /** A publicity that is still on is told by its own name. */
    private static Decision<RemovalEvent> early(Progress p, RemovalStep step, LocalDate on) {
        if (p.next() == RemovalStep.PUBLICITY && p.publicized() != null) {
            if (p.objectionOpen()) return refuse(PUBLICITY_OBJECTION_OPEN);
            return refuse(PUBLICITY_NOT_FINISHED, p.publicized().endsOn().toString());
        }
        var early = Steps.order(p, step, on);
        if (early != null) return early;
        return p.publicized() != null && !on.isAfter(p.publicized().endsOn())
                ? refuse(PUBLICITY_NOT_FINISHED, p.publicized().endsOn().toString())
                : null;
    }

    private static Decision<RemovalEvent> approve(
            Progress p,
            RemovalStep step,
            String opinion,
            LocalDate on,
            String by,
            List<org.shouwang.monitoring.DocumentRef> documents,
            RemovalFacts facts,
            RemovalEvent approved) {
        if (p.visitors().contains(by)) return refuse(SEPARATION_OF_DUTIES);
        if (!p.natural() && facts.ended()) return refuse(HOUSEHOLD_ENDED);
        var sensitive = SensitiveText.numbersIn(opinion);
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        var unfit = Steps.papers(p, step, documents);
        if (unfit != null) return unfit;
        if (!p.natural() && facts.line() == null) return refuse(LINE_NOT_DEFINED);
        var answers = Criteria.answers(facts, p.terms(), p.proposed().method(), p, on);
        var failed = Criteria.failed(answers, true);
        if (!failed.isEmpty()) return Proposals.failed(failed);
        return accept(new RemovalCriteriaAnswered(step, on, facts.line(), answers), approved);
    }

    private static Decision<RemovalEvent> sendBack(Progress p, RemovalReturned returned) {
        if (p.visitors().contains(returned.by())) return refuse(SEPARATION_OF_DUTIES);
        var unfit = reason(p, returned.reason());
        return unfit != null ? unfit : accept(returned);
    }

    static Decision<RemovalEvent> mark(Mark c, Progress p) {
        var early = early(p, RemovalStep.MARK, c.markedOn());
        if (early != null) return early;
        if (p.natural() && p.proposed().naturalReason().ended() && c.facts().kept())
            return refuse(HOUSEHOLD_KEPT, p.proposed().naturalReason().name());
        if (p.natural()) return accept(new RemovalMarked(c.markedOn(), null));
        if (c.facts().ended()) return refuse(HOUSEHOLD_ENDED);
        var missing = c.after() == null ? List.of("after") : c.after().missing();
        if (!missing.isEmpty()) return refuse(AFTER_REMOVAL_INCOMPLETE, missing);
        var flaws = flaws(c.after(), c.facts());
        if (!flaws.isEmpty()) return refuse(AFTER_REMOVAL_INVALID, flaws);
        if (c.facts().line() == null) return refuse(LINE_NOT_DEFINED);
        var answers = Criteria.answers(c.facts(), p.terms(), p.proposed().method(), p, c.markedOn());
        var failed = failed(answers, c.after(), c.facts());
        if (!failed.isEmpty()) return Proposals.failed(failed);
        return accept(
                new RemovalCriteriaAnswered(
                        RemovalStep.MARK, c.markedOn(), c.facts().line(), answers),
                new RemovalMarked(c.markedOn(), c.after()));
    }

    /** Amounts that cannot be, among them no wage from a job that was given. */
    private static List<String> flaws(AfterRemoval a, RemovalFacts facts) {
        var flaws = new ArrayList<>(a.flaws(facts.household().members().size()));
        if (facts.employed() && a.wage().signum() == 0) flaws.add("wage");
        return List.copyOf(flaws);
    }

    /** By what is known on that day, and by what was collected after it. */
    private static List<Criterion> failed(List<Criterion.Answer> answers, AfterRemoval a, RemovalFacts facts) {
        var failed = EnumSet.noneOf(Criterion.class);
        failed.addAll(Criteria.failed(answers, true));
        if (a.perCapita().compareTo(facts.line()) <= 0) failed.add(Criterion.C2);
        if (a.lost()) failed.add(Criterion.C4);
        return List.copyOf(failed);
    }

    static Decision<RemovalEvent> reject(Reject c, Progress p) {
        if (c.rejectedOn().isBefore(p.last()))
            return refuse(DATE_OUT_OF_ORDER, p.last().toString());
        var unfit = reason(p, c.reason());
        return unfit != null ? unfit : accept(new RemovalRejected(c.rejectedOn(), c.reason(), c.failed()));
    }

    /** Refuses a reason that is too short or tells who somebody is; null where neither. */
    static Decision<RemovalEvent> reason(Progress p, String reason) {
        if (reason == null || reason.strip().length() < p.terms().review().shortestReason())
            return refuse(REASON_REQUIRED);
        var sensitive = SensitiveText.numbersIn(reason);
        return sensitive.isEmpty() ? null : refuse(SENSITIVE_TEXT, sensitive);
    }
}
