package org.shouwang.monitoring.figures;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;

/**
 * Counts the monitored households of an area as they stood at the end of a day, where they lived on it, with their members as they are known
 * now. An episode counts from the day of its inclusion to the day before its end; what began or ended counts where the household lived then.
 */
@Singleton
class Figures {

    /**
     * One indicator.
     *
     * @param code of the inspection's list, or a word
     * @param households 户; absent where only persons are counted
     * @param persons 人
     */
    record Figure(String code, String zh, String en, Long households, long persons) {

        static Figure pair(String code, String zh, String en, Count count) {
            return new Figure(code, zh, en, count.households(), count.persons());
        }
    }

    /** @param on the day that is counted */
    record Report(String area, LocalDate on, List<Figure> figures) {}

    private record Count(long households, long persons) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(households + other.households, persons + other.persons);
        }
    }

    /** What happened to the three types in the month of the day, up to the day. */
    private record Month(Count included, Count reEntered, Count removed) {}

    private record Row(ObjectType type, Grade grade, Count count, long withoutLabour) {}

    private static final String STOCK = """
            select e.type, o.grade, count(*)::bigint, coalesce(sum(m.persons), 0)::bigint, coalesce(sum(m.idle), 0)::bigint
            from object_episode e
            left join monitored_object o on o.household = e.household and o.episode = e.episode
            join duty_object place on place.household = e.household and place.from_on <= $2
              and (place.until is null or place.until > $2)
            left join household_fact h on h.id = e.household
            left join lateral (
              select count(*) as persons, count(*) filter (where member ->> 'labour' in ('NONE', 'LOST')) as idle
              from json_array_elements(coalesce(h.members, '[]')::json) member) m on true
            where place.area_code like $1 || '%' and e.included_on <= $2 and (e.ended_on is null or e.ended_on > $2)
            group by e.type, o.grade""";

    private static final String STRUCK = """
            select count(*)::bigint, coalesce(sum(m.persons), 0)::bigint
            from object_episode e
            join monitored_object o on o.household = e.household and o.episode = e.episode
            join duty_object place on place.household = e.household and place.from_on <= least($3, e.ended_on)
              and (place.until is null or place.until > least($3, e.ended_on))
            left join household_fact h on h.id = e.household
            left join lateral (select count(*) as persons from json_array_elements(coalesce(h.members, '[]')::json)) m on true
            where place.area_code like $1 || '%' and e.included_on <= $3 and (e.ended_on is null or e.ended_on > $2)
              and ',' || o.risks like '%,02%'""";

    private static final String MOVES = """
            select
              count(*) filter (where begun and e.episode = 1)::bigint,
              coalesce(sum(m.persons) filter (where begun and e.episode = 1), 0)::bigint,
              count(*) filter (where begun and e.episode > 1)::bigint,
              coalesce(sum(m.persons) filter (where begun and e.episode > 1), 0)::bigint,
              count(*) filter (where finished)::bigint,
              coalesce(sum(m.persons) filter (where finished), 0)::bigint
            from object_episode e
            join duty_object place on place.household = e.household and place.from_on <= e.included_on
              and (place.until is null or place.until > e.included_on)
            left join household_fact h on h.id = e.household
            left join lateral (select count(*) as persons from json_array_elements(coalesce(h.members, '[]')::json)) m on true
            cross join lateral (select
              e.included_on between $2 and $3 and place.area_code like $1 || '%' as begun,
              e.ended_on between $2 and $3 and e.area_code like $1 || '%' as finished) moves
            where (begun or finished) and e.type is not null""";

    private final Journal journal;

    Figures(Journal journal) {
        this.journal = journal;
    }

    Uni<Report> of(String scope, LocalDate on) {
        return journal.read(session -> stock(session, scope, on)
                .chain(rows -> struck(session, scope, on).chain(struck -> month(session, scope, on)
                        .map(month -> new Report(scope, on, figures(rows, struck, month))))));
    }

    private static List<Figure> figures(List<Row> rows, Count struck, Month month) {
        var withoutLabour = rows.stream()
                .filter(r -> r.type() == ObjectType.UNSTABLE)
                .mapToLong(Row::withoutLabour)
                .sum();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.pair("I08", "受灾户", "Monitored this year with a natural disaster on record", struck));
        figures.add(typed("I09", ObjectType.UNSTABLE, rows));
        figures.add(typed("I10", ObjectType.EDGE, rows));
        figures.add(typed("I11", ObjectType.SUDDEN, rows));
        figures.add(
                new Figure("I12", "脱贫不稳定户中无劳动能力人数", "Without labour in the households of I09", null, withoutLabour));
        figures.add(
                Figure.pair("STOCK", "监测对象", "Monitored, of the three types", sum(rows, row -> row.type() != null)));
        for (var grade : Grade.values())
            figures.add(Figure.pair(
                    grade.name(), grade.zh(), "Graded " + grade.name(), sum(rows, row -> row.grade() == grade)));
        figures.add(Figure.pair("INCLUDED", "当月新增", "Included this month", month.included()));
        figures.add(Figure.pair("RE_ENTERED", "当月再次纳入", "Included again this month", month.reEntered()));
        figures.add(Figure.pair("REMOVED", "当月消除", "Removed this month", month.removed()));
        return List.copyOf(figures);
    }

    private static Figure typed(String code, ObjectType type, List<Row> rows) {
        return Figure.pair(code, type.zh(), type.en(), sum(rows, row -> row.type() == type));
    }

    private static Count sum(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::count).reduce(Count.NONE, Count::plus);
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
