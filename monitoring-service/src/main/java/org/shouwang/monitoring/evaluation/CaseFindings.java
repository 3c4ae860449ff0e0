package org.shouwang.monitoring.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.identification.CaseEvent;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.Comparison;

/** What each case found at the household's home and what was recommended then, for whoever recommends again. */
@Singleton
class CaseFindings implements Projection<CaseEvent> {

    @Override
    public List<String> tables() {
        return List.of("case_findings");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<CaseEvent>> events) {
        return Projection.each(events, recorded -> apply(session, stream, recorded));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, Recorded<CaseEvent> recorded) {
        return switch (recorded.event()) {
            case HomeVisited e -> visited(session, id, recorded.envelope().subject(), e);
            case ComparisonCompleted e -> compared(session, id, e);
            case RecommendationComputed e -> recommended(session, id, e, recorded);
            case ReviewConcluded e
            when e.risks() != null && !e.risks().isEmpty() ->
                Sql.update(
                        session,
                        "update case_findings set risks = $2 where case_id = $1",
                        id,
                        String.join(",", e.risks()));
            case ReviewConcluded _,
                    CaseOpened _,
                    CaseStepSkipped _,
                    ComparisonRequested _,
                    ConsentLinked _,
                    PublicityPosted _,
                    ObjectionRaised _,
                    ObjectionResolved _,
                    PublicityEnded _,
                    TownReviewed _,
                    CountyDetermined _,
                    InclusionDetermined _,
                    CaseEntered _,
                    CaseRejected _,
                    CaseWithdrawn _,
                    CaseMoved _,
                    CaseLapsed _,
                    WatchEnded _,
                    WatchRechecked _,
                    CaseReturned _,
                    CaseOverdue _,
                    CaseStepDue _,
                    CaseStepOverdue _ -> Uni.createFrom().item(0);
        };
    }

    private static Uni<Integer> visited(StatelessSession session, UUID id, UUID household, HomeVisited e) {
        var found = e.findings();
        return Sql.update(
                session,
                """
                insert into case_findings (case_id, household, found_on, risks, sudden, severe, hardship, listed, assets)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                on conflict (case_id) do update set found_on = $3, risks = $4, sudden = $5, severe = $6, hardship = $7, listed = $8, assets = $9
                """,
                id,
                household,
                e.visitedOn(),
                String.join(",", found.risks()),
                found.suddenEvent(),
                found.severeDifficulty(),
                found.hardship(),
                found.listedBefore(),
                String.join("\n", found.assetFlags()));
    }

    private static Uni<Integer> compared(StatelessSession session, UUID id, ComparisonCompleted e) {
        var hits = e.departments().stream()
                .filter(Comparison::hit)
                .map(d -> d.item() == null ? d.dept() : d.dept() + ":" + d.item())
                .collect(Collectors.joining("\n"));
        return hits.isEmpty()
                ? Uni.createFrom().item(0)
                : Sql.update(
                        session,
                        "update case_findings set assets = concat_ws(E'\\n', nullif(assets, ''), $2::text) where case_id = $1",
                        id,
                        hits);
    }

    private static Uni<Integer> recommended(
            StatelessSession session, UUID id, RecommendationComputed e, Recorded<CaseEvent> recorded) {
        var r = e.recommendation();
        var policy = recorded.envelope().policy();
        var advice = new Advice(
                r.include(),
                r.type(),
                r.grade(),
                r.reasonCode(),
                r.income(),
                r.line(),
                policy == null ? null : policy.id(),
                policy == null ? null : policy.version());
        return Sql.update(
                session,
                "update case_findings set advice = $2, advised_on = $3 where case_id = $1",
                id,
                write(advice),
                recorded.envelope().occurredOn());
    }

    static String write(Advice advice) {
        try {
            return Json.MAPPER.writeValueAsString(advice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Advice read(Object advice) {
        try {
            return advice == null ? null : Json.MAPPER.readValue((String) advice, Advice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
