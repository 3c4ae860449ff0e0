package org.shouwang.monitoring.policy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.shouwang.monitoring.AreaPrefix;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms.*;

/** A policy as it is written down. What is left out is filled in by the regime's usual rules, and shown by the list. */
public record PolicyDocument(
        String policyId,
        Integer version,
        @Pattern(regexp = AreaPrefix.PATTERN) String areaPrefix,
        @NotNull LocalDate effectiveFrom,
        LocalDate effectiveTo,
        @NotNull Regime regime,
        @NotNull List<@NotNull ObjectType> objectTypes,
        @NotNull IncomeMeasure incomeMeasure,
        @NotNull IncomeBasis incomeBasis,
        @NotNull Line line,
        Grading grading,
        Application application,
        @NotNull Posting publicity,
        @NotNull Procedure procedure,
        List<@NotNull String> steps,
        Integer identifyMaxDays,
        DayType identifyDayType,
        List<@NotNull StepLimit> stepLimits,
        Integer planMaxDays,
        Integer measureMaxDays,
        Clues clues,
        List<@NotNull StepEvidence> evidence,
        List<@NotNull DepartmentRecords> comparison,
        List<@NotNull NegativeItem> negativeList,
        Review review,
        Monitoring monitoring,
        Deadlines deadlines,
        QuarterlyReview quarterlyReview,
        Removal removal,
        BigDecimal sizeLimitPercent,
        WorkCalendar calendar) {

    /** @param forbidden null: under the regime of 2020, unless it is required, nothing may be posted; later it may */
    public record Posting(boolean required, Boolean forbidden, int days, DayType dayType, String level) {

        Publicity under(Regime regime) {
            var never = forbidden == null ? regime == Regime.R2020 && !required : forbidden;
            return new Publicity(required, never, days, dayType, level);
        }
    }

    PolicyTerms terms(String id, int number) {
        return new PolicyTerms(
                id,
                number,
                AreaPrefix.of(areaPrefix),
                effectiveFrom,
                effectiveTo,
                regime,
                objectTypes,
                incomeMeasure,
                incomeBasis,
                scaled(line),
                grading,
                application,
                publicity.under(regime),
                procedure,
                steps,
                identifyMaxDays,
                identifyDayType,
                stepLimits,
                planMaxDays,
                measureMaxDays,
                clues,
                evidence,
                comparison,
                negativeList,
                review,
                monitoring,
                deadlines,
                quarterlyReview,
                removal,
                sizeLimitPercent,
                calendar);
    }

    private static Line scaled(Line line) {
        var amount = line.amount() == null ? null : line.amount().setScale(2, java.math.RoundingMode.HALF_UP);
        return new Line(line.source(), amount, line.inclusive(), line.useReferenceIncome());
    }
}
