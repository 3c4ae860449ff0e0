package org.shouwang.monitoring.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.identification.CaseEvent;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.CaseState;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.policy.CaseStep;

/** On which days the steps of each case were done that still count. */
@Singleton
class CaseCourses implements Projection<CaseEvent> {

    @Override
    public List<String> tables() {
        return List.of("case_course");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<CaseEvent>> events) {
        return Projection.each(events, recorded -> apply(session, stream, recorded.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, CaseEvent event) {
        return switch (event) {
            case CaseOpened e ->
                Sql.update(
                        session,
                        """
                        insert into case_course (case_id, household, area_code, publicity_days, noted, unexplained, clue_on)
                        values ($1, $2, $3, $4, false, false, $5)
                        """,
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.terms().caseSteps().contains(CaseStep.PUBLICITY)
                                ? e.terms().publicity().days()
                                : null,
                        e.clueOn());
            case HomeVisited e -> visited(session, id, e);
            case ConsentLinked e ->
                Sql.update(
                        session,
                        "update case_course set consented_on = least(consented_on, $2) where case_id = $1",
                        id,
                        e.linkedOn());
            case ComparisonCompleted e -> done(session, id, "compared_on", e.comparedOn());
            case ReviewConcluded e -> reviewed(session, id, e);
            case PublicityPosted e ->
                Sql.update(
                        session,
                        "update case_course set posted_on = $2, ends_on = $3, ended_on = null where case_id = $1",
                        id,
                        e.postedOn(),
                        e.endsOn());
            case PublicityEnded e -> done(session, id, "ended_on", e.endedOn());
            case ObjectionResolved e when e.sustained() -> back(session, id, CaseState.VISITED);
            case TownReviewed e -> done(session, id, "town_on", e.reviewedOn());
            case CountyDetermined e -> done(session, id, "county_on", e.determinedOn());
            case CaseEntered e -> done(session, id, "entered_on", e.enteredOn());
            case CaseReturned e -> back(session, id, e.to());
            case CaseMoved e ->
                Sql.update(session, "update case_course set area_code = $2 where case_id = $1", id, e.to());
            case CaseStepSkipped _,
                    ComparisonRequested _,
                    CaseStepDue _,
                    CaseStepOverdue _,
                    RecommendationComputed _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    InclusionDetermined _,
                    CaseRejected _,
                    CaseWithdrawn _,
                    CaseLapsed _,
                    WatchEnded _,
                    WatchRechecked _,
                    CaseOverdue _ -> Uni.createFrom().item(0);
        };
    }

    private static Uni<Integer> done(StatelessSession session, UUID id, String step, LocalDate on) {
        return Sql.update(session, "update case_course set " + step + " = $2 where case_id = $1", id, on);
    }

    private static Uni<Integer> visited(StatelessSession session, UUID id, HomeVisited e) {
        return Sql.update(
                session,
                "update case_course set visited_on = $2, noted = $3 where case_id = $1",
                id,
                e.visitedOn(),
                said(e.findings().riskNote()));
    }

    private static Uni<Integer> reviewed(StatelessSession session, UUID id, ReviewConcluded e) {
        var other = e.risks() != null && e.risks().contains(RiskCode.OTHER);
        return Sql.update(
                session,
                "update case_course set reviewed_on = $2, unexplained = $3 where case_id = $1",
                id,
                e.heldOn(),
                other && !said(e.reason()));
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }

    private static Uni<Integer> back(StatelessSession session, UUID id, CaseState to) {
        return Sql.update(
                session,
                """
                update case_course set visited_on = case when $2 then visited_on end, consented_on = case when $3 then consented_on end,
                  compared_on = case when $4 then compared_on end, reviewed_on = case when $5 then reviewed_on end,
                  posted_on = case when $6 then posted_on end, ends_on = case when $6 then ends_on end,
                  ended_on = case when $6 then ended_on end, town_on = case when $7 then town_on end, county_on = null
                where case_id = $1
                """,
                id,
                kept(to, CaseStep.VISIT),
                kept(to, CaseStep.CONSENT),
                kept(to, CaseStep.COMPARE),
                kept(to, CaseStep.REVIEW),
                kept(to, CaseStep.PUBLICITY),
                kept(to, CaseStep.TOWN));
    }

    private static boolean kept(CaseState to, CaseStep step) {
        return step.compareTo(to.step()) <= 0;
    }
}
