package org.shouwang.monitoring.figures;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;

/**
 * Counts areas over periods: what stood there at both ends, and what happened in between. A day's stock is that at its end; who came or went
 * counts with the members of the end of that day, a member who joined or left on a day counts where the household was monitored the day
 * before.
 */
final class Counts {

    /** Households that are alike in all that is counted. @param type null: kept in a colour only @param risks codes, main one first */
    record Alike(
            ObjectType type,
            Grade grade,
            List<String> risks,
            RegisteredType registered,
            Count count,
            long withoutLabour) {}

    /** @param before the three types at the end of the day before the first */
    record Counted(Period period, List<Alike> stock, Count before, Map<Flow, Count> flows, long joined, long left) {

        /** The three types at the end of the last day. */
        Count typed() {
            return stock.stream()
                    .filter(a -> a.type() != null)
                    .map(Alike::count)
                    .reduce(Count.NONE, Count::plus);
        }

        Count flow(Flow flow) {
            return flows.getOrDefault(flow, Count.NONE);
        }

        /** What the events in between do not explain; none, unless something is wrong. */
        Count unexplained() {
            var expected = new Count(before.households(), before.persons() + joined - left);
            for (var flow : Flow.values())
                expected = flow.sign() > 0 ? expected.plus(flow(flow)) : expected.minus(flow(flow));
            return typed().minus(expected);
        }
    }

    private record Key(String area, LocalDate first) {
        static Key of(Object[] row) {
            return new Key((String) row[0], (LocalDate) row[1]);
        }
    }

    private static final String PERIODS = " from unnest($1::text[], $2::date[], $3::date[]) p (area, first, last) ";

    private static final String STOCK = """
            select p.area, p.first, s.type, s.grade, s.risks, h.registered_type, count(*)::bigint, coalesce(sum(h.persons), 0)::bigint,
              coalesce(sum(h.idle), 0)::bigint""" + PERIODS + """
            join object_stretch s on s.watched and s.area_code ~>=~ p.area and s.area_code ~<~ (p.area || 'x')
              and s.from_on <= p.last and (s.until is null or s.until > p.last)
            left join household_stretch h on h.household = s.household and h.from_on <= p.last and (h.until is null or h.until > p.last)
            group by 1, 2, 3, 4, 5, 6""";

    private static final String BEFORE =
            "select p.area, p.first, count(*)::bigint, coalesce(sum(h.persons), 0)::bigint" + PERIODS + """
            join object_stretch s on s.watched and s.type is not null and s.area_code ~>=~ p.area and s.area_code ~<~ (p.area || 'x')
              and s.from_on < p.first and (s.until is null or s.until >= p.first)
            left join household_stretch h on h.household = s.household and h.from_on < p.first and (h.until is null or h.until >= p.first)
            group by 1, 2""";

    private static final String FLOWS =
            "select p.area, p.first, f.kind, count(*)::bigint, coalesce(sum(h.persons), 0)::bigint" + PERIODS + """
            join object_flow f on f.area_code ~>=~ p.area and f.area_code ~<~ (p.area || 'x') and f.on_day between p.first and p.last
              and (f.other is null or not (f.other ~>=~ p.area and f.other ~<~ (p.area || 'x')))
            left join household_stretch h on h.household = f.household and h.from_on <= f.on_day and (h.until is null or h.until > f.on_day)
            group by 1, 2, 3""";

    private static final String MEMBERS =
            "select p.area, p.first, sum(m.joined)::bigint, sum(m.gone)::bigint" + PERIODS + """
            join object_stretch s on s.watched and s.type is not null and s.area_code ~>=~ p.area and s.area_code ~<~ (p.area || 'x')
              and s.from_on <= p.last and (s.until is null or s.until >= p.first)
            join member_flow m on m.household = s.household and m.on_day between p.first and p.last
              and m.on_day > s.from_on and (s.until is null or m.on_day <= s.until)
            group by 1, 2""";

    private Counts() {}

    /** In the order given. */
    static Uni<List<Counted>> of(StatelessSession session, List<Period> periods) {
        return query(session, STOCK, periods)
                .chain(stock -> query(session, BEFORE, periods).chain(before -> query(session, FLOWS, periods)
                        .chain(flows -> query(session, MEMBERS, periods).map(members -> periods.stream()
                                .map(p -> counted(p, stock, before, flows, members))
                                .toList()))));
    }

    private static Uni<Map<Key, List<Object[]>>> query(StatelessSession session, String sql, List<Period> periods) {
        return Sql.rows(
                        session,
                        sql,
                        periods.stream().map(Period::area).toArray(String[]::new),
                        periods.stream().map(Period::first).toArray(LocalDate[]::new),
                        periods.stream().map(Period::last).toArray(LocalDate[]::new))
                .map(rows -> new HashMap<>(rows.stream().collect(groupingBy(Key::of))));
    }

    private static Counted counted(
            Period period,
            Map<Key, List<Object[]>> stock,
            Map<Key, List<Object[]>> before,
            Map<Key, List<Object[]>> flows,
            Map<Key, List<Object[]>> members) {
        var key = new Key(period.area(), period.first());
        var changes = new EnumMap<Flow, Count>(Flow.class);
        flows.getOrDefault(key, List.of()).forEach(r -> changes.put(Flow.valueOf((String) r[2]), count(r, 3)));
        var people = members.getOrDefault(key, List.of());
        return new Counted(
                period,
                stock.getOrDefault(key, List.of()).stream().map(Counts::alike).toList(),
                before.containsKey(key) ? count(before.get(key).getFirst(), 2) : Count.NONE,
                changes,
                people.isEmpty() ? 0 : (Long) people.getFirst()[2],
                people.isEmpty() ? 0 : (Long) people.getFirst()[3]);
    }

    private static Alike alike(Object[] r) {
        var risks = (String) r[4];
        return new Alike(
                r[2] == null ? null : ObjectType.valueOf((String) r[2]),
                r[3] == null ? null : Grade.valueOf((String) r[3]),
                risks.isEmpty() ? List.of() : List.of(risks.split(",")),
                r[5] == null ? null : RegisteredType.valueOf((String) r[5]),
                count(r, 6),
                (Long) r[8]);
    }

    private static Count count(Object[] r, int at) {
        return new Count((Long) Objects.requireNonNull(r[at]), (Long) r[at + 1]);
    }
}
