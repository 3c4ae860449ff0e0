package org.shouwang.assistance.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.assistance.rule.Dossier.Developmental;

/**
 * The words of a plan.
 *
 * @param goals what is to be reached for each risk
 * @param labour the household's labour in plain words; may be null
 * @param measures ids of the measures that it rests on
 * @param department code of the one in charge; may be null
 * @param budget yuan, scale 2; may be null
 * @param incomeEffect yuan per year that the household is to gain, scale 2; may be null
 * @param noLabour 整户无劳动能力; null: left empty
 * @param developmental 实施开发式帮扶措施情况; null: left empty
 */
public record PlanContent(
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

    /** What is to be reached for one risk. */
    public record Goal(String risk, String goal) {}

    public PlanContent {
        goals = goals == null ? List.of() : List.copyOf(goals);
        measures = measures == null ? List.of() : measures.stream().distinct().toList();
        budget = budget == null ? null : budget.setScale(2, RoundingMode.HALF_UP);
        incomeEffect = incomeEffect == null ? null : incomeEffect.setScale(2, RoundingMode.HALF_UP);
    }

    Stream<String> texts() {
        return Stream.concat(goals.stream().map(Goal::goal), Stream.of(String.valueOf(labour)));
    }
}
