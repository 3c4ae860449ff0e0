package org.shouwang.monitoring.evaluation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.evaluation.EvaluationEvent.HouseholdReevaluated;

/** One row per run and household. */
@Singleton
class EvaluationTable implements Projection<EvaluationEvent> {

    /** @param before what was recommended last; null: never anything @param recorded the household's own event of the run */
    record Row(UUID householdId, String areaCode, boolean changed, Advice before, Advice now, Written recorded) {}

    private static final String RECORDED = Written.last(
            "evaluation",
            "household_evaluation.household",
            "(ev.data::json ->> 'runId')::uuid = household_evaluation.run");

    private final Journal journal;

    EvaluationTable(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<String> tables() {
        return List.of("household_evaluation");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<EvaluationEvent>> events) {
        return projectAll(session, events);
    }

    @Override
    public Uni<Void> projectAll(StatelessSession session, List<Recorded<EvaluationEvent>> events) {
        var done = events.stream()
                .map(recorded -> switch (recorded.event()) {
                    case HouseholdReevaluated e -> e;
                })
                .toList();
        return Sql.update(
                        session,
                        """
                        insert into household_evaluation select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::text[], $6::text[])
                        """,
                        done.stream().map(HouseholdReevaluated::runId).toArray(UUID[]::new),
                        events.stream().map(r -> r.envelope().stream()).toArray(UUID[]::new),
                        done.stream().map(HouseholdReevaluated::areaCode).toArray(String[]::new),
                        done.stream().map(HouseholdReevaluated::changed).toArray(Boolean[]::new),
                        done.stream()
                                .map(e -> e.before() == null ? null : CaseFindings.write(e.before()))
                                .toArray(String[]::new),
                        done.stream().map(e -> CaseFindings.write(e.now())).toArray(String[]::new))
                .replaceWithVoid();
    }

    /** In the order of household ids. @param changed null: all */
    Uni<List<Row>> list(UUID run, String scope, Boolean changed, UUID after, int limit) {
        return journal.read(session -> Sql.rows(session, """
                        select household, area_code, changed, before, now,""" + RECORDED + """
                         from household_evaluation
                        where run = $1 and area_code like $2 || '%' and ($3::boolean is null or changed = $3::boolean)
                          and ($4::uuid is null or household > $4::uuid) order by household limit $5""", run, scope, changed, after, limit)
                .map(rows -> rows.stream()
                        .map(r -> new Row(
                                (UUID) r[0],
                                (String) r[1],
                                (Boolean) r[2],
                                CaseFindings.read(r[3]),
                                CaseFindings.read(r[4]),
                                Written.read(r[5])))
                        .toList()));
    }
}
