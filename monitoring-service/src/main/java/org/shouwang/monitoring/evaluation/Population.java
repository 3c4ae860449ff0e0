package org.shouwang.monitoring.evaluation;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** The households of an area that are kept, piece by piece in the order of their ids, with what was known of them on the day. Risks are the monitored household's, or its last case's. */
final class Population {

    private static final String INCOME = """
            left join lateral (select per_capita, per_capita_reference from income_fact
              where household = f.id and basis = '%1$s' and state in ('SIGNED', 'CONFIRMED') and per_capita is not null
                and %3$s <= to_char($2::date, 'YYYY-MM')
              order by to_month desc, id limit 1) %2$s on true
            """;

    private static final String PAGE = """
            with f as (select * from household_fact where area_code like $1 || '%' and (ended_on is null or ended_on > $2)
              and ($3::uuid is null or id > $3::uuid) order by id limit $4)
            select f.id, f.area_code, f.registered_type, json_array_length(f.members::json), actual.per_capita, actual.per_capita_reference,
              estimated.per_capita, estimated.per_capita_reference, s.items, o.risks, c.risks, c.sudden, c.severe, c.hardship, c.listed, c.assets,
              o.type, o.grade, c.advice, c.advised_on
            from f
            """ + INCOME.formatted("ACTUAL_12M", "actual", "to_month")
            + INCOME.formatted("ESTIMATED_YEAR", "estimated", "from_month") + """
            left join lateral (select items from safeguard_fact where household = f.id and checked_on <= $2 order by checked_on desc, id limit 1) s on true
            left join lateral (select * from case_findings where household = f.id and found_on <= $2 order by found_on desc, case_id limit 1) c on true
            left join monitored_object o on o.household = f.id and o.state in ('ACTIVE', 'REMOVAL_PENDING')
            order by f.id""";

    private Population() {}

    static Uni<List<Known>> page(StatelessSession session, String scope, LocalDate on, UUID after, int limit) {
        return Sql.rows(session, PAGE, scope, on, after, limit)
                .map(rows -> rows.stream().map(Known::of).toList());
    }
}
