package org.shouwang.household.safeguard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything one can ask of a safeguard check. */
public sealed interface SafeguardCommand {

    record Check(
            UUID householdId,
            String areaCode,
            LocalDate checkedOn,
            SafeguardEvent.Method method,
            List<SafeguardItem> items,
            Water water,
            Water.Standard standard,
            String housingGrade)
            implements SafeguardCommand {}

    /** @param corrects id of the event that is wrong @param last id of the event that counts now @param check as it should have been */
    record Correct(UUID corrects, UUID last, String reason, Check check) implements SafeguardCommand {}

    /** Follows from the household's move. */
    record Move(String toArea, LocalDate on) implements SafeguardCommand {}
}
