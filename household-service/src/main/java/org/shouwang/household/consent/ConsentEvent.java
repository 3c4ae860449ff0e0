package org.shouwang.household.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.household.registry.DocumentRef;

/** Everything that can have happened to a consent. */
public sealed interface ConsentEvent {

    /** @param signers member ids @param validTo last day, inclusive */
    record ConsentGranted(
            UUID householdId,
            String areaCode,
            List<Scope> scope,
            List<UUID> signers,
            DocumentRef document,
            LocalDate grantedOn,
            LocalDate validTo)
            implements ConsentEvent {}

    record ConsentWithdrawn(UUID householdId, LocalDate on, String reason) implements ConsentEvent {}

    /** It goes along with its household, whatever its state. */
    record ConsentMoved(UUID householdId, String from, String to, LocalDate on) implements ConsentEvent {}

    record ConsentExpired(UUID householdId, LocalDate on) implements ConsentEvent {}
}
