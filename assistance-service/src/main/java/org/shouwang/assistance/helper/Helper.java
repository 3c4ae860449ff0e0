package org.shouwang.assistance.helper;

import java.time.LocalDate;

/** Who is responsible for a household. */
public sealed interface Helper {

    record Nobody() implements Helper {}

    /** @param user id */
    record Assigned(String areaCode, String user, String unit, LocalDate since) implements Helper {}

    /** @param last user id of who was released */
    record Vacant(String areaCode, String last, LocalDate since) implements Helper {}
}
