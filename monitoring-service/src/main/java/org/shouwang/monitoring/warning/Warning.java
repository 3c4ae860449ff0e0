package org.shouwang.monitoring.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.monitoring.warning.WarningEvent.WarningHandled;
import org.shouwang.monitoring.warning.WarningEvent.WarningRaised;

/** What a warning must remember to decide. */
public sealed interface Warning {

    record Unknown() implements Warning {}

    /**
     * @param recorded what happened since it was raised or opened again, so that the same request again changes nothing
     * @param since the day on which it was raised or last opened again
     * @param last latest date of a step
     */
    record Known(
            WarningRaised raised,
            WarningStage stage,
            LocalDate dueOn,
            boolean overdue,
            List<WarningEvent> recorded,
            LocalDate since,
            LocalDate last)
            implements Warning {

        UUID householdId() {
            return raised.householdId();
        }

        String areaCode() {
            return raised.areaCode();
        }

        int episode() {
            return raised.episode();
        }

        Known next(WarningStage to, WarningEvent event, LocalDate on) {
            return new Known(
                    raised,
                    to,
                    dueOn,
                    overdue,
                    Stream.concat(recorded.stream(), Stream.of(event)).toList(),
                    since,
                    on);
        }

        Known in(String area) {
            return new Known(raised.in(area), stage, dueOn, overdue, recorded, since, last);
        }

        /** Named where it was handled. */
        boolean handledBy(UUID measure) {
            return recorded.stream().anyMatch(e -> e instanceof WarningHandled h && measure.equals(h.measureId()));
        }

        boolean late(LocalDate day) {
            return stage.open() && dueOn != null && !overdue && day.isAfter(dueOn);
        }
    }
}
