package org.shouwang.household.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.Page;

/** Areas as they are looked up. Codes and names are public: everybody who is signed in sees all of them. */
@Singleton
class AreaList {

    /** @param validTo null while it stands */
    record Area(
            String code,
            String name,
            AreaLevel level,
            String levelZh,
            String parent,
            LocalDate validFrom,
            LocalDate validTo,
            String replacedBy) {}

    /** @param path from the province down to the area itself */
    record AreaWithPath(Area area, List<Area> path) {}

    private static final String SELECT =
            "select code, name, level, parent, valid_from, valid_to, replaced_by from area";

    private final Journal journal;

    AreaList(Journal journal) {
        this.journal = journal;
    }

    /** Every argument may be null. @param name its beginning, or the whole @param prefix of the code */
    Uni<Page<Area>> find(String name, String prefix, String parent, AreaLevel level, String after, int limit) {
        var sql = new StringBuilder(SELECT + " where true");
        var values = new ArrayList<>();
        if (name != null) where(sql, values, " and name like $%d", like(name.strip()));
        if (prefix != null) where(sql, values, " and code like $%d", like(prefix.strip()));
        if (parent != null) where(sql, values, " and parent = $%d", parent.strip());
        if (level != null) where(sql, values, " and level = $%d", level.name());
        if (after != null) where(sql, values, " and code > $%d", after);
        sql.append(" order by code limit ").append(limit + 1);
        return journal.read(session -> Sql.rows(session, sql.toString(), values.toArray()))
                .map(rows -> Page.of(rows.stream().map(AreaList::area).toList(), limit, Area::code));
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

    private static String like(String start) {
        return start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Area area(Object[] r) {
        var level = AreaLevel.valueOf((String) r[2]);
        return new Area(
                (String) r[0],
                (String) r[1],
                level,
                level.zh(),
                (String) r[3],
                (LocalDate) r[4],
                (LocalDate) r[5],
                (String) r[6]);
    }
}
