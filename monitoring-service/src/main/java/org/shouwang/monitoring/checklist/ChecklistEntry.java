package org.shouwang.monitoring.checklist;

import org.shouwang.monitoring.checklist.ChecklistEvent.ChecklistItemGone;
import org.shouwang.monitoring.checklist.ChecklistEvent.ChecklistItemShown;

/** What one item of a village's checklist must remember to decide. */
sealed interface ChecklistEntry {

    record Missing() implements ChecklistEntry {}

    record Shown(ChecklistItemShown shown) implements ChecklistEntry {}

    record Gone(ChecklistItemGone gone) implements ChecklistEntry {}
}
