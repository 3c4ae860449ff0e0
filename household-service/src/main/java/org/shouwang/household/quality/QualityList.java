package org.shouwang.household.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.registry.Rule;
import org.shouwang.household.registry.Rule.Severity;
import org.shouwang.household.succession.Extent;

/** What the rules say of the households and lists of an area, in the order of area, household or delivery, and finding. */
@Singleton
class QualityList {

    /**
     * A finding with the household it is about, or with the delivery whose list it is about.
     *
     * @param rule in the list of data-quality rules, {@code DQ-11}
     * @param householdId absent where a list is meant, with all that is a household's
     * @param memberId {@code member}'s and {@code idNo}'s, masked; absent where it concerns the household
     * @param statementId the income statement in question
     * @param deliveryId of the list in question; {@code areaCode} is then the one that it was delivered for
     * @param fields in question, the one to look at first before the others
     * @param recordedAt when something was last recorded of the household, or the list was delivered, {@code recordedBy} the user and
     *     {@code recordedRole} the role
     */
    record Item(
            String rule,
            String name,
            Severity severity,
            String zh,
            String en,
            UUID householdId,
            String areaCode,
            String groupCode,
            String gridCode,
            String householdNo,
            String head,
            UUID memberId,
            String member,
            String idNo,
            UUID statementId,
            UUID deliveryId,
            List<String> fields,
            Instant recordedAt,
            String recordedBy,
            String recordedRole) {}

    /** Every part may be null. @param rule a number of the list, which may mean several, or a name */
    record Search(String rule, Severity severity) {

        Search {
            if (rule != null && rules(rule).length == 0)
                throw new BadRequest("rule", "没有这条规则", "is no rule: see /quality/rules");
        }

        private static String[] rules(String rule) {
            return Arrays.stream(Rule.values())
                    .filter(r -> r.code().equals(rule) || r.name().equals(rule))
                    .map(Rule::name)
                    .toArray(String[]::new);
        }

        private boolean lists() {
            return severity != Severity.WARNING
                    && (rule == null || List.of(rules(rule)).contains(Rule.STATED_TOTAL.name()));
        }
    }

    /** @param id of the household or delivery */
    private record Numbered(Item item, UUID id, int number) {}

    private static final String SELECT = """
            select o.id, f.number, f.rule, o.area_code, o.group_code, o.grid_code, o.household_no, o.head_name, f.member, p.name, p.id_masked,
              f.statement, f.fields, o.recorded_at, o.recorded_by, o.recorded_role
            from household_overview o join quality_household q on q.household = o.id and q.version = o.version
            join quality_finding f on f.household = o.id
            left join household_person p on p.household = f.household and p.member = f.member
            where o.state = 'ACTIVE' and\s""";

    /** Deliveries whose list disagrees with itself and is not explained yet, of the area whose beginning is the parameter. */
    static final String LISTS =
            "from screening_delivery d %s where d.area like $%d || '%%' and d.stated_total <> d.rows and d.reason is null";

    private static final String OF_LISTS =
            """
            select d.id, 0, '%s', d.area, null::text, null::text, null::text, null::text, null::uuid, null::text, null::text, null::uuid, '%s',
              e.recorded_at, e.actor, e.role\s""".formatted(Rule.STATED_TOTAL.name(), String.join(",", Rule.STATED_TOTAL.fields()));

    private static final String DELIVERED = """
            cross join lateral (select recorded_at, actor, role from event where kind = 'delivery' and stream = d.id
              order by version limit 1) e""";

    private final Journal journal;

    QualityList(Journal journal) {
        this.journal = journal;
    }

    /** As it stands, nothing is looked at anew. @param scope the area that is asked for @param own what the caller reaches */
    Uni<Page<Item>> find(String scope, String own, Search search, String after, int limit) {
        var from = cursor(after);
        return journal.read(session -> Extent.of(session, scope, own)
                        .chain(extent -> items(session, extent, scope, search, from, limit + 1)))
                .map(found -> {
                    var page = Page.of(found, limit, QualityList::cursor);
                    return new Page<>(page.items().stream().map(Numbered::item).toList(), page.next());
                });
    }

    private static Uni<List<Numbered>> items(
            StatelessSession session, Extent extent, String scope, Search search, Object[] from, int limit) {
        var sql = new StringBuilder("(").append(SELECT).append(extent.where("o", 1));
        var values = new ArrayList<Object>(List.of(extent.value()));
        if (search.rule() != null) {
            values.add(Search.rules(search.rule()));
            sql.append(" and f.rule = any($%d::text[])".formatted(values.size()));
        }
        if (search.severity() != null) {
            values.add(search.severity() == Severity.ERROR);
            sql.append(" and f.error = $%d".formatted(values.size()));
        }
        values.addAll(Arrays.asList(from));
        var last = values.size();
        if (from.length > 0) sql.append(behind("o.area_code, o.id, f.number", last));
        sql.append(" order by o.area_code, o.id, f.number limit ").append(limit).append(")");
        if (search.lists()) {
            values.add(scope);
            sql.append(" union all (").append(OF_LISTS).append(LISTS.formatted(DELIVERED, values.size()));
            if (from.length > 0) sql.append(behind("d.area, d.id, 0", last));
            sql.append(" order by d.area, d.id limit ").append(limit);
            sql.append(") order by 4, 1, 2 limit ").append(limit);
        }
        return Sql.rows(session, sql.toString(), values.toArray())
                .map(rows -> rows.stream().map(QualityList::numbered).toList());
    }

    /** @param last number of the last of the three parameters that say where the page before ended */
    private static String behind(String place, int last) {
        return " and (%s) > ($%d::text, $%d::uuid, $%d::int)".formatted(place, last - 2, last - 1, last);
    }

    private static Numbered numbered(Object[] r) {
        var rule = Rule.valueOf((String) r[2]);
        var id = (UUID) r[0];
        var list = rule == Rule.STATED_TOTAL;
        return new Numbered(
                new Item(
                        rule.code(),
                        rule.name(),
                        rule.severity(),
                        rule.zh(),
                        rule.en(),
                        list ? null : id,
                        (String) r[3],
                        (String) r[4],
                        (String) r[5],
                        (String) r[6],
                        (String) r[7],
                        (UUID) r[8],
                        (String) r[9],
                        (String) r[10],
                        (UUID) r[11],
                        list ? id : null,
                        List.of(((String) r[12]).split(",")),
                        ((OffsetDateTime) r[13]).toInstant(),
                        (String) r[14],
                        (String) r[15]),
                id,
                (Integer) r[1]);
    }

    private static String cursor(Numbered n) {
        return n.item().areaCode() + "~" + n.id() + "~" + n.number();
    }

    private static Object[] cursor(String after) {
        if (after == null) return new Object[0];
        if (!after.matches("[0-9]{12}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[0-9]{1,6}"))
            throw new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
        var parts = after.split("~");
        return new Object[] {parts[0], UUID.fromString(parts[1]), Integer.valueOf(parts[2])};
    }
}
