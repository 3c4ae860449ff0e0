package org.shouwang.household.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.codes.CodeTable;

/** Areas as they are looked up. Codes and names are public: everybody who is signed in sees all of them. */
@Singleton
class AreaList {

    /**
     * @param kind of a town or a village's unit, by its code; null where the code does not tell
     * @param urbanClass 城乡分类, three digits; null where the imported table does not tell it
     * @param validTo null while it stands
     * @param recordedAt when something was last recorded of it; null: before that was kept
     */
    record Area(
            String code,
            String name,
            AreaLevel level,
            String levelZh,
            AreaKind kind,
            String kindZh,
            String urbanClass,
            String urbanClassZh,
            String parent,
            LocalDate validFrom,
            LocalDate validTo,
            String replacedBy,
            Instant recordedAt,
            String recordedBy,
            String recordedRole) {}

    /** @param path from the province down to the area itself */
    record AreaWithPath(Area area, List<Area> path) {}

    private static final String INSIDE = "~";
    private static final String SELECT =
            "select code, name, level, parent, valid_from, valid_to, replaced_by, recorded_at, recorded_by, recorded_role, urban_class from area";

    private final Journal journal;

    AreaList(Journal journal) {
        this.journal = journal;
    }

    /** Every part may be null. @param prefix of the code */
    record Search(String prefix, String parent, AreaLevel level) {}

    /**
     * Those whose name begins with {@code name} in the order of their codes, then those that hold it further in, in the same order.
     *
     * @param name null: any
     * @param after a code; with {@value #INSIDE} before it, of the second kind
     */
    Uni<Page<Area>> find(String name, Search search, String after, int limit) {
        var begin = name == null ? "%" : like(name.strip()) + "%";
        var inside = after != null && after.startsWith(INSIDE);
        return journal.read(session -> (inside
                                ? Uni.createFrom().item(List.<Area>of())
                                : rows(session, " where name like $1", List.of(begin), search, after, limit + 1))
                        .chain(first -> name == null || first.size() > limit
                                ? Uni.createFrom().item(first)
                                : rows(
                                                session,
                                                " where name like $1 and name not like $2",
                                                List.of("%" + begin, begin),
                                                search,
                                                inside ? after.substring(INSIDE.length()) : null,
                                                limit + 1 - first.size())
                                        .map(more -> Stream.concat(first.stream(), more.stream())
                                                .toList())))
                .map(found -> Page.of(
                        found,
                        limit,
                        a -> name == null || a.name().startsWith(name.strip()) ? a.code() : INSIDE + a.code()));
    }

    private static Uni<List<Area>> rows(
            StatelessSession session, String names, List<Object> patterns, Search search, String after, int most) {
        var sql = new StringBuilder(SELECT + names);
        var values = new ArrayList<>(patterns);
        if (search.prefix() != null)
            where(sql, values, " and code like $%d", like(search.prefix().strip()) + "%");
        if (search.parent() != null)
            where(sql, values, " and parent = $%d", search.parent().strip());
        if (search.level() != null)
            where(sql, values, " and level = $%d", search.level().name());
        if (after != null) where(sql, values, " and code > $%d", after);
        sql.append(" order by code limit ").append(most);
        return Sql.rows(session, sql.toString(), values.toArray())
                .map(rows -> rows.stream().map(AreaList::area).toList());
    }

    Uni<AreaWithPath> get(String code) {
        var codes = new ArrayList<String>();
        for (var c = code; c != null; c = AreaLevel.parent(c)) codes.add(c);
        return journal.read(
                        session -> Sql.rows(session, SELECT + " where code = any($1::text[]) order by code", (Object)
                                codes.toArray(String[]::new)))
                .map(rows -> {
                    var path = rows.stream().map(AreaList::area).toList();
                    if (path.isEmpty() || !path.getLast().code().equals(code))
                        throw new Refused(AreaBlock.Refusal.AREA_UNKNOWN, code);
                    return new AreaWithPath(path.getLast(), path);
                });
    }

    private static void where(StringBuilder sql, List<Object> values, String condition, Object value) {
        values.add(value);
        sql.append(condition.formatted(values.size()));
    }

    private static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Area area(Object[] r) {
        var level = AreaLevel.valueOf((String) r[2]);
        var kind = AreaKind.of((String) r[0]);
        var urban = (String) r[10];
        return new Area(
                (String) r[0],
                (String) r[1],
                level,
                level.zh(),
                kind,
                kind == null ? null : kind.zh(),
                urban,
                urban == null ? null : CodeTable.URBAN.word(urban),
                (String) r[3],
                (LocalDate) r[4],
                (LocalDate) r[5],
                (String) r[6],
                r[7] == null ? null : ((OffsetDateTime) r[7]).toInstant(),
                (String) r[8],
                (String) r[9]);
    }
}
