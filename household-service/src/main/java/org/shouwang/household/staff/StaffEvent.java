package org.shouwang.household.staff;

import java.time.LocalDate;

/** Everything that can have happened to the name of a user. */
public sealed interface StaffEvent {

    /** @param userId as the sign-in server knows the user @param areaCode where the user works, 12 digits */
    record StaffNamed(String userId, String areaCode, StaffName name, LocalDate on) implements StaffEvent {}
}
