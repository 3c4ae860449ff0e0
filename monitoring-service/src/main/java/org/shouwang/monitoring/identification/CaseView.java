package org.shouwang.monitoring.identification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.*;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.Procedure;
import org.shouwang.monitoring.recommendation.Recommendation;

/**
 * A case as a clerk sees it: what was done when, what the rules suggest and why, what is missing, what comes next.
 *
 * @param openObjections still to be decided, also where the case was sent back since
 */
public record CaseView(
        UUID id,
        long version,
        UUID householdId,
        String areaCode,
        CaseState state,
        String stateZh,
        PolicyView policy,
        ClueSource channel,
        List<UUID> clueIds,
        LocalDate clueOn,
        LocalDate openedOn,
        LocalDate dueOn,
        boolean overdue,
        boolean greenChannel,
        Integer reEntryOf,
        List<StepView> steps,
        VisitView visit,
        List<AskedView> comparisonRequests,
        Recommendation recommendation,
        ReviewView review,
        PublicityView publicity,
        List<ObjectionView> openObjections,
        OutcomeView outcome,
        List<Missing> missingDocuments,
        List<String> nextSteps,
        Written recorded,
        Written changed) {

    public record PolicyView(String id, int version, Procedure procedure) {}

    /**
     * @param status DONE, OPEN or SKIPPED
     * @param on the day on which it was done
     * @param dueOn last day, where the policy gives the step a limit of its own
     * @param late done behind that day, or noted as not done by then
     * @param recorded who wrote it down last; null unless it is done
     */
    public record StepView(
            CaseStep step, String zh, String status, LocalDate on, LocalDate dueOn, boolean late, Written recorded) {}

    public record VisitView(
            List<String> visitors,
            UUID incomeStatementId,
            YearMonth incomeFrom,
            YearMonth incomeTo,
            BigDecimal perCapita,
            UUID safeguardCheckId,
            List<SafeguardFact.Item> safeguards,
            Findings findings) {}

    /**
     * A department that was asked to compare.
     *
     * @param requestedOn the last time
     * @param answeredOn the last time, not before it was asked; null: not yet
     */
    public record AskedView(String dept, String zh, LocalDate requestedOn, LocalDate answeredOn) {}

    public record ReviewView(
            LocalDate heldOn,
            boolean included,
            ObjectType type,
            List<String> risks,
            Grade grade,
            Votes votes,
            String reason,
            boolean differs) {}

    /** @param nextFrom first day on which the next step may be taken */
    public record PublicityView(
            LocalDate postedOn, LocalDate endsOn, LocalDate nextFrom, String place, List<ObjectionView> objections) {}

    public record ObjectionView(UUID id, LocalDate raisedOn, String text, LocalDate decidedOn) {}

    /** @param by the step that settled it; null for the side exits */
    public record OutcomeView(
            CaseState outcome,
            CaseStep by,
            LocalDate on,
            ObjectType type,
            List<String> risks,
            Grade grade,
            BigDecimal perCapita,
            BigDecimal line,
            RejectionReason reasonCode,
            String reason,
            LocalDate recheckOn,
            boolean late) {}

    public record Missing(CaseStep step, List<String> documents) {}

    /** @param events of the case, in order, for who wrote them down */
    static CaseView of(UUID id, long version, IdentificationCase c, List<Recorded<CaseEvent>> events) {
        var o = c.file();
        var opened = o.opened();
        return new CaseView(
                id,
                version,
                opened.householdId(),
                opened.areaCode(),
                c.reached(),
                c.reached().zh(),
                new PolicyView(
                        o.terms().policyId(), o.terms().version(), o.terms().procedure()),
                opened.channel(),
                opened.clueIds(),
                opened.clueOn(),
                opened.openedOn(),
                opened.dueOn(),
                o.overdue(),
                opened.greenChannel(),
                opened.reEntryOf(),
                steps(c, written(events)),
                visit(o),
                o.requests().asked(),
                o.recommendation(),
                review(o),
                publicity(o),
                objections(o).stream().filter(v -> v.decidedOn() == null).toList(),
                outcome(c),
                missing(c),
                next(c),
                Written.first(events),
                Written.last(events));
    }

    private static List<StepView> steps(IdentificationCase c, Map<CaseStep, Written> written) {
        return Arrays.stream(CaseStep.values())
                .map(step -> {
                    var on = c.doneOn(step);
                    if (!c.file().has(step) || on == null && notNow(c, step))
                        return new StepView(step, step.zh(), "SKIPPED", null, null, false, null);
                    var limits = c.file().limits();
                    var dueOn = limits.due().get(step);
                    var late = on == null ? limits.missed().contains(step) : dueOn != null && on.isAfter(dueOn);
                    return new StepView(
                            step,
                            step.zh(),
                            on == null ? "OPEN" : "DONE",
                            on,
                            dueOn,
                            late,
                            on == null ? null : written.get(step));
                })
                .toList();
    }

    private static Map<CaseStep, Written> written(List<Recorded<CaseEvent>> events) {
        var written = new EnumMap<CaseStep, Written>(CaseStep.class);
        for (var recorded : events) {
            var step = step(recorded.event());
            if (step != null) written.put(step, Written.of(recorded.envelope()));
        }
        return written;
    }

    private static CaseStep step(CaseEvent event) {
        return switch (event) {
            case CaseOpened _ -> CaseStep.CLUE;
            case HomeVisited _ -> CaseStep.VISIT;
            case ConsentLinked _ -> CaseStep.CONSENT;
            case ComparisonCompleted _ -> CaseStep.COMPARE;
            case ReviewConcluded _ -> CaseStep.REVIEW;
            case PublicityPosted _ -> CaseStep.PUBLICITY;
            case TownReviewed _ -> CaseStep.TOWN;
            case CountyDetermined _ -> CaseStep.COUNTY;
            case CaseEntered _ -> CaseStep.ENTERED;
            case CaseStepSkipped _,
                    ComparisonRequested _,
                    RecommendationComputed _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    PublicityEnded _,
                    InclusionDetermined _,
                    CaseRejected _,
                    CaseWithdrawn _,
                    CaseMoved _,
                    CaseLapsed _,
                    WatchRechecked _,
                    WatchEnded _,
                    CaseReturned _,
                    CaseOverdue _,
                    CaseStepDue _,
                    CaseStepOverdue _ -> null;
        };
    }

    private static boolean notNow(IdentificationCase c, CaseStep step) {
        return step == CaseStep.ENTERED && c instanceof Included i && !i.toBeEntered();
    }

    private static VisitView visit(Open o) {
        if (o.visit() == null) return null;
        var income = o.visit().income();
        var safeguards = o.visit().safeguards();
        return new VisitView(
                o.visit().visitors(),
                income == null ? null : income.statementId(),
                income == null ? null : income.from(),
                income == null ? null : income.to(),
                income == null ? null : income.perCapita(),
                safeguards == null ? null : safeguards.checkId(),
                safeguards == null ? List.of() : safeguards.items(),
                o.visit().findings());
    }

    private static ReviewView review(Open o) {
        var r = o.review();
        return r == null
                ? null
                : new ReviewView(
                        r.heldOn(), r.included(), r.type(), r.risks(), r.grade(), r.votes(), r.reason(), r.differs());
    }

    private static PublicityView publicity(Open o) {
        var p = o.publicity();
        return p == null
                ? null
                : new PublicityView(p.postedOn(), p.endsOn(), Notice.nextFrom(o), p.place(), objections(o));
    }

    private static List<ObjectionView> objections(Open o) {
        return o.objections().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new ObjectionView(
                        e.getKey(),
                        e.getValue().raisedOn(),
                        e.getValue().text(),
                        e.getValue().decidedOn()))
                .toList();
    }

    private static OutcomeView outcome(IdentificationCase c) {
        return switch (c) {
            case Included i -> settled(c.reached(), i);
            case Rejected r ->
                new OutcomeView(
                        c.reached(),
                        null,
                        r.rejection().decidedOn(),
                        null,
                        List.of(),
                        null,
                        r.rejection().income().perCapita(),
                        null,
                        r.rejection().reasonCode(),
                        r.rejection().reason(),
                        r.recheckOn(),
                        r.rejection().late());
            case Withdrawn w ->
                new OutcomeView(
                        c.reached(),
                        null,
                        w.withdrawal().on(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        w.withdrawal().reason(),
                        null,
                        false);
            case Lapsed l ->
                new OutcomeView(
                        c.reached(), null, l.lapse().on(), null, List.of(), null, null, null, null, null, null, false);
            case Open _, Unknown _ -> null;
        };
    }

    private static OutcomeView settled(CaseState reached, Included i) {
        var d = i.determined();
        return new OutcomeView(
                reached,
                d.by(),
                d.determinedOn(),
                d.type(),
                d.risks(),
                d.grade(),
                d.perCapita(),
                d.line(),
                null,
                null,
                null,
                d.late());
    }

    /** The papers that the policy asks for and nobody has cited yet, by step. */
    private static List<Missing> missing(IdentificationCase c) {
        var cited = new ArrayList<>(c.file().cited());
        if (c instanceof Included i) {
            if (i.county() != null) cited.addAll(i.county().documents());
            if (i.entry() != null) cited.addAll(i.entry().documents());
        }
        return c.file().terms().caseSteps().stream()
                .map(step ->
                        new Missing(step, DocumentRef.missing(c.file().terms().documents(step), cited)))
                .filter(m -> !m.documents().isEmpty())
                .toList();
    }

    private static List<String> next(IdentificationCase c) {
        return switch (c) {
            case Unknown _, Rejected _, Withdrawn _, Lapsed _ -> List.of();
            case Included i -> i.entry() == null && i.toBeEntered() ? List.of(CaseStep.ENTERED.name()) : List.of();
            case Open o -> next(o);
        };
    }

    private static List<String> next(Open o) {
        var next = new ArrayList<String>();
        if (o.visit() == null) next.add(CaseStep.VISIT.name());
        if (o.has(CaseStep.CONSENT) && o.consent() == null) next.add(CaseStep.CONSENT.name());
        if (o.has(CaseStep.COMPARE) && o.comparison() == null && (o.consent() != null || !o.has(CaseStep.CONSENT)))
            next.add(CaseStep.COMPARE.name());
        if (o.visit() != null && o.review() == null && (o.consent() != null || !o.has(CaseStep.CONSENT)))
            next.add(CaseStep.REVIEW.name());
        if (o.review() != null && !o.review().included()) next.add("NON_INCLUSION");
        var included = o.review() != null && o.review().included();
        if (included && o.has(CaseStep.PUBLICITY) && o.publicity() == null) next.add(CaseStep.PUBLICITY.name());
        if (o.objected()) next.add("OBJECTION_DECISION");
        else if (o.town() == null && Determination.undone(o).isEmpty()) next.add(CaseStep.TOWN.name());
        if (o.town() != null) next.add(CaseStep.COUNTY.name());
        return List.copyOf(next);
    }
}
