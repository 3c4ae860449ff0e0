package org.shouwang.monitoring.checklist;

import java.time.LocalDate;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.policy.ChecklistItem;

/** What can have happened to one item of a village's checklist. */
public sealed interface ChecklistEvent {

    /** It hangs on the wall, or stands there: seen on that day, with its photo. */
    record ChecklistItemShown(String areaCode, ChecklistItem item, LocalDate on, DocumentRef photo)
            implements ChecklistEvent {}

    /** It was looked for on that day and was no longer there. */
    record ChecklistItemGone(String areaCode, ChecklistItem item, LocalDate on) implements ChecklistEvent {}
}
