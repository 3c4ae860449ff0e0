package org.shouwang.assistance.measure;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.assistance.Steps;
import org.shouwang.assistance.measure.MeasureEvent.MeasureImplemented;

/** What a measure must remember to decide. */
public sealed interface Measure {

    record Unplanned() implements Measure {}

    /** @param lastOn day of the latest step */
    record Planned(
            UUID householdId,
            int episode,
            String areaCode,
            MeasureContent content,
            MeasureState state,
            LocalDate plannedOn,
            LocalDate lastOn,
            boolean overdue,
            Steps<MeasureEvent> steps)
            implements Measure {

        Planned at(MeasureState next, LocalDate on, MeasureEvent step) {
            return new Planned(householdId, episode, areaCode, content, next, plannedOn, on, overdue, steps.and(step));
        }

        Planned late() {
            return new Planned(householdId, episode, areaCode, content, state, plannedOn, lastOn, true, steps);
        }

        Planned in(String area) {
            return new Planned(householdId, episode, area, content, state, plannedOn, lastOn, overdue, steps);
        }

        /** Past due on that day: the due day is whole. */
        boolean missed(LocalDate date) {
            return content.dueOn() != null
                    && date.isAfter(content.dueOn())
                    && steps.last(MeasureImplemented.class)
                            .map(e -> e.on().isAfter(content.dueOn()))
                            .orElse(state.unfinished());
        }
    }
}
