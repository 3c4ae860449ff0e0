package org.shouwang.monitoring.omission;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.figures.Count;
import org.shouwang.monitoring.line.VillageLines;
import org.shouwang.monitoring.line.VillageLines.VillageLine;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.succession.Extent;

/**
 * Households that may have been left out (应纳未纳): by what is known of them on a day an inclusion would be recommended, and they are neither
 * monitored nor decided against within the months given.
 */
@Singleton
class Omissions {

    /**
     * @param persons of the household on the day
     * @param perCapita that was compared: the reference income where the policy compares that and the statement has one
     * @param line that the income was compared with, yuan per person and year
     * @param until last month of the income
     * @param safeguardAtRisk the last check found an item that fails or is at risk
     * @param clues that wait, or led to a case that did not end in an inclusion
     * @param risks codes of the national form; 99: a risk that no code tells of
     * @param recommended an inclusion would be recommended; else the income is below the line, no risk is known, and a visit has to tell
     * @param type that would be recommended; null where none is
     * @param caseId a case that is under way; null: none
     */
    record Row(
            UUID householdId,
            String areaCode,
            RegisteredType registeredType,
            int persons,
            BigDecimal perCapita,
            BigDecimal line,
            YearMonth until,
            UUID incomeStatementId,
            boolean safeguardAtRisk,
            int clues,
            List<String> risks,
            boolean recommended,
            ObjectType type,
            UUID caseId) {}

    /**
     * Households 户 and persons 人.
     *
     * @param recommended all for whom an inclusion would be recommended, and beside it by the type
     * @param withoutRisk below the line, but no risk is known
     */
    record Totals(LocalDate on, Count recommended, Count unstable, Count edge, Count sudden, Count withoutRisk) {

        Totals plus(Row row) {
            var one = new Count(1, row.persons());
            return row.recommended()
                    ? new Totals(
                            on,
                            recommended.plus(one),
                            row.type() == ObjectType.UNSTABLE ? unstable.plus(one) : unstable,
                            row.type() == ObjectType.EDGE ? edge.plus(one) : edge,
                            row.type() == ObjectType.SUDDEN ? sudden.plus(one) : sudden,
                            withoutRisk)
                    : new Totals(on, recommended, unstable, edge, sudden, withoutRisk.plus(one));
        }
    }

    /** Where a page goes on. */
    record After(String areaCode, UUID householdId) {}

    /** @param former null; else only those that lie under this code of a village, or were kept under it */
    private record Place(List<VillageLine> villages, String former) {}

    private static final int AT_ONCE = 1_000;

    /** A case or a clue that ended in an inclusion tells nothing once the household is let go. */
    private static final String OPEN_OR_REFUSED =
            "(k.decided_on is null or k.decided_on > $5 or k.reason_code is not null)";

    private static final String CANDIDATES = """
            select f.id, f.area_code, f.registered_type, coalesce(p.persons, 0), i.per_capita, i.per_capita_reference, i.compared, i.to_month, i.id,
              s.items, c.clues, c.risks, k.risks, coalesce(k.sudden, false), coalesce(k.severe, false), coalesce(k.hardship, false),
              coalesce(k.listed, false), k.assets, o.open
            from household_fact f
            join unnest($1::text[], $2::numeric[], $3::boolean[], $4::boolean[]) as v(area, line, inclusive, reference) on v.area = f.area_code
            join lateral (select id, per_capita, per_capita_reference, to_month,
                case when v.reference then coalesce(per_capita_reference, per_capita) else per_capita end as compared from income_fact
              where household = f.id and state in ('SIGNED', 'CONFIRMED') and per_capita is not null
                and case when basis = 'ESTIMATED_YEAR' then from_month else to_month end <= to_char($5::date, 'YYYY-MM')
              order by to_month desc, id limit 1) i on true
            left join lateral (select persons from household_stretch
              where household = f.id and from_on <= $5 and (until is null or until > $5) limit 1) p on true
            left join lateral (select items from safeguard_fact
              where household = f.id and checked_on <= $5 order by checked_on desc, id limit 1) s on true
            left join lateral (select count(*)::int as clues, string_agg(u.risk, ',' order by u.received_on, u.id) as risks from clue u
              where u.household = f.id and u.received_on <= $5 and (u.result is null or u.answered_on > $5 or u.result = 'TO_CASE'
                and exists (select from case_file k where k.id = u.case_id and OPEN_OR_REFUSED))) c on true
            left join lateral (select g.* from case_findings g join case_file k on k.id = g.case_id
              where g.household = f.id and g.found_on <= $5 and OPEN_OR_REFUSED
              order by g.found_on desc, g.case_id limit 1) k on true
            left join lateral (select id as open from case_file
              where household = f.id and clue_on <= $5 and (decided_on is null or decided_on > $5) order by clue_on desc, id limit 1) o on true
            where (f.ended_on is null or f.ended_on > $5)
              and ($10::text is null or f.area_code = $10::text
                or f.id in (select h.household from household_former h where h.area_code = $10::text and h.left_on is null))
              and ($7::text is null or (f.area_code, f.id) > ($7::text, $8::uuid))
              and (i.compared < v.line or v.inclusive and i.compared = v.line or k.sudden and k.severe or k.hardship or k.listed)
              and not exists (select from object_stretch t where t.household = f.id and t.watched and t.type is not null
                and t.from_on <= $5 and (t.until is null or t.until > $5))
              and not exists (select from case_file d
                where d.household = f.id and d.reason_code is not null and d.decided_on > $6 and d.decided_on <= $5)
            order by f.area_code, f.id limit $9""".replace("OPEN_OR_REFUSED", OPEN_OR_REFUSED);

