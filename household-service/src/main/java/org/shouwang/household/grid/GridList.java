package org.shouwang.household.grid;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.sheet.Phone;

/** Grids as they are listed, in the order of their codes: those that are laid out, and those that households merely name. */
@Singleton
class GridList {

    /**
     * @param defined false: households name it, but nobody has laid it out
     * @param size of {@code households} against what is usual
     * @param members who look after it now, {@code aged} of them beyond the age that is asked about
     */
    record Item(
            String gridCode,
            String name,
            boolean defined,
            LocalDate from,
            List<String> groupCodes,
            long households,
            long persons,
            GridSize size,
            String sizeZh,
            long members,
            long aged,
            Instant recordedAt,
            String recordedBy,
            String recordedRole) {}

    /** @param aged beyond the age that is asked about @param to the last day; absent while at work */
    record Member(
            String userId,
            String name,
            String phone,
            Integer age,
            boolean aged,
            LocalDate from,
            LocalDate to,
            String reason,
            Instant recordedAt,
            String recordedBy,
            String recordedRole) {}

    /** @param listed households that belong to it by name @param members who look after it or did, the latest first */
    record Detail(Item grid, List<UUID> listed, List<Member> members) {}

    /** As many as their codes have room for. */
    private static final int MOST_OF_A_VILLAGE = 1_000;

    private static final String SELECT = GridSql.BELONGS + """
            select c.code, a.name, g.from_on, (select string_agg(group_code, ',' order by group_code) from grid_group where grid = c.code),
              (select count(*) from belongs b where b.grid = c.code),
              (select coalesce(sum(k.persons), 0) from belongs b join kept k on k.id = b.id where b.grid = c.code),
              (select count(*) from grid_member m where m.grid = c.code and m.to_on is null),
              (select count(*) from grid_member m where m.grid = c.code and m.to_on is null and m.born <= $2),
              g.recorded_at, g.recorded_by, g.recorded_role
            from (select code from grid where code like $1 || '%' union select grid from belongs where grid like $1 || '%') c
            left join grid g on g.code = c.code left join area a on a.code = c.code
            where c.code > $3 order by c.code limit $4""";

    private static final String MEMBERS = """
            select user_id, name, phone, born, from_on, to_on, reason, recorded_at, recorded_by, recorded_role from grid_member
            where grid = $1 order by to_on desc nulls first, from_on desc, user_id limit $2""";

    private final GridBounds bounds;
    private final Journal journal;

    GridList(GridBounds bounds, Journal journal) {
        this.bounds = bounds;
        this.journal = journal;
    }

    /** @param scope prefix of codes */
    Uni<Page<Item>> find(String scope, LocalDate today, String after, int limit) {
        if (after != null && !after.matches("[0-9]{12}-W[0-9]{3}"))
            throw new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
        return journal.read(session -> items(session, scope, today, after == null ? "" : after, limit + 1))
                .map(found -> Page.of(found, limit, Item::gridCode));
    }

    /** @param own what the caller reaches @param open phones whole; otherwise masked */
    Uni<Detail> get(String code, String own, LocalDate today, boolean open) {
        var village = code.substring(0, 12);
        if (!village.startsWith(own)) throw new Refused(Grid.Refusal.GRID_UNKNOWN, code);
        return journal.read(session -> items(session, village, today, "", MOST_OF_A_VILLAGE)
                .map(items -> items.stream()
                        .filter(i -> i.gridCode().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refused(Grid.Refusal.GRID_UNKNOWN, code)))
                .chain(grid -> Sql.rows(
                                session, "select household from grid_listed where grid = $1 order by household", code)
                        .chain(listed -> Sql.rows(session, MEMBERS, code, Page.MAX_LIMIT)
                                .map(members -> new Detail(
                                        grid,
                                        listed.stream().map(r -> (UUID) r[0]).toList(),
                                        members.stream()
                                                .map(r -> member(r, today, open))
                                                .toList())))));
    }

    private Uni<List<Item>> items(StatelessSession session, String scope, LocalDate today, String after, int limit) {
        return Sql.rows(session, SELECT, scope, today.minusYears(bounds.age() + 1L), after, limit)
                .map(rows -> rows.stream().map(this::item).toList());
    }

    private Item item(Object[] r) {
        var size = GridSize.of((Long) r[4], bounds);
        return new Item(
                (String) r[0],
                (String) r[1],
                r[2] != null,
                (LocalDate) r[2],
                r[3] == null ? List.of() : List.of(((String) r[3]).split(",")),
                (Long) r[4],
                ((Number) r[5]).longValue(),
                size,
                size.zh(),
                (Long) r[6],
                (Long) r[7],
                at(r[8]),
                (String) r[9],
                (String) r[10]);
    }

    private Member member(Object[] r, LocalDate today, boolean open) {
        var age = r[3] == null ? null : Period.between((LocalDate) r[3], today).getYears();
        return new Member(
                (String) r[0],
                (String) r[1],
                open ? (String) r[2] : Phone.masked((String) r[2]),
                age,
                age != null && age > bounds.age(),
                (LocalDate) r[4],
                (LocalDate) r[5],
                (String) r[6],
                at(r[7]),
                (String) r[8],
                (String) r[9]);
    }

    private static Instant at(Object time) {
        return time == null ? null : ((OffsetDateTime) time).toInstant();
    }
}
