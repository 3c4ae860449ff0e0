package org.shouwang.household.staff;

import java.time.LocalDate;

/** Everything one can ask of the name of a user. */
public sealed interface StaffCommand {

    record Name(String userId, String areaCode, StaffName name, LocalDate on) implements StaffCommand {}
}
