package org.shouwang.household.succession;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * What a code means to a list of households: those of all codes that begin with it; where it is the code of a village that was replaced, those
 * that were kept under it as well.
 *
 * @param byId the value is the households' ids, and not the beginning of their code
 * @param value of the condition's parameter
 */
public record Extent(boolean byId, Object value) {

    private static final int VILLAGE = 12;

    /** @param own what the caller reaches: a household that now lies elsewhere is found by others */
    public static Uni<Extent> of(StatelessSession session, String scope, String own) {
        var whole = new Extent(false, scope + "%");
        if (scope.length() != VILLAGE) return Uni.createFrom().item(whole);
        return Sql.rows(session, "select household from household_former where area_code = $1", scope)
                .chain(former -> former.isEmpty()
                        ? Uni.createFrom().item(whole)
                        : Sql.rows(session, """
                                        select id from household_overview where area_code like $3 || '%'
                                          and (area_code = $1 or id = any($2::uuid[]))""", scope, ids(former), own).map(rows -> new Extent(true, ids(rows))));
    }

    /** @param alias of the table of households @param parameter its number */
    public String where(String alias, int parameter) {
        return where(alias + ".id", alias + ".area_code", parameter);
    }

    /** @param household and {@code area} columns that tell a household and where it lies now @param parameter its number */
    public String where(String household, String area, int parameter) {
        return byId
                ? "%s = any($%d::uuid[])".formatted(household, parameter)
                : "%s like $%d".formatted(area, parameter);
    }

    private static UUID[] ids(List<Object[]> rows) {
        return rows.stream().map(r -> (UUID) r[0]).toArray(UUID[]::new);
    }
}
