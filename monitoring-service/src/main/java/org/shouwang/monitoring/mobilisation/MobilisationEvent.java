package org.shouwang.monitoring.mobilisation;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What can have happened to a mobilisation meeting 动员会: held once, its tasks done one by one. */
public sealed interface MobilisationEvent {

    /** @param minutes of the main venue @param subVenues codes of the areas that took part at venues of their own @param tasks numbered from 1 in their order */
    record MobilisationHeld(
            String areaCode,
            String title,
            Minutes minutes,
            List<String> subVenues,
            List<Attendance> attendance,
            List<Task> tasks,
            List<DocumentRef> documents)
            implements MobilisationEvent {}

    record MobilisationTaskDone(int task, LocalDate doneOn, String result) implements MobilisationEvent {}
}
