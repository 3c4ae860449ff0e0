package org.shouwang.household.duplicate;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.succession.Extent;

/** What villages have to settle, or settled, about numbers that were asked for elsewhere: by village, then by item. */
@Singleton
class DuplicateList {

    /**
     * @param memberName null where the member is here no more
     * @param county where the number was asked for, 12 digits
     * @param countyName null where its area is not on record here
     * @param stays how it was settled: true, the member belongs here; false, it left; null while open
     */
    record Item(
            UUID id,
            UUID householdId,
            UUID memberId,
            String memberName,
            String areaCode,
            String county,
            String countyName,
            LocalDate detectedOn,
            boolean open,
            Boolean stays,
            String statement,
            LocalDate resolvedOn,
            Written recorded,
            Written changed) {}

    private static final String WRITTEN = Written.columns("duplicate", "d.id");

    private static final String SEPARATOR = "~";

    private final Journal journal;

    DuplicateList(Journal journal) {
        this.journal = journal;
    }

    /** @param scope the area that is asked for @param own what the caller reaches @param open null: all */
    Uni<Page<Item>> list(String scope, String own, Boolean open, String after, int limit) {
        var from = after == null ? new String[] {"", new UUID(0, 0).toString()} : cursor(after);
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        ("""
                        select d.id, d.household, d.member, p.name, d.area_code, d.county, a.name as county_name, d.detected_on, d.open, d.stays,
                          d.statement, d.resolved_on""" + WRITTEN + """
                        from duplicate_id d
                        left join household_person p on p.household = d.household and p.member = d.member
                        left join area a on a.code = d.county
                        where EXTENT and ($2::boolean is null or d.open = $2) and (d.area_code, d.id) > ($3, $4::uuid)
                        order by d.area_code, d.id limit $5""").replace("EXTENT", extent.where("d.household", "d.area_code", 1)),
                        extent.value(),
                        open,
                        from[0],
                        UUID.fromString(from[1]),
                        limit + 1))
                .map(rows -> Page.of(
                        rows.stream().map(DuplicateList::item).toList(),
                        limit,
                        item -> item.areaCode() + SEPARATOR + item.id())));
    }

    private static Item item(Object[] r) {
        return new Item(
                (UUID) r[0],
                (UUID) r[1],
                (UUID) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                (String) r[6],
                (LocalDate) r[7],
                (Boolean) r[8],
                (Boolean) r[9],
                (String) r[10],
                (LocalDate) r[11],
                Written.recorded(r),
                Written.changed(r));
    }

    private static String[] cursor(String after) {
        if (!after.matches("[0-9]{12}~[0-9a-f-]{36}"))
            throw new BadRequest("after", "应为上一页给出的 next", "must be the next of the page before");
        return after.split(SEPARATOR);
    }
}
