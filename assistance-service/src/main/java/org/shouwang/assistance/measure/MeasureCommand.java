package org.shouwang.assistance.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** Everything one can ask of a measure. A {@code sector} is the department of a departmental user, null for everybody else. */
public sealed interface MeasureCommand {

    /**
     * @param areaCode null: the household is not known here, or lies outside the caller's area
     * @param members of the household
     * @param episode 0: not monitored
     * @param risks on record for the monitored household
     */
    record Plan(
            UUID householdId,
            String areaCode,
            Set<UUID> members,
            int episode,
            List<String> risks,
            MeasureContent content,
            String sector,
            LocalDate on)
            implements MeasureCommand {}

    record Approve(LocalDate on) implements MeasureCommand {}

    record Start(String sector, LocalDate on) implements MeasureCommand {}

    record Implement(List<DocumentRef> evidence, BigDecimal amount, String sector, LocalDate on)
            implements MeasureCommand {

        public Implement {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
            amount = amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
        }
    }

    record Evaluate(boolean effective, String note, LocalDate on) implements MeasureCommand {}

    record Close(LocalDate on) implements MeasureCommand {}

    record Cancel(String reason, LocalDate on) implements MeasureCommand {}

    /** A day is over: what was due before it and is not in effect is late. */
    record Tick(LocalDate date) implements MeasureCommand {}

    record Move(String to, LocalDate on) implements MeasureCommand {}
}
