package org.shouwang.assistance.helper;

import java.time.LocalDate;
import org.shouwang.assistance.Steps;

/** Who is responsible for a household. */
public sealed interface Helper {

    Steps<HelperEvent> steps();

    record Nobody() implements Helper {

        @Override
        public Steps<HelperEvent> steps() {
            return Steps.none();
        }
    }

    /** @param user id */
    record Assigned(String areaCode, String user, LocalDate since, Steps<HelperEvent> steps) implements Helper {}

    record Vacant(String areaCode, LocalDate since, Steps<HelperEvent> steps) implements Helper {}
}
