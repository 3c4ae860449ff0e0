package org.shouwang.household.overview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.monitored.Monitored;
import org.shouwang.household.monitored.MonitoredState;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.succession.Extent;

/** Households as they are listed and searched, inside one area prefix, in the order of area and id. */
@Singleton
class HouseholdList {

    /**
     * @param head name of the head
     * @param persons members; {@code residents} of them live there
     * @param noLabour no member has any labour
     * @param monitoredType as what it is watched, or was until its risk was removed; null: see {@code monitoredState}
     * @param recordedAt when something was last recorded of it, by {@code recordedBy} as {@code recordedRole}
     * @param state ACTIVE, or why the household is no longer kept
     */
    record Item(
            UUID id,
            String areaCode,
            String groupCode,
            String gridCode,
            String householdNo,
            String head,
            RegisteredType registeredType,
            boolean resident,
            boolean relocated,
            int persons,
            int residents,
            boolean noLabour,
            List<SecurityTag> tags,
            MonitoredType monitoredType,
            MonitoredState monitoredState,
            String state,
            Instant recordedAt,
            String recordedBy,
            String recordedRole) {}

    /** Every part may be null. @param name its beginning, of any member @param idNo the whole number */
    record Search(
            RegisteredType type,
            SecurityTag tag,
            MonitoredType monitoredType,
            MonitoredState monitoredState,
            Boolean noLabour,
            String name,
            String idNo) {}

    private static final String SELECT = """
            select o.id, o.area_code, o.group_code, o.grid_code, o.household_no, o.head_name, o.registered_type, o.resident, o.relocated,
              o.persons, o.residents, o.no_labour, array_to_string(o.tags, ','), m.type, m.state, o.state,
              o.recorded_at, o.recorded_by, o.recorded_role
            from household_overview o left join monitored_household m on m.id = o.id
            where o.state = 'ACTIVE' and\s""";

    private final Journal journal;
    private final IdHash hash;

    HouseholdList(Journal journal, IdHash hash) {
        this.journal = journal;
        this.hash = hash;
    }

    /** @param scope the area that is asked for @param own what the caller reaches */
    Uni<Page<Item>> find(String scope, String own, Search search, String after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                        .chain(extent -> items(session, extent, search, after, limit + 1)))
                .map(items -> Page.of(items, limit, i -> i.areaCode() + "~" + i.id()));
    }

    private Uni<List<Item>> items(StatelessSession session, Extent extent, Search search, String after, int limit) {
        var sql = new StringBuilder(SELECT).append(extent.where("o", 1));
        var values = new ArrayList<Object>(List.of(extent.value()));
        if (search.type() != null)
            where(sql, values, " and o.registered_type = $%d", search.type().name());
        if (search.tag() != null)
            where(sql, values, " and $%d = any(o.tags)", search.tag().name());
        if (search.monitoredType() != null)
            where(sql, values, " and m.type = $%d", search.monitoredType().name());
        if (search.monitoredState() != null)
            where(
                    sql,
                    values,
                    " and coalesce(m.state, 'NONE') = $%d",
                    search.monitoredState().name());
        if (search.noLabour() != null) where(sql, values, " and o.no_labour = $%d", search.noLabour());
        if (search.name() != null)
            where(
                    sql,
                    values,
                    " and o.id in (select household from household_person where name like $%d)",
                    like(search.name().strip()));
        if (search.idNo() != null)
            where(
                    sql,
                    values,
                    " and o.id in (select household from household_person where id_hash = $%d)",
                    hash.of(search.idNo()));
        if (after != null) {
            where(sql, values, " and (o.area_code, o.id) > ($%d, ", area(after));
            where(sql, values, "$%d)", id(after));
        }
        sql.append(" order by o.area_code, o.id limit ").append(limit);
        return Sql.rows(session, sql.toString(), values.toArray())
                .map(rows -> rows.stream().map(HouseholdList::item).toList());
    }

    private static void where(StringBuilder sql, List<Object> values, String condition, Object value) {
        values.add(value);
        sql.append(condition.formatted(values.size()));
    }

    private static String like(String start) {
        return start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String area(String after) {
        if (!after.matches("[0-9]{12}~.{36}")) throw wrong();
        return after.substring(0, 12);
    }

    private static UUID id(String after) {
        try {
            return UUID.fromString(after.substring(13));
        } catch (IllegalArgumentException _) {
            throw wrong();
        }
    }

    private static BadRequest wrong() {
        return new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
    }

    private static Item item(Object[] r) {
        var tags = ((String) r[12]).isEmpty()
                ? List.<SecurityTag>of()
                : List.of(((String) r[12]).split(",")).stream()
                        .map(SecurityTag::valueOf)
                        .toList();
        var monitored = Monitored.of(r[13], r[14]);
        return new Item(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                RegisteredType.valueOf((String) r[6]),
                (Boolean) r[7],
                (Boolean) r[8],
                (Integer) r[9],
                (Integer) r[10],
                (Boolean) r[11],
                tags,
                monitored.type(),
                monitored.state(),
                (String) r[15],
                ((OffsetDateTime) r[16]).toInstant(),
                (String) r[17],
                (String) r[18]);
    }
}
