package org.shouwang.monitoring.topic;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.facts.FactJson;
import org.shouwang.monitoring.topic.AnswerEvent.Answer;
import org.shouwang.monitoring.topic.SweepEvent.Persons;

/** Sweeps, and how many of the monitored households have answered: of today while a sweep goes on, then of the day on which it ended. */
@Singleton
class SweepViews {

    /** @param objects monitored in the area, of whom {@code answered} have answered @param persons of these households @param closedOn null: it goes on @param reason why it ended before all had answered @param atClosing as it was told then; null: it goes on */
    record Row(
            UUID id,
            String areaCode,
            String title,
            LocalDate from,
            LocalDate to,
            LocalDate closedOn,
            String reason,
            int objects,
            int answered,
            Persons persons,
            Closing atClosing,
            Written recorded,
            Written changed) {}

    /** How it stood on the day on which it was closed. @param persons null where they were not counted then */
    record Closing(int objects, int answered, Persons persons) {}

    /** @param visitedOn null: not answered yet */
    record Household(
            UUID householdId,
            String areaCode,
            LocalDate visitedOn,
            List<Answer> answers,
            Written recorded,
            Written changed) {}

    private static final String DAY = "coalesce(topic_sweep.closed_on, 'infinity')";

    private static final String SWEEP = Written.columns("topic-sweep", "s.id");
    private static final String ANSWER =
            Written.columns("topic-answer", "stream_id('topic/' || a.sweep::text || '/' || a.household::text)");

    /** Whether households of the sweep lie outside of its area and in the area $1. */
    private static final String LEFT = "exists (select "
            + SweepDesk.objects("topic_sweep.id", "topic_sweep.prefix", "topic_sweep.from_on", DAY)
            + " and o.area_code ~>=~ $1 and o.area_code ~<~ ($1::text || 'x') and not starts_with(o.area_code, topic_sweep.prefix))";

    private final Journal journal;

    SweepViews(Journal journal) {
        this.journal = journal;
    }

    /** Those of the area, and those whose households lie there since their codes were replaced; in the order of ids. */
    Uni<List<Row>> list(String scope, UUID after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        """
                        select s.id, s.area_code, s.title, s.from_on, s.to_on, s.closed_on, s.reason, c.objects, c.answered, c.object_persons, c.answered_persons,
                        s.objects, s.answered, s.object_persons, s.answered_persons""" + SWEEP + """
                        from (select *, coalesce(closed_on, 'infinity') as day from topic_sweep where (area_code like $1 || '%' or\s""" + LEFT + """
                        ) and ($2::uuid is null or id > $2::uuid)
                          order by id limit $3) s,
                        lateral (select count(*)::int as objects, count(x.sweep)::int as answered, coalesce(sum(p.persons), 0) as object_persons,
                            coalesce(sum(p.persons) filter (where x.sweep is not null), 0) as answered_persons from (select o.household, a.sweep\s""" + SweepDesk.objects("s.id", "s.prefix", "s.from_on", "s.day")
                                + """
                          ) x left join household_stretch p on p.household = x.household and p.from_on <= s.day and (p.until is null or p.until > s.day)) c
                        order by s.id""",
                        scope,
                        after,
                        limit)
                .map(rows -> rows.stream()
                        .map(r -> new Row(
                                (UUID) r[0],
                                (String) r[1],
                                (String) r[2],
                                (LocalDate) r[3],
                                (LocalDate) r[4],
                                (LocalDate) r[5],
                                (String) r[6],
                                (Integer) r[7],
                                (Integer) r[8],
                                new Persons((Long) r[9], (Long) r[10]),
                                closing(r),
                                Written.recorded(r),
                                Written.changed(r)))
                        .toList()));
    }

    private static Closing closing(Object[] r) {
        return r[5] == null
                ? null
                : new Closing(
                        (Integer) r[11],
                        (Integer) r[12],
                        r[13] == null ? null : new Persons((Long) r[13], (Long) r[14]));
    }

    /** The monitored households of a sweep, as far as the reader reaches. @param answered null: all */
    Uni<List<Household>> households(UUID id, String scope, Boolean answered, UUID after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select prefix, from_on, closed_on from topic_sweep where id = $2 and (starts_with(prefix, $1) or starts_with($1, prefix) or "
                                + LEFT + ")",
                        scope,
                        id)
                .chain(found -> {
                    if (found.isEmpty()) throw new Refused(SweepRefusal.SWEEP_UNKNOWN);
                    return Sql.rows(
                            session,
                            "select o.household, o.area_code, a.visited_on, a.answers" + ANSWER + " "
                                    + SweepDesk.objects("$1", "$2::text", "$3::date", "coalesce($4::date, 'infinity')")
                                    + " and o.area_code ~>=~ $5 and o.area_code ~<~ ($5::text || 'x')"
                                    + " and ($6::boolean is null or (a.sweep is not null) = $6::boolean)"
                                    + " and ($7::uuid is null or o.household > $7::uuid) order by o.household limit $8",
                            id,
                            found.getFirst()[0],
                            found.getFirst()[1],
                            found.getFirst()[2],
                            scope,
                            answered,
                            after,
                            limit);
                })
                .map(rows -> rows.stream()
                        .map(r -> new Household(
                                (UUID) r[0],
                                (String) r[1],
                                (LocalDate) r[2],
                                r[3] == null ? List.of() : FactJson.list((String) r[3], Answer.class),
                                Written.recorded(r),
                                Written.changed(r)))
                        .toList()));
    }
}
