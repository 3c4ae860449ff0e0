package org.shouwang.monitoring.figures;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.figures.Counts.Alike;
import org.shouwang.monitoring.figures.Counts.Counted;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.object.RiskCode;

/** What areas had at the end of their months, what happened in them, and whether the one explains the other. */
@Singleton
public class Months {

    /** One value of what is counted by. */
    public record Part(String code, String zh, long households, long persons) {}

    /** What happened to the three types. @param typed kept in a colour before @param revoked a removal was taken back */
    public record Flows(
            Count included,
            Count reEntered,
            Count typed,
            Count revoked,
            Count movedIn,
            Count removed,
            Count voided,
            Count movedOut,
            long joined,
            long left) {}

    /**
     * @param area code with zeros behind the asked level
     * @param stock of the three types at the end of the month
     * @param grades also of households that are kept in a colour only
     * @param mainRisks each household once
     * @param risks a household once for each of its risks
     * @param unexplained stock less before and flows: zero, or something is wrong (DQ-26)
     */
    public record Month(
            String area,
            YearMonth month,
            Count before,
            Flows flows,
            Count stock,
            Count unexplained,
            List<Part> types,
            List<Part> grades,
            List<Part> mainRisks,
            List<Part> risks,
            List<Part> registered) {}

    /** Where a page goes on. @param area prefix */
    record Place(String area, YearMonth month) {}

    /** Where a page of findings goes on. @param area code of a village */
    record Beyond(String area, YearMonth month, UUID household) {}

    /** A household whose count events do not explain. @param households, @param persons the difference */
    record Finding(
            String code,
            String area,
            YearMonth month,
            UUID householdId,
            long households,
            long persons,
            String zh,
            String en) {

        Beyond place() {
            return new Beyond(area, month, householdId);
        }
    }

    private static final String PLACES = """
            select a.area, d::date from (select distinct left(area_code, $2) as area from object_stretch where area_code like $1 || '%') a,
              generate_series($3::date, $4::date, interval '1 month') d
            where $5::text is null or (a.area, d::date) > ($5::text, $6::date) order by 1, 2 limit $7""";

    private static final String UNEXPLAINED = "select * from ("
            + StockEquation.unexplained(
                    "select d::date as first, (d + interval '1 month' - interval '1 day')::date as last"
                            + " from generate_series($2::date, $3::date, interval '1 month') d",
                    "$1::text",
                    "($1::text || 'x')")
            + ") b where $5::text is null or (area_code, first, household) > ($5::text, $6::date, $7::uuid) order by 1, 2, 3 limit $4";

    private final Journal journal;

    Months(Journal journal) {
        this.journal = journal;
    }

    /** @param level of the parts; null, or not below the area: the area as a whole @param after null: the first page */
    Uni<List<Month>> of(String scope, AreaLevel level, YearMonth from, YearMonth to, Place after, int limit) {
        return journal.read(session -> (level == null || level.digits() <= scope.length()
                        ? Uni.createFrom().item(whole(scope, from, to, after, limit))
                        : Sql.rows(
                                        session,
                                        PLACES,
                                        scope,
                                        level.digits(),
                                        from.atDay(1),
                                        to.atDay(1),
                                        after == null ? null : after.area(),
                                        after == null ? null : after.month().atDay(1),
                                        limit)
                                .map(rows -> rows.stream()
                                        .map(r -> period((String) r[0], YearMonth.from((LocalDate) r[1])))
                                        .toList()))
                .chain(periods -> Counts.of(session, periods))
                .map(counted -> counted.stream().map(Months::month).toList()));
    }

    /** One month of an area as a whole. @param scope prefix */
    public Uni<Month> of(StatelessSession session, String scope, YearMonth month) {
        return Counts.of(session, List.of(period(scope, month))).map(counted -> month(counted.getFirst()));
    }

    /** Where stock and events of a village and month do not agree, household by household. @param after null: the first page */
    Uni<List<Finding>> findings(String scope, YearMonth from, YearMonth to, Beyond after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        UNEXPLAINED,
                        scope,
                        from.atDay(1),
                        to.atDay(1),
                        limit,
                        after == null ? null : after.area(),
                        after == null ? null : after.month().atDay(1),
                        after == null ? null : after.household()))
                .map(rows -> rows.stream()
                        .map(r -> new Finding(
                                "DQ-26",
                                (String) r[0],
                                YearMonth.from((LocalDate) r[1]),
                                (UUID) r[2],
                                (Long) r[3],
                                (Long) r[4],
                                "期末数与期初数、增减变动不符",
                                "stock differs from the stock before and what happened since"))
                        .toList());
    }

    private static List<Period> whole(String scope, YearMonth from, YearMonth to, Place after, int limit) {
        var periods = new ArrayList<Period>();
        var month = after == null ? from : after.month().plusMonths(1);
        for (; !month.isAfter(to) && periods.size() < limit; month = month.plusMonths(1))
            periods.add(period(scope, month));
        return periods;
    }

    private static Period period(String area, YearMonth month) {
        return new Period(area, month.atDay(1), month.atEndOfMonth());
    }

    private static Month month(Counted c) {
        var typed = c.stock().stream().filter(a -> a.type() != null).toList();
        return new Month(
                c.period().area() + "0".repeat(12 - c.period().area().length()),
                YearMonth.from(c.period().first()),
                c.before(),
                flows(c),
                c.typed(),
                c.unexplained(),
                parts(typed, a -> List.of(a.type()), ObjectType::name, ObjectType::zh),
                parts(c.stock(), a -> a.grade() == null ? List.of() : List.of(a.grade()), Grade::name, Grade::zh),
                parts(typed, a -> a.risks().stream().limit(1).toList(), code -> code, RiskCode::zh),
                parts(typed, Alike::risks, code -> code, RiskCode::zh),
                parts(
                        typed,
                        a -> a.registered() == null ? List.of() : List.of(a.registered()),
                        RegisteredType::name,
                        RegisteredType::zh));
    }

    private static Flows flows(Counted c) {
        return new Flows(
                c.flow(Flow.INCLUDED),
                c.flow(Flow.RE_ENTERED),
                c.flow(Flow.TYPED),
                c.flow(Flow.REVOKED),
                c.flow(Flow.MOVED_IN),
                c.flow(Flow.REMOVED),
                c.flow(Flow.VOIDED),
                c.flow(Flow.MOVED_OUT),
                c.joined(),
                c.left());
    }

    private static <T extends Comparable<? super T>> List<Part> parts(
            List<Alike> stock, Function<Alike, List<T>> by, Function<T, String> code, Function<T, String> zh) {
        var sums = new TreeMap<T, Count>();
        for (var alike : stock) for (var value : by.apply(alike)) sums.merge(value, alike.count(), Count::plus);
        return sums.entrySet().stream()
                .map(e -> new Part(
                        code.apply(e.getKey()),
                        zh.apply(e.getKey()),
                        e.getValue().households(),
                        e.getValue().persons()))
                .toList();
    }
}
