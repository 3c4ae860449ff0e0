package org.shouwang.household.grid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything one can ask of a grid. */
public sealed interface GridCommand {

    record Define(String gridCode, List<String> groupCodes, List<UUID> households, LocalDate from)
            implements GridCommand {}

    record Assign(String userId, Carer carer, LocalDate from) implements GridCommand {}

    record Release(String userId, String reason, LocalDate to) implements GridCommand {}
}
