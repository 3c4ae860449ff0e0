package org.shouwang.household.duplicate;

import java.time.LocalDate;
import java.util.UUID;

/** Everything one can ask about a number that is asked for twice. */
public sealed interface DuplicateCommand {

    /** Follows from a refused registration. */
    record Detect(UUID householdId, UUID memberId, String areaCode, String county, LocalDate on)
            implements DuplicateCommand {}

    /** The member belongs here. @param statement why */
    record Refuse(String statement, LocalDate on) implements DuplicateCommand {}

    /** Follows from the member's leaving. */
    record Leave(LocalDate on) implements DuplicateCommand {}

    /** Follows from the household's move. */
    record Move(String toArea, LocalDate on) implements DuplicateCommand {}
}
