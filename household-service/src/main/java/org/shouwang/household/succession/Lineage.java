package org.shouwang.household.succession;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * What belongs to a village beside what bears its code: for figures of days before and after a change of codes.
 *
 * @param codes of villages that it took in, directly or not
 * @param households that were kept under it before it was replaced
 */
public record Lineage(List<String> codes, List<UUID> households) {

    private static final int VILLAGE = 12;

    private static final String TAKEN_IN = """
            with recursive line as (
              select code, 1 as steps from area where replaced_by = $1
              union all
              select a.code, l.steps + 1 from line l join area a on a.replaced_by = l.code where l.steps < 20)
            select distinct code from line where code like $2 || '%' order by code""";

    private static final String KEPT = """
            select f.household from household_former f join household_overview o on o.id = f.household
            where f.area_code = $1 and o.area_code like $2 || '%' order by f.household""";

    /** @param scope the area that is asked for @param own what the caller reaches */
    public static Uni<Lineage> of(StatelessSession session, String scope, String own) {
        if (scope.length() != VILLAGE) return Uni.createFrom().item(new Lineage(List.of(), List.of()));
        return Sql.rows(session, TAKEN_IN, scope, own).chain(codes -> Sql.rows(session, KEPT, scope, own)
                .map(households -> new Lineage(
                        codes.stream().map(r -> (String) r[0]).toList(),
                        households.stream().map(r -> (UUID) r[0]).toList())));
    }

    public boolean none() {
        return codes.isEmpty() && households.isEmpty();
    }
}
