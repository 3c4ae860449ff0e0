package org.shouwang.monitoring.checklist;

import java.time.LocalDate;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.policy.ChecklistItem;

/** What one can say of one item of a village's checklist. */
public sealed interface ChecklistCommand {

    record Show(String areaCode, ChecklistItem item, LocalDate on, DocumentRef photo) implements ChecklistCommand {}

    record NoteGone(String areaCode, ChecklistItem item, LocalDate on) implements ChecklistCommand {}
}
