package org.shouwang.assistance.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.assistance.rule.Dossier.Developmental;

/** What requests about plans bring and what they are answered with. */
final class PlanBodies {

    private PlanBodies() {}

    record Goal(
            @NotBlank @Size(max = 4) String risk,
            @NotBlank @Size(max = 500) String goal) {}

    record Draft(
            @NotNull LocalDate draftedOn,
            @NotNull @Size(max = 10) List<@NotNull @Valid Goal> goals,
            @Size(max = 500) String labour,
            @Size(max = 50) List<@NotNull UUID> measures,
            @Size(max = 20) String department,
            @Digits(integer = 12, fraction = 2) BigDecimal budget,
            @Digits(integer = 12, fraction = 2) BigDecimal incomeEffect,
            LocalDate startOn,
            LocalDate dueOn,
            Boolean noLabour,
            Developmental developmental) {

        PlanContent content() {
            return PlanBodies.content(
                    goals, labour, measures, department, budget, incomeEffect, startOn, dueOn, noLabour, developmental);
        }
    }

    record Revision(
            @NotNull LocalDate revisedOn,
            @NotBlank @Size(max = 500) String reason,
            @NotNull @Size(max = 10) List<@NotNull @Valid Goal> goals,
            @Size(max = 500) String labour,
            @Size(max = 50) List<@NotNull UUID> measures,
            @Size(max = 20) String department,
            @Digits(integer = 12, fraction = 2) BigDecimal budget,
            @Digits(integer = 12, fraction = 2) BigDecimal incomeEffect,
            LocalDate startOn,
            LocalDate dueOn,
            Boolean noLabour,
            Developmental developmental) {

        PlanContent content() {
            return PlanBodies.content(
                    goals, labour, measures, department, budget, incomeEffect, startOn, dueOn, noLabour, developmental);
        }
    }

    record Signature(
            @NotNull LocalDate signedOn,
            @NotEmpty @Size(max = 10) List<@NotBlank String> signers,
            DocumentRef document) {}

    record Approval(@NotNull LocalDate approvedOn) {}

    record Closure(@NotNull LocalDate closedOn) {}

    /**
     * A household's plan.
     *
     * @param state an opened plan is a DRAFT of version 0
     * @param helper user id; null: nobody
     * @param closedOn null while it is open
     */
    record View(
            UUID householdId,
            String areaCode,
            int episode,
            PlanState state,
            int version,
            UUID caseId,
            List<String> risks,
            LocalDate includedOn,
            LocalDate planDueOn,
            LocalDate measureDueOn,
            boolean planOverdue,
            boolean helpOverdue,
            PlanContent content,
            LocalDate approvedOn,
            LocalDate closedOn,
            String helper,
            List<MeasureRow> measures) {

        static View of(UUID household, Plan.Open p, LocalDate closedOn, String helper, List<MeasureRow> measures) {
            return new View(
                    household,
                    p.areaCode(),
                    p.episode(),
                    closedOn == null ? p.state() : PlanState.CLOSED,
                    p.version(),
                    p.caseId(),
                    p.risks(),
                    p.includedOn(),
                    p.planDueOn(),
                    p.measureDueOn(),
                    p.planOverdue(),
                    p.helpOverdue(),
                    p.content(),
                    p.approvedOn(),
                    closedOn,
                    helper,
                    measures);
        }
    }

    private static PlanContent content(
            List<Goal> goals,
            String labour,
            List<UUID> measures,
            String department,
            BigDecimal budget,
            BigDecimal incomeEffect,
            LocalDate startOn,
            LocalDate dueOn,
            Boolean noLabour,
            Developmental developmental) {
        return new PlanContent(
                goals.stream()
                        .map(g -> new PlanContent.Goal(g.risk(), g.goal()))
                        .toList(),
                labour,
                measures,
                department,
                budget,
                incomeEffect,
                startOn,
                dueOn,
                noLabour,
                developmental);
    }
}
