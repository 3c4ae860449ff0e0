package org.shouwang.assistance.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/**
 * Everything that can have happened to a measure of help. Names and fields are stored: add, never edit.
 * Episode 0: the household was not monitored when the measure was planned.
 */
public sealed interface MeasureEvent {

    record MeasurePlanned(
            UUID householdId,
            int episode,
            String areaCode,
            MeasureCode code,
            MeasureItem item,
            String risk,
            List<UUID> memberIds,
            String detail,
            String provider,
            String dept,
            BigDecimal amount,
            String fundSource,
            String incomeLine,
            LocalDate startOn,
            LocalDate dueOn,
            LocalDate plannedOn)
            implements MeasureEvent {}

    record MeasureApproved(UUID householdId, int episode, MeasureCode code, LocalDate on) implements MeasureEvent {}

    record MeasureStarted(UUID householdId, int episode, MeasureCode code, LocalDate on) implements MeasureEvent {}

    /** @param amount yuan that it took; may be null */
    record MeasureImplemented(
            UUID householdId,
            int episode,
            MeasureCode code,
            String risk,
            BigDecimal amount,
            List<DocumentRef> evidence,
            LocalDate on)
            implements MeasureEvent {}

    record MeasureEvaluated(
            UUID householdId, int episode, MeasureCode code, boolean effective, String note, LocalDate on)
            implements MeasureEvent {}

    record MeasureClosed(UUID householdId, int episode, MeasureCode code, LocalDate on) implements MeasureEvent {}

    record MeasureCancelled(UUID householdId, int episode, MeasureCode code, String reason, LocalDate on)
            implements MeasureEvent {}

    record MeasureOverdue(UUID householdId, int episode, MeasureCode code, LocalDate dueOn) implements MeasureEvent {}

    record MeasureMoved(UUID householdId, String from, String to, LocalDate on) implements MeasureEvent {}
}
