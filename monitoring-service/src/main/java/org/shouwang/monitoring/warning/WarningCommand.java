package org.shouwang.monitoring.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.MeasureFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.policy.PolicyTerms;

/** Everything one can ask of a warning. */
public sealed interface WarningCommand {

    /** @param object the household as it stands now @param clueId of the clue that it answers; may be null */
    record Raise(
            UUID householdId,
            MonitoredObject object,
            WarningItem item,
            WarningLevel level,
            WarningSource source,
            String text,
            LocalDate raisedOn,
            PolicyTerms terms,
            UUID clueId)
            implements WarningCommand {}

    record Annotate(String platformNo, LocalDate annotatedOn, MonitoredObject object) implements WarningCommand {}

    record Assign(String dept, String responsible, LocalDate assignedOn) implements WarningCommand {}

    record Handle(String action, UUID measureId, LocalDate handledOn) implements WarningCommand {}

    /** @param check made since; may be null @param later the household's checks from that day on @param measure that solved it; may be null */
    record Close(
            SafeguardFact check,
            List<SafeguardFact> later,
            MeasureFact measure,
            List<DocumentRef> evidence,
            LocalDate closedOn,
            Recheck recheck)
            implements WarningCommand {}

    /** @param solved still good; else it is opened again */
    record Revisit(String visitor, String findings, boolean solved, LocalDate revisitedOn, PolicyTerms terms)
            implements WarningCommand {}

    /** @param object the household as it stands now */
    record Reopen(String reason, LocalDate on, MonitoredObject object, PolicyTerms terms) implements WarningCommand {}

    record Cancel(String reason, LocalDate on, int shortestReason) implements WarningCommand {}

    /** Given where the household moves. */
    record Move(String to, LocalDate on) implements WarningCommand {}

    /** @param date the first day on which it would be late */
    record NoteOverdue(LocalDate date) implements WarningCommand {}
}
