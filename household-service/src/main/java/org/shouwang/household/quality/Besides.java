package org.shouwang.household.quality;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.household.monitored.MonitoredHouseholds;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Picture.Checked;

/** What lies beside households for the rules to hold their data against, so that a household's page finds what the review finds. */
public final class Besides {

    private Besides() {}

    /** @return for each of these households: numbers taken, wages of the statements in force, the latest check, whether it is or was watched */
    public static Uni<Function<UUID, Beside>> of(StatelessSession session, UUID... ids) {
        return QualityStore.taken(session, ids)
                .chain(taken -> QualityStore.wages(session, ids).chain(wages -> QualityStore.checked(session, ids)
                        .chain(checked -> MonitoredHouseholds.all(session, ids)
                                .map(watched -> id -> new Beside(
                                        taken,
                                        null,
                                        wages.getOrDefault(id, Map.of()),
                                        watched.containsKey(id),
                                        checked.getOrDefault(id, Checked.NONE))))));
    }
}
