package org.shouwang.monitoring.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;

/** Everything that can have happened to a warning about a monitored household. */
public sealed interface WarningEvent {

    /**
     * @param entryFirst it may be annotated only once the household was imported from the national system (2020 plan)
     * @param dueOn last day to close it; null where the policy gives none
     * @param clueId of the clue that it answers; null: none
     */
    record WarningRaised(
            UUID householdId,
            String areaCode,
            int episode,
            WarningItem item,
            WarningLevel level,
            WarningSource source,
            String text,
            LocalDate raisedOn,
            LocalDate dueOn,
            boolean entryFirst,
            UUID clueId)
            implements WarningEvent {

        WarningRaised in(String area) {
            return new WarningRaised(
                    householdId, area, episode, item, level, source, text, raisedOn, dueOn, entryFirst, clueId);
        }
    }

    record WarningEntryAwaited(LocalDate on) implements WarningEvent {}

    /** @param platformNo number on the platform where it was marked; may be null */
    record WarningAnnotated(String platformNo, LocalDate annotatedOn) implements WarningEvent {}

    /** @param responsible user id */
    record WarningAssigned(String dept, String responsible, LocalDate assignedOn) implements WarningEvent {}

    /** @param measureId measure of assistance that is to solve it; may be null */
    record WarningHandled(String action, UUID measureId, LocalDate handledOn) implements WarningEvent {}

    /** Closed because a check passed, a measure was found effective, an income or a visit showed it: by what is not null. */
    record WarningClosed(
            UUID checkId,
            UUID measureId,
            List<DocumentRef> evidence,
            LocalDate closedOn,
            UUID incomeStatementId,
            LocalDate workSeenOn,
            LocalDate solvedSeenOn)
            implements WarningEvent {}

    record WarningRevisited(String visitor, String findings, LocalDate revisitedOn) implements WarningEvent {}

    record WarningReopened(String reason, LocalDate on, LocalDate dueOn) implements WarningEvent {}

    record WarningMoved(String from, String to, LocalDate on) implements WarningEvent {}

    record WarningOverdue(LocalDate dueOn, String escalatedTo) implements WarningEvent {}

    record WarningCancelled(String reason, LocalDate on) implements WarningEvent {}
}
