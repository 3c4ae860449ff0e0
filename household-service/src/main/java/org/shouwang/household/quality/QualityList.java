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

/** What the rules say of the households of an area, in the order of area, household and finding. */
@Singleton
class QualityList {

    /**
     * A finding with the household it is about.
     *
     * @param rule in the list of data-quality rules, {@code DQ-11}
     * @param memberId {@code member}'s and {@code idNo}'s, masked; absent where it concerns the household
     * @param statementId the income statement in question
     * @param fields in question, the one to look at first before the others
     * @param recordedAt when something was last recorded of the household, {@code recordedBy} the user and {@code recordedRole} the role
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
    }

    private record Numbered(Item item, int number) {}

    private static final String SELECT = """
            select o.id, f.number, f.rule, o.area_code, o.group_code, o.grid_code, o.household_no, o.head_name, f.member, p.name, p.id_masked,
              f.statement, f.fields, o.recorded_at, o.recorded_by, o.recorded_role
            from household_overview o join quality_household q on q.household = o.id and q.version = o.version
            join quality_finding f on f.household = o.id
            left join household_person p on p.household = f.household and p.member = f.member
            where o.state = 'ACTIVE' and\s""";

    private final Journal journal;

    QualityList(Journal journal) {
        this.journal = journal;
    }

    /** As it stands, nothing is looked at anew. @param scope the area that is asked for @param own what the caller reaches */
    Uni<Page<Item>> find(String scope, String own, Search search, String after, int limit) {
        var from = cursor(after);
        return journal.read(session ->
                        Extent.of(session, scope, own).chain(extent -> items(session, extent, search, from, limit + 1)))
                .map(found -> {
                    var page = Page.of(found, limit, QualityList::cursor);
                    return new Page<>(page.items().stream().map(Numbered::item).toList(), page.next());
                });
    }

    private static Uni<List<Numbered>> items(
            StatelessSession session, Extent extent, Search search, Object[] from, int limit) {
        var sql = new StringBuilder(SELECT).append(extent.where("o", 1));
        var values = new ArrayList<Object>(List.of(extent.value()));
        if (search.rule() != null) {
            values.add(Search.rules(search.rule()));
            sql.append(" and f.rule = any($%d::text[])".formatted(values.size()));
        }
        if (search.severity() != null) {
            values.add(search.severity() == Severity.ERROR);
            sql.append(" and f.error = $%d".formatted(values.size()));
        }
        if (from.length > 0) {
            values.addAll(Arrays.asList(from));
            var n = values.size();
            sql.append(" and (o.area_code, o.id, f.number) > ($%d, $%d, $%d)".formatted(n - 2, n - 1, n));
        }
        sql.append(" order by o.area_code, o.id, f.number limit ").append(limit);
        return Sql.rows(session, sql.toString(), values.toArray())
                .map(rows -> rows.stream().map(QualityList::numbered).toList());
    }

    private static Numbered numbered(Object[] r) {
        var rule = Rule.valueOf((String) r[2]);
        return new Numbered(
                new Item(
                        rule.code(),
                        rule.name(),
                        rule.severity(),
                        rule.zh(),
                        rule.en(),
                        (UUID) r[0],
                        (String) r[3],
                        (String) r[4],
                        (String) r[5],
                        (String) r[6],
                        (String) r[7],
                        (UUID) r[8],
                        (String) r[9],
                        (String) r[10],
                        (UUID) r[11],
                        List.of(((String) r[12]).split(",")),
                        ((OffsetDateTime) r[13]).toInstant(),
                        (String) r[14],
                        (String) r[15]),
                (Integer) r[1]);
    }

    private static String cursor(Numbered n) {
        return n.item().areaCode() + "~" + n.item().householdId() + "~" + n.number();
    }

    private static Object[] cursor(String after) {
        if (after == null) return new Object[0];
        if (!after.matches("[0-9]{12}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[0-9]{1,6}"))
            throw new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
        var parts = after.split("~");
        return new Object[] {parts[0], UUID.fromString(parts[1]), Integer.valueOf(parts[2])};
    }
}
