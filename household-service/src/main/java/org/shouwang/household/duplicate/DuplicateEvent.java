package org.shouwang.household.duplicate;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.eventsourcing.Personal;

/** Everything that can have happened about a member whose number somebody else tried to register. */
public sealed interface DuplicateEvent {

    /** What a village says of its people stays here. */
    record Statement(String text) implements Personal {}

    /**
     * It was refused there, and the member's village has to say whether the member left.
     *
     * @param householdId that holds the number
     * @param areaCode its village
     * @param county where it was asked for, 12 digits; nothing more is told of it
     */
    record DuplicateIdDetected(UUID householdId, UUID memberId, String areaCode, String county, LocalDate on)
            implements DuplicateEvent {}

    /** @param stays true: the member belongs here, the other was wrong; false: the member has left @param statement only where it stays */
    record DuplicateIdResolved(UUID householdId, UUID memberId, boolean stays, Statement statement, LocalDate on)
            implements DuplicateEvent {}

    /** It goes along with its household. */
    record DuplicateIdMoved(UUID householdId, String from, String to, LocalDate on) implements DuplicateEvent {}
}
