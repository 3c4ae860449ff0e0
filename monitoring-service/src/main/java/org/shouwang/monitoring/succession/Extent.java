package org.shouwang.monitoring.succession;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * What a code means to a list about households: those of all codes that begin with it; where it is the code of a village that was replaced,
 * those that were kept under it as well. Where one of them lies beyond what the caller reaches, it leads to none of them.
 *
 * @param former the code leads to households that lie under another now
 * @param range what the codes of all of them begin with, and the code itself
 */
public record Extent(boolean former, String range) {

    private static final int VILLAGE = 12;

    private static final String HERE = """
            (ALIAS.area_code like $1 || '%' or ALIAS.household = any(array(
              select h.household from household_former h join household_fact f on f.id = h.household
              where h.left_on is null and f.area_code like $1 || '%'))
              and exists (select from household_former h
                where h.household = ALIAS.household and h.area_code = ALIAS.area_code and h.left_on is null))""";

    /** @param scope the area that is asked for @param own what the caller reaches */
    public static Uni<Extent> of(StatelessSession session, String scope, String own) {
        if (scope.length() != VILLAGE) return Uni.createFrom().item(new Extent(false, scope));
        return Sql.rows(session, """
                        select coalesce(bool_and(f.area_code like $2 || '%'), false), min(f.area_code), max(f.area_code)
                        from household_former h join household_fact f on f.id = h.household where h.area_code = $1 and h.left_on is null
                        """, scope, own).map(rows -> {
            var found = rows.getFirst();
            return (Boolean) found[0]
                    ? new Extent(true, common(scope, common((String) found[1], (String) found[2])))
                    : new Extent(false, scope);
        });
    }

    private static String common(String one, String other) {
        var same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) same++;
        return one.substring(0, same);
    }

    /** SQL, the scope being {@code $1}. @param alias of the table, with its dot; may be empty */
    public String where(String alias) {
        return where(alias, "household");
    }

    /**
     * SQL, the scope being {@code $1}, for what keeps the code of its day: also what was recorded about the households before they came under another.
     *
     * @param alias of the table, with its dot
     */
    public String recorded(String alias) {
        return "(" + where(alias) + " or " + here(alias) + ")";
    }

    /** SQL: what was recorded in the area {@code $1}, or of a household that lies there now, under a code that its village had before. */
    public static String here(String alias) {
        return HERE.replace("ALIAS.", alias);
    }

    /** SQL, the scope being {@code $1}. @param household the column that names the household */
    public String where(String alias, String household) {
        var plain = alias + "area_code like $1 || '%'";
        return former
                ? "(" + plain + " or " + alias + household + " in (select former.household from household_former former"
                        + " where former.area_code = $1 and former.left_on is null))"
                : plain;
    }
}
