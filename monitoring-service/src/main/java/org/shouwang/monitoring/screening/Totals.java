package org.shouwang.monitoring.screening;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** Adds up what one delivery says of the members of a household, over all pages in which its rows come. */
final class Totals {

    /** What is added up by itself. */
    record Part(UUID household, String rule) {}

    private static final String ADD = """
            insert into screening_total as t (delivery, household, rule, total)
            select $1::uuid, n.household, n.rule, n.total::numeric from unnest($2::uuid[], $3::text[], $4::text[]) n(household, rule, total)
            order by n.household, n.rule
            on conflict (delivery, household, rule) do update set total = t.total + excluded.total
            returning household, rule, total::text""";

    private Totals() {}

    /** @return what has come together so far, this page among it */
    static Uni<Map<Part, BigDecimal>> add(StatelessSession session, UUID delivery, Map<Part, BigDecimal> page) {
        if (page.isEmpty()) return Uni.createFrom().item(Map.of());
        var parts = List.copyOf(page.keySet());
        return Sql.rows(
                        session,
                        ADD,
                        delivery,
                        parts.stream().map(Part::household).toArray(UUID[]::new),
                        parts.stream().map(Part::rule).toArray(String[]::new),
                        parts.stream().map(part -> page.get(part).toPlainString()).toArray(String[]::new))
                .map(rows -> rows.stream()
                        .collect(toMap(r -> new Part((UUID) r[0], (String) r[1]), r -> new BigDecimal((String) r[2]))));
    }
}
