package org.shouwang.monitoring.screening;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.screening.ScreeningRules.ScreeningRule;

/** What one delivery has said of the members of households so far, added up; the page that is judged is among it. */
record Totals(Map<Part, BigDecimal> parts) {

    /** What is added up by itself. */
    record Part(UUID household, String item) {}

    static Uni<Totals> of(StatelessSession session, UUID delivery, Collection<UUID> households) {
        return Sql.rows(
                        session,
                        "select household, item, total::text from delivered_total where delivery = $1 and household = any($2::uuid[])",
                        delivery,
                        households.toArray(UUID[]::new))
                .map(rows -> new Totals(rows.stream()
                        .collect(
                                toMap(r -> new Part((UUID) r[0], (String) r[1]), r -> new BigDecimal((String) r[2])))));
    }

    /** The figure that a rule compares. @param value of the row; null where the row is a fact without a figure */
    BigDecimal figure(ScreeningRule rule, UUID household, BigDecimal value) {
        if (value == null || !Boolean.TRUE.equals(rule.perHousehold())) return value;
        return Stream.of(rule.item(), rule.id())
                .distinct()
                .map(item -> parts.get(new Part(household, item)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(value);
    }
}
