package org.shouwang.assistance.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A review of effect: made once. */
public sealed interface Effect {

    record Unreviewed() implements Effect {}

    record Reviewed(UUID householdId, String areaCode, LocalDate on, Conclusion conclusion, List<Criterion> criteria)
            implements Effect {}
}
