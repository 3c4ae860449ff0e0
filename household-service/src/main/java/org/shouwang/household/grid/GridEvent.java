package org.shouwang.household.grid;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything that can have happened to a grid (网格) of a village. */
public sealed interface GridEvent {

    /**
     * As it is laid out from that day on; again, it is laid out anew.
     *
     * @param groupCodes village groups that it covers as a whole
     * @param households that belong to it by name, whatever their group
     */
    record GridDefined(String gridCode, List<String> groupCodes, List<UUID> households, LocalDate from)
            implements GridEvent {}

    /** @param userId as the sign-in server knows the grid member (网格员) */
    record GridMemberAssigned(String gridCode, String userId, Carer carer, LocalDate from) implements GridEvent {}

    /** @param to the last day */
    record GridMemberReleased(String gridCode, String userId, String reason, LocalDate to) implements GridEvent {}
}
