package org.shouwang.monitoring.object;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;

/** Everything that can have happened to a monitored household. The stream is the household; its stays among the monitored are episodes from 1. */
public sealed interface ObjectEvent {

    /**
     * @param type null: coloured yellow or green only (2020 plan)
     * @param perCapita income at identification, yuan per person and year; may be null
     * @param line the monitoring line it was compared with; may be null
     * @param planDays days from {@code includedOn} within which a plan is due
     * @param measureDays days from {@code includedOn} within which a measure is due
     * @param areaCode village of the household, 12 digits
     */
    record ObjectIncluded(
            int episode,
            UUID caseId,
            ObjectType type,
            List<String> risks,
            Grade grade,
            BigDecimal perCapita,
            BigDecimal line,
            LocalDate includedOn,
            Integer planDays,
            Integer measureDays,
            String areaCode)
            implements ObjectEvent {}

    /** Comes right before the {@link ObjectIncluded} of a later episode. */
    record ObjectReentered(int previousEpisode, UUID newCaseId) implements ObjectEvent {}

    record ObjectGraded(Grade grade, GradeTrigger trigger, String rule, LocalDate on) implements ObjectEvent {}

    record GradeChanged(Grade from, Grade to, GradeTrigger trigger, String rule, LocalDate on) implements ObjectEvent {}

    /** The type of a household that was only coloured so far. */
    record ObjectTyped(ObjectType type, LocalDate on) implements ObjectEvent {}

    record RiskAdded(String risk, String note, LocalDate on) implements ObjectEvent {}

    record RiskResolved(String risk, List<DocumentRef> evidence, LocalDate on) implements ObjectEvent {}

    record NationalEntryRecorded(String entryNo, LocalDate enteredOn) implements ObjectEvent {}

    record BigDataImported(String batch, LocalDate importedOn) implements ObjectEvent {}

    /** What changed since the entry was entered too; any number of times. */
    record NationalEntryUpdated(LocalDate updatedOn) implements ObjectEvent {}

    record ObjectMoved(String from, String to, LocalDate on) implements ObjectEvent {}

    record RemovalBegun(int episode, UUID removalId, LocalDate on) implements ObjectEvent {}

    record RemovalAbandoned(int episode, UUID removalId, LocalDate on) implements ObjectEvent {}

    /** @param afterRemoval null where the household is gone (natural removal) */
    record RiskRemoved(
            int episode,
            UUID removalId,
            RemovalMethod method,
            LocalDate removedOn,
            NaturalReason naturalReason,
            AfterRemoval afterRemoval)
            implements ObjectEvent {}

    record RemovalRevoked(int episode, LocalDate on, String reason) implements ObjectEvent {}

    /** @param decision the county's */
    record ObjectVoided(int episode, LocalDate on, String reason, DocumentRef decision) implements ObjectEvent {}
}
