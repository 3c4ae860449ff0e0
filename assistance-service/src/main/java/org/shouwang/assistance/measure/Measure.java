package org.shouwang.assistance.measure;

import java.time.LocalDate;
import java.util.UUID;

/** What a measure must remember to decide. */
public sealed interface Measure {

    record Unplanned() implements Measure {}

    /**
     * @param lastOn day of the latest step
     * @param implementedOn null before
     * @param stepReason what the latest evaluation or cancellation said
     */
    record Planned(
            UUID householdId,
            int episode,
            String areaCode,
            MeasureContent content,
            MeasureState state,
            LocalDate plannedOn,
            LocalDate lastOn,
            LocalDate implementedOn,
            boolean overdue,
            String stepReason)
            implements Measure {

        Planned at(MeasureState next, LocalDate on) {
            return new Planned(
                    householdId, episode, areaCode, content, next, plannedOn, on, implementedOn, overdue, stepReason);
        }

        Planned implementedOn(LocalDate on) {
            return new Planned(
                    householdId,
                    episode,
                    areaCode,
                    content,
                    MeasureState.IMPLEMENTED,
                    plannedOn,
                    on,
                    on,
                    overdue,
                    stepReason);
        }

        Planned saying(String reason) {
            return new Planned(
                    householdId, episode, areaCode, content, state, plannedOn, lastOn, implementedOn, overdue, reason);
        }

        Planned late() {
            return new Planned(
                    householdId, episode, areaCode, content, state, plannedOn, lastOn, implementedOn, true, stepReason);
        }

        Planned in(String area) {
            return new Planned(
                    householdId, episode, area, content, state, plannedOn, lastOn, implementedOn, overdue, stepReason);
        }

        /** Past due on that day: the due day is whole. */
        boolean missed(LocalDate date) {
            return content.dueOn() != null
                    && date.isAfter(content.dueOn())
                    && (implementedOn == null ? state.unfinished() : implementedOn.isAfter(content.dueOn()));
        }
    }
}