    private final Journal journal;
    private final VillageLines lines;
    private final int months;

    /** @param months for which a decision not to include stands */
    Omissions(Journal journal, VillageLines lines, @ConfigProperty(name = "shouwang.omission.months") int months) {
        this.journal = journal;
        this.lines = lines;
        this.months = months;
    }

    /**
     * In the order of village and household; villages without a policy or a line have none.
     *
     * @param own what the caller reaches
     * @param all those below the line without a known risk too
     */
    Uni<List<Row>> list(String scope, String own, LocalDate date, boolean all, After after, int limit) {
        return journal.read(
                session -> Extent.of(session, scope, own).chain(extent -> lines.of(session, extent.range(), date)
                        .chain(villages -> fill(
                                session,
                                new Place(villages, extent.former() ? scope : null),
                                date,
                                all,
                                after,
                                limit,
                                List.of()))));
    }

    Uni<Totals> totals(String scope, String own, LocalDate date) {
        var none = new Count(0, 0);
        return add(scope, own, date, null, new Totals(date, none, none, none, none, none));
    }

    private Uni<Totals> add(String scope, String own, LocalDate date, After after, Totals before) {
        return list(scope, own, date, true, after, AT_ONCE).chain(rows -> {
            var totals = before;
            for (var row : rows) totals = totals.plus(row);
            return rows.size() < AT_ONCE
                    ? Uni.createFrom().item(totals)
                    : add(scope, own, date, after(rows.getLast()), totals);
        });
    }

    static After after(Row row) {
        return new After(row.areaCode(), row.householdId());
    }

    /** A piece may hold fewer than are asked for: the recommendation is asked for each household by itself. */
    private Uni<List<Row>> fill(
            StatelessSession session,
            Place place,
            LocalDate date,
            boolean all,
            After after,
            int limit,
            List<Row> before) {
        return candidates(session, place, date, after).chain(found -> {
            var line = place.villages().stream().collect(toMap(VillageLine::areaCode, identity()));
            var rows = new ArrayList<>(before);
            found.stream()
                    .map(candidate -> candidate.judged(line.get(candidate.areaCode())))
                    .filter(row -> row.recommended() || all && below(row, line))
                    .forEach(rows::add);
            if (rows.size() >= limit) return Uni.createFrom().item(List.copyOf(rows.subList(0, limit)));
            if (found.size() < AT_ONCE) return Uni.createFrom().item(List.copyOf(rows));
            var last = new After(found.getLast().areaCode(), found.getLast().householdId());
            return fill(session, place, date, all, last, limit, rows);
        });
    }

    private static boolean below(Row row, Map<String, VillageLine> lines) {
        var compared = row.perCapita().compareTo(row.line());
        return compared < 0 || compared == 0 && lines.get(row.areaCode()).inclusive();
    }

    private Uni<List<Candidate>> candidates(StatelessSession session, Place place, LocalDate date, After after) {
        var villages = place.villages();
        return Sql.rows(
                        session,
                        CANDIDATES,
                        villages.stream().map(VillageLine::areaCode).toArray(String[]::new),
                        villages.stream().map(VillageLine::amount).toArray(BigDecimal[]::new),
                        villages.stream().map(VillageLine::inclusive).toArray(Boolean[]::new),
                        villages.stream().map(VillageLine::reference).toArray(Boolean[]::new),
                        date,
                        date.minusMonths(months),
                        after == null ? null : after.areaCode(),
                        after == null ? null : after.householdId(),
                        AT_ONCE,
                        place.former())
                .map(rows -> rows.stream().map(Candidate::of).toList());
    }
}
