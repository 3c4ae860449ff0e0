package org.shouwang.monitoring.mobilisation;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** Everything one can ask of a mobilisation meeting. */
public sealed interface MobilisationCommand {

    /** @param subVenues codes of the areas that took part at venues of their own */
    record Hold(
            String areaCode,
            String title,
            Minutes minutes,
            List<String> subVenues,
            List<Attendance> attendance,
            List<Task> tasks,
            List<DocumentRef> documents)
            implements MobilisationCommand {}

    record Finish(int task, LocalDate doneOn, String result) implements MobilisationCommand {}
}
