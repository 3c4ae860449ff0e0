package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.HouseholdFact.Member;

/**
 * What is counted of a household on any day: how it is registered and how many members it has, the first stretch reaching back without
 * end. Beside it, and apart from it, which members came and went. What is written down late counts from its own day, but never from before
 * the last change known.
 */
final class HouseholdStretches {

    static final List<String> TABLES = List.of("household_stretch", "member_flow");

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private HouseholdStretches() {}

    static Uni<Integer> begun(StatelessSession session, UUID household, RegisteredType type, List<Member> members) {
        return Sql.update(session, """
                insert into household_stretch (household, registered_type, persons, idle, from_on) values ($1, $2, $3, $4, $5)
                on conflict (household) where until is null do update set registered_type = $2, persons = $3, idle = $4
                """, household, type.name(), members.size(), idle(members), EVER);
    }

    static Uni<Integer> counted(StatelessSession session, UUID household, LocalDate on, List<Member> members) {
        return changed(
                session,
                household,
                on,
                "persons = $3, idle = $4",
                "(persons, idle) <> ($3, $4)",
                members.size(),
                idle(members));
    }

    static Uni<Integer> registered(StatelessSession session, UUID household, LocalDate on, RegisteredType type) {
        return changed(session, household, on, "registered_type = $3", "registered_type <> $3", type.name());
    }

    /** After the change that it explains. */
    static Uni<Integer> flow(StatelessSession session, UUID household, int joined, int gone) {
        return Sql.update(
                session,
                "insert into member_flow select household, from_on, $2, $3 from household_stretch where household = $1 and until is null",
                household,
                joined,
                gone);
    }

    private static Uni<Integer> changed(
            StatelessSession session,
            UUID household,
            LocalDate on,
            String assignment,
            String otherwise,
            Object... values) {
        var parameters = new Object[values.length + 2];
        parameters[0] = household;
        parameters[1] = on;
        System.arraycopy(values, 0, parameters, 2, values.length);
        return Sql.update(session, """
                with kept as (insert into household_stretch select household, registered_type, persons, idle, from_on, $2
                  from household_stretch where household = $1 and until is null and from_on < $2 and %2$s)
                update household_stretch set %1$s, from_on = greatest(from_on, $2) where household = $1 and until is null and %2$s
                """.formatted(assignment, otherwise), parameters);
    }

    private static int idle(List<Member> members) {
        return (int) members.stream()
                .filter(m -> m.labour() != null && !m.labour().able())
                .count();
    }
}
