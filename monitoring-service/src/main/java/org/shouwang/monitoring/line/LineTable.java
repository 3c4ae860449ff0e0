package org.shouwang.monitoring.line;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.line.LineEvent.*;

/** One row per area and first day, to find the line of a village on a day. */
@Singleton
class LineTable implements Projection<LineEvent> {

    /** A monitoring line as lists show it. */
    record Row(
            String areaCode,
            int year,
            BigDecimal amount,
            LocalDate effectiveFrom,
            String source,
            Written recorded,
            Written changed) {}

    /** Of the days of a year each line has its own. */
    private static final String WRITTEN = Written.columns(
            "line",
            "stream_id('line/' || monitoring_line.area_code || '/' || monitoring_line.year::text)",
            "(ev.data::json ->> 'effectiveFrom')::date = monitoring_line.effective_from");

    @Override
    public List<String> tables() {
        return List.of("monitoring_line");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<LineEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case MonitoringLineSet e ->
                Sql.update(
                        session,
                        """
                        insert into monitoring_line (area_code, prefix, year, amount, effective_from, source) values ($1, $2, $3, $4, $5, $6)
                        on conflict (area_code, year, effective_from) do update set amount = $4, source = $6
                        """,
                        e.areaCode(),
                        Actor.scope(e.areaCode()),
                        e.year(),
                        e.amount(),
                        e.effectiveFrom(),
                        e.source());
        });
    }

    static Uni<Optional<BigDecimal>> amount(StatelessSession session, String areaCode, LocalDate day) {
        return amounts(session, List.of(areaCode), day).map(found -> Optional.ofNullable(found.get(areaCode)));
    }

    /**
     * For each village the line of the smallest area around it that has one in force on that day; of several of its year the latest. Villages
     * without a line are left out.
     */
    static Uni<Map<String, BigDecimal>> amounts(StatelessSession session, List<String> villages, LocalDate day) {
        return Sql.rows(session, """
                        select v.area, l.amount from unnest($1::text[]) v (area)
                        cross join lateral (select amount from monitoring_line where v.area like prefix || '%' and year = $2 and effective_from <= $3
                          order by length(prefix) desc, effective_from desc limit 1) l
                        """, villages.toArray(String[]::new), day.getYear(), day)
                .map(rows -> rows.stream().collect(Collectors.toMap(r -> (String) r[0], r -> Yuan.of(r[1]))));
    }

    static Uni<List<Row>> list(StatelessSession session, String scope, Integer year) {
        return Sql.rows(session, """
                        select area_code, year, amount, effective_from, source""" + WRITTEN + """
                        from monitoring_line
                        where (prefix like $1 || '%' or $1 like prefix || '%') and ($2::int is null or year = $2::int) order by area_code, year, effective_from
                        """, scope, year).map(rows -> rows.stream()
                .map(r -> new Row(
                        (String) r[0],
                        (Integer) r[1],
                        Yuan.of(r[2]),
                        (LocalDate) r[3],
                        (String) r[4],
                        Written.recorded(r),
                        Written.changed(r)))
                .toList());
    }
}
