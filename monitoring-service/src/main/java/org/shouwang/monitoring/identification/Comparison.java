package org.shouwang.monitoring.identification;

import java.time.LocalDate;
import java.util.Objects;

/** What one department's records show. @param item what was found, as a code; null where nothing was */
public record Comparison(String dept, LocalDate comparedOn, boolean hit, String item) {

    /** Another look that shows the same. */
    boolean same(Comparison other) {
        return dept.equals(other.dept) && hit == other.hit && Objects.equals(item, other.item);
    }
}
