package org.shouwang.monitoring.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;

/**
 * Counts the monitored households of an area as they stood at the end of a day, with their members as they are known now. Every count
 * is a pair of households and persons. An episode counts from the day of its inclusion to the day before its end.
 */
@Singleton
public class Figures {

    public record Count(long households, long persons) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(households + other.households, persons + other.persons);
        }
    }

    public record ByType(ObjectType type, String zh, Count count) {}

    /** @param grade null: none given */
    public record ByGrade(Grade grade, Count count) {}

    /** What happened to the three types in the month of the day, up to the day. */
    public record Month(Count included, Count reEntered, Count removed) {}

    /**
     * @param i08 受灾户: monitored in the year of the day with a natural disaster (risk 02) on record
     * @param i09 脱贫不稳定户 @param i10 边缘易致贫户 @param i11 突发严重困难户
     * @param i12 persons without labour in the households of I09
     * @param stock all three types together, without households that are only coloured
     */
    public record Sheet(
            String area,
            LocalDate date,
            @JsonProperty("I08") Count i08,
            @JsonProperty("I09") Count i09,
            @JsonProperty("I10") Count i10,
            @JsonProperty("I11") Count i11,
            @JsonProperty("I12") long i12,
            Count stock,
            List<ByType> byType,
            List<ByGrade> byGrade,
            Month month) {}

    private record Row(ObjectType type, Grade grade, Count count, long withoutLabour) {}

    private static final String STOCK = """
            select e.type, o.grade, count(*)::bigint, coalesce(sum(m.persons), 0)::bigint, coalesce(sum(m.idle), 0)::bigint
            from object_episode e
            left join monitored_object o on o.household = e.household and o.episode = e.episode
            left join household_fact h on h.id = e.household
            left join lateral (
              select count(*) as persons, count(*) filter (where member ->> 'labour' in ('NONE', 'LOST')) as idle
              from json_array_elements(coalesce(h.members, '[]')::json) member) m on true
            where e.area_code like $1 || '%' and e.included_on <= $2 and (e.ended_on is null or e.ended_on > $2)
            group by e.type, o.grade""";

    private static final String STRUCK = """
            select count(*)::bigint, coalesce(sum(m.persons), 0)::bigint
            from object_episode e
            join monitored_object o on o.household = e.household and o.episode = e.episode
            left join household_fact h on h.id = e.household
            left join lateral (select count(*) as persons from json_array_elements(coalesce(h.members, '[]')::json)) m on true
            where e.area_code like $1 || '%' and e.included_on <= $3 and (e.ended_on is null or e.ended_on > $2)
              and ',' || o.risks like '%,02%'""";

    private static final String MOVES = """
            select
              count(*) filter (where e.included_on between $2 and $3 and e.episode = 1)::bigint,
              coalesce(sum(m.persons) filter (where e.included_on between $2 and $3 and e.episode = 1), 0)::bigint,
              count(*) filter (where e.included_on between $2 and $3 and e.episode > 1)::bigint,
              coalesce(sum(m.persons) filter (where e.included_on between $2 and $3 and e.episode > 1), 0)::bigint,
              count(*) filter (where e.ended_on between $2 and $3)::bigint,
              coalesce(sum(m.persons) filter (where e.ended_on between $2 and $3), 0)::bigint
            from object_episode e
            left join household_fact h on h.id = e.household
            left join lateral (select count(*) as persons from json_array_elements(coalesce(h.members, '[]')::json)) m on true
            where e.area_code like $1 || '%' and e.type is not null""";

    private final Journal journal;

    Figures(Journal journal) {
        this.journal = journal;
    }

    Uni<Sheet> sheet(String scope, String area, LocalDate date) {
        return journal.read(session -> stock(session, scope, date)
                .chain(rows -> struck(session, scope, date).chain(struck -> month(session, scope, date)
                        .map(month -> sheet(area == null ? scope : area, date, rows, struck, month)))));
    }

    private static Sheet sheet(String area, LocalDate date, List<Row> rows, Count struck, Month month) {
        Function<ObjectType, Count> of = type ->
                sum(rows.stream().filter(r -> r.type() == type).map(Row::count).toList());
        var withoutLabour = rows.stream()
                .filter(r -> r.type() == ObjectType.UNSTABLE)
                .mapToLong(Row::withoutLabour)
                .sum();
        return new Sheet(
                area,
                date,
                struck,
                of.apply(ObjectType.UNSTABLE),
                of.apply(ObjectType.EDGE),
                of.apply(ObjectType.SUDDEN),
                withoutLabour,
                sum(rows.stream().filter(r -> r.type() != null).map(Row::count).toList()),
                Arrays.stream(ObjectType.values())
                        .map(type -> new ByType(type, type.zh(), of.apply(type)))
                        .toList(),
                rows.stream()
                        .map(Row::grade)
                        .distinct()
                        .sorted(java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()))
                        .map(grade -> new ByGrade(
                                grade,
                                sum(rows.stream()
                                        .filter(r -> r.grade() == grade)
                                        .map(Row::count)
                                        .toList())))
                        .toList(),
                month);
    }

    private static Count sum(Collection<Count> counts) {
        return counts.stream().reduce(Count.NONE, Count::plus);
    }

    private static Uni<Count> struck(StatelessSession session, String scope, LocalDate date) {
        return Sql.rows(session, STRUCK, scope, date.withDayOfYear(1), date).map(rows -> count(rows.getFirst(), 0));
    }

    private static Uni<List<Row>> stock(StatelessSession session, String scope, LocalDate date) {
        return Sql.rows(session, STOCK, scope, date).map(rows -> rows.stream()
                .map(r -> new Row(
                        r[0] == null ? null : ObjectType.valueOf((String) r[0]),
                        r[1] == null ? null : Grade.valueOf((String) r[1]),
                        new Count((Long) r[2], (Long) r[3]),
                        (Long) r[4]))
                .toList());
    }

    private static Uni<Month> month(StatelessSession session, String scope, LocalDate date) {
        return Sql.rows(session, MOVES, scope, date.withDayOfMonth(1), date).map(rows -> {
            var r = rows.getFirst();
            return new Month(count(r, 0), count(r, 2), count(r, 4));
        });
    }

    private static Count count(Object[] r, int at) {
        return new Count((Long) r[at], (Long) r[at + 1]);
    }
}
