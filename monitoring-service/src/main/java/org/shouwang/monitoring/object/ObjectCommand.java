package org.shouwang.monitoring.object;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;

/** Everything one can ask of a monitored household. Dates are those of the village, Asia/Shanghai. */
public sealed interface ObjectCommand {

    /** Given by the identification case with the county's determination, in its transaction. Opens the next episode. */
    record Include(
            UUID caseId,
            String areaCode,
            ObjectType type,
            List<String> risks,
            Grade grade,
            BigDecimal perCapita,
            BigDecimal line,
            LocalDate includedOn,
            Integer planDays,
            Integer measureDays)
            implements ObjectCommand {}

    /** @param grade null: the table gives none @param rule which row of the grading table gave the grade @param openWarnings of the episode */
    record Assess(Grade grade, GradeTrigger trigger, String rule, LocalDate on, int openWarnings)
            implements ObjectCommand {}

    /** @param note mandatory for {@link RiskCode#OTHER} @param fits what is known of the household's members */
    record AddRisk(String risk, String note, LocalDate on, boolean fits) implements ObjectCommand {}

    record ResolveRisk(String risk, List<DocumentRef> evidence, LocalDate on) implements ObjectCommand {}

    record RecordNationalEntry(String entryNo, LocalDate enteredOn) implements ObjectCommand {}

    record RecordImport(String batch, LocalDate importedOn) implements ObjectCommand {}

    /** What changed since the entry stands in the national system too. */
    record RecordNationalUpdate(LocalDate updatedOn) implements ObjectCommand {}

    record Move(String to, LocalDate on) implements ObjectCommand {}

    record BeginRemoval(UUID removalId, LocalDate on) implements ObjectCommand {}

    record AbandonRemoval(UUID removalId, LocalDate on) implements ObjectCommand {}

    record Remove(
            UUID removalId,
            RemovalMethod method,
            LocalDate removedOn,
            NaturalReason naturalReason,
            AfterRemoval afterRemoval)
            implements ObjectCommand {}

    record RevokeRemoval(LocalDate on, String reason) implements ObjectCommand {}

    /** @param decision the county's */
    record VoidInclusion(LocalDate on, String reason, DocumentRef decision) implements ObjectCommand {}
}
