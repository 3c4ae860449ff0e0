package org.shouwang.household.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.household.registry.DocumentRef;

/** Everything one can ask of a consent. */
public sealed interface ConsentCommand {

    /** @param adults of the household on that day; all of them sign */
    record Grant(
            UUID householdId,
            String areaCode,
            List<Scope> scope,
            List<UUID> signers,
            Set<UUID> adults,
            DocumentRef document,
            LocalDate grantedOn,
            LocalDate validTo)
            implements ConsentCommand {}

    record Withdraw(UUID householdId, LocalDate on, String reason) implements ConsentCommand {}

    /** Follows from the household's move. */
    record Move(String toArea, LocalDate on) implements ConsentCommand {}

    /** Given by the daily tick. */
    record Expire(LocalDate date) implements ConsentCommand {}
}
