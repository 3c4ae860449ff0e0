package org.shouwang.monitoring.figures;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.figures.Counts.Alike;
import org.shouwang.monitoring.figures.Counts.Counted;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.SizeLimit;

/**
 * Counts the monitored households of an area as they stood at the end of a day, where they lived on it and with the members that they had.
 * An episode counts from the day of its inclusion to the day before its end; what began or ended counts where the household lived then.
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

    /** @param on the day that is counted @param sizeLimit by the policy in force all over the area; null: it has none, or there is no such policy */
    record Report(String area, LocalDate on, List<Figure> figures, SizeLimit sizeLimit) {}

    private static final String STRUCK = """
            select count(*)::bigint, coalesce(sum(h.persons), 0)::bigint
            from (select distinct on (household) household, area_code from object_stretch
              where watched and from_on <= $3 and (until is null or until > $2) and ',' || risks like '%,02%'
              order by household, from_on desc) s
            left join household_stretch h on h.household = s.household and h.from_on <= $3 and (h.until is null or h.until > $3)
            where s.area_code like $1 || '%'""";

    private static final String POPULATION = """
            select coalesce(sum(s.persons), 0)::bigint from household_fact f
            join household_stretch s on s.household = f.id and s.from_on <= $2 and (s.until is null or s.until > $2)
            where f.area_code like $1 || '%' and (f.ended_on is null or f.ended_on > $2)""";

    private final Journal journal;
    private final Policies policies;

    Figures(Journal journal, Policies policies) {
        this.journal = journal;
        this.policies = policies;
    }

    Uni<Report> of(String scope, LocalDate on) {
        var period = new Period(scope, on.withDayOfMonth(1), on);
        return journal.read(session -> Counts.of(session, List.of(period))
                .map(List::getFirst)
                .chain(counted -> struck(session, scope, on).chain(struck -> sizeLimit(
                                session, scope, on, counted.typed().persons())
                        .map(limit -> new Report(scope, on, figures(counted, struck), limit.orElse(null))))));
    }

    /** Households are counted where they are kept now. */
    private Uni<Optional<SizeLimit>> sizeLimit(StatelessSession session, String scope, LocalDate on, long monitored) {
        return policies.onDay(session, on).chain(all -> {
            var terms = all.stream()
                    .filter(p -> scope.startsWith(p.areaPrefix()))
                    .findFirst()
                    .filter(p -> p.sizeLimitPercent() != null);
            return terms.isEmpty()
                    ? Uni.createFrom().item(Optional.<SizeLimit>empty())
                    : Sql.rows(session, POPULATION, scope, on)
                            .map(rows -> Optional.of(SizeLimit.of(terms.get(), (Long) rows.getFirst()[0], monitored)));
        });
    }

    private static List<Figure> figures(Counted counted, Count struck) {
        var withoutLabour = counted.stock().stream()
                .filter(a -> a.type() == ObjectType.UNSTABLE)
                .mapToLong(Alike::withoutLabour)
                .sum();
        var figures = new ArrayList<Figure>();
        figures.add(Figure.pair("I08", "受灾户", "Monitored this year with a natural disaster on record", struck));
        figures.add(typed("I09", ObjectType.UNSTABLE, counted));
        figures.add(typed("I10", ObjectType.EDGE, counted));
        figures.add(typed("I11", ObjectType.SUDDEN, counted));
        figures.add(
                new Figure("I12", "脱贫不稳定户中无劳动能力人数", "Without labour in the households of I09", null, withoutLabour));
        figures.add(Figure.pair("STOCK", "监测对象", "Monitored, of the three types", counted.typed()));
        for (var grade : Grade.values())
            figures.add(Figure.pair(
                    grade.name(), grade.zh(), "Graded " + grade.name(), sum(counted, a -> a.grade() == grade)));
        figures.add(Figure.pair("INCLUDED", "当月新增", "Included this month", counted.flow(Flow.INCLUDED)));
        figures.add(Figure.pair("RE_ENTERED", "当月再次纳入", "Included again this month", counted.flow(Flow.RE_ENTERED)));
        figures.add(Figure.pair("REMOVED", "当月消除", "Removed this month", counted.flow(Flow.REMOVED)));
        return List.copyOf(figures);
    }

    private static Figure typed(String code, ObjectType type, Counted counted) {
        return Figure.pair(code, type.zh(), type.en(), sum(counted, a -> a.type() == type));
    }

    private static Count sum(Counted counted, Predicate<Alike> which) {
        return counted.stock().stream().filter(which).map(Alike::count).reduce(Count.NONE, Count::plus);
    }

    private static Uni<Count> struck(StatelessSession session, String scope, LocalDate date) {
        return Sql.rows(session, STRUCK, scope, date.withDayOfYear(1), date)
                .map(rows -> new Count((Long) rows.getFirst()[0], (Long) rows.getFirst()[1]));
    }
}
