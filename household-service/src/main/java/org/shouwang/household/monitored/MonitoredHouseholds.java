package org.shouwang.household.monitored;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** What this service has heard from monitoring, a moment after it was recorded there. Nothing is decided by it here. */
@Singleton
public class MonitoredHouseholds {

    public Uni<Monitored> of(StatelessSession session, UUID household) {
        return Sql.rows(session, "select type, state from monitored_household where id = $1", household)
                .map(rows -> rows.isEmpty() ? Monitored.NONE : Monitored.of(rows.getFirst()[0], rows.getFirst()[1]));
    }

    /** The same for many; who is not in the map was never included. */
    public static Uni<Map<UUID, Monitored>> all(StatelessSession session, UUID... households) {
        return Sql.rows(session, "select id, type, state from monitored_household where id = any($1::uuid[])", (Object)
                        households)
                .map(rows -> rows.stream().collect(Collectors.toMap(r -> (UUID) r[0], r -> Monitored.of(r[1], r[2]))));
    }

    static Uni<Integer> included(StatelessSession session, UUID household, MonitoredType type) {
        return Sql.update(session, """
                insert into monitored_household (id, type, state) values ($1, $2, 'ACTIVE')
                on conflict (id) do update set type = $2, state = 'ACTIVE'""", household, type == null ? null : type.name());
    }

    static Uni<Integer> typed(StatelessSession session, UUID household, MonitoredType type) {
        return Sql.update(session, "update monitored_household set type = $2 where id = $1", household, type.name());
    }

    static Uni<Integer> state(StatelessSession session, UUID household, MonitoredState state) {
        return Sql.update(session, "update monitored_household set state = $2 where id = $1", household, state.name());
    }

    static Uni<Integer> voided(StatelessSession session, UUID household) {
        return Sql.update(session, "delete from monitored_household where id = $1", household);
    }
}
