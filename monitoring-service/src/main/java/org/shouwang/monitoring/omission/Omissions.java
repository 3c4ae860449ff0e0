package org.shouwang.monitoring.omission;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.line.VillageLines;
import org.shouwang.monitoring.line.VillageLines.VillageLine;

/**
 * Households that may have been left out (应纳未纳): in the monitoring range by their latest signed income, and neither monitored nor
 * decided against within the months given.
 */
@Singleton
class Omissions {

    /**
     * @param perCapita that was compared: the reference income where the policy compares that and the statement has one
     * @param line that the income was compared with, yuan per person and year
     * @param until last month of the income
     * @param safeguardAtRisk the last check found an item that fails or is at risk
     * @param clues that wait, or led to a case
     * @param recommended a risk is known as well, so that it meets the recommendation; else a visit has to tell
     * @param caseId a case that is under way; null: none
     */
    record Row(
            UUID householdId,
            String areaCode,
            RegisteredType registeredType,
            BigDecimal perCapita,
            BigDecimal line,
            YearMonth until,
            UUID incomeStatementId,
            boolean safeguardAtRisk,
            int clues,
            boolean recommended,
            UUID caseId) {}

    private final Journal journal;
    private final VillageLines lines;
    private final int months;

    /** @param months for which a decision not to include stands */
    Omissions(Journal journal, VillageLines lines, @ConfigProperty(name = "shouwang.omission.months") int months) {
        this.journal = journal;
        this.lines = lines;
        this.months = months;
    }

    /** In the order of ids; villages without a policy or a line have none. */
    Uni<List<Row>> list(String scope, LocalDate date, UUID after, int limit) {
        return journal.read(session -> lines.of(session, scope, date).chain(villages -> Sql.rows(
                        session,
                        """
                        select f.id, f.area_code, f.registered_type, i.compared, v.line, i.to_month, i.id, s.bad is not null, c.clues, o.open
                        from household_fact f
                        join unnest($1::text[], $2::numeric[], $3::boolean[], $8::boolean[]) as v(area, line, inclusive, reference) on v.area = f.area_code
                        join lateral (select id, case when v.reference then coalesce(per_capita_reference, per_capita) else per_capita end as compared, to_month from income_fact
                          where household = f.id and state in ('SIGNED', 'CONFIRMED') order by to_month desc, id limit 1) i on true
                        left join lateral (select true as bad from (select items from safeguard_fact
                          where household = f.id and checked_on <= $4 order by checked_on desc, id limit 1) last
                          where last.items::jsonb @? '$[*] ? (@.result == "FAIL" || @.result == "AT_RISK")') s on true
                        left join lateral (select count(*)::int as clues from clue
                          where household = f.id and (result is null or result = 'TO_CASE')) c on true
                        left join lateral (select id as open from case_file
                          where household = f.id and decided_on is null order by clue_on desc, id limit 1) o on true
                        where (f.ended_on is null or f.ended_on > $4) and ($6::uuid is null or f.id > $6::uuid)
                          and (i.compared < v.line or v.inclusive and i.compared = v.line)
                          and not exists (select from monitored_object m
                            where m.household = f.id and m.state in ('ACTIVE', 'REMOVAL_PENDING'))
                          and not exists (select from case_file d
                            where d.household = f.id and d.reason_code is not null and d.decided_on > $5)
                        order by f.id limit $7""",
                        villages.stream().map(VillageLine::areaCode).toArray(String[]::new),
                        villages.stream().map(VillageLine::amount).toArray(BigDecimal[]::new),
                        villages.stream().map(VillageLine::inclusive).toArray(Boolean[]::new),
                        date,
                        date.minusMonths(months),
                        after,
                        limit,
                        villages.stream().map(VillageLine::reference).toArray(Boolean[]::new))
                .map(rows -> rows.stream().map(Omissions::row).toList())));
    }

    private static Row row(Object[] r) {
        var atRisk = (Boolean) r[7];
        var clues = (Integer) r[8];
        return new Row(
                (UUID) r[0],
                (String) r[1],
                RegisteredType.valueOf((String) r[2]),
                Yuan.of(r[3]),
                Yuan.of(r[4]),
                YearMonth.parse((String) r[5]),
                (UUID) r[6],
                atRisk,
                clues,
                atRisk || clues > 0,
                (UUID) r[9]);
    }
}
