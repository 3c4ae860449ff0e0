package org.shouwang.monitoring.removal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.MeasureFact;

/**
 * What the criteria of a removal are judged by, gathered from what the service knows at the time of a command, so that deciding
 * itself looks nothing up.
 *
 * @param includedOn when the present episode began
 * @param risks of the household now
 * @param everRisks of this episode, those resolved meanwhile too
 * @param line yuan per person and year; null where none is set for the area and year
 * @param measures of this episode
 * @param failedChecks days on which a safeguard was found wanting
 * @param incomeFalls days on which a monthly visit found that income had fallen
 * @param warningsOpen warnings not yet closed
 */
public record RemovalFacts(
        int episode,
        LocalDate includedOn,
        List<String> risks,
        List<String> everRisks,
        BigDecimal line,
        HouseholdFact household,
        List<MeasureFact> measures,
        List<LocalDate> failedChecks,
        List<LocalDate> incomeFalls,
        int warningsOpen) {

    /** 开发式帮扶: industry, employment, finance, public-welfare posts. */
    private static final Set<String> DEVELOPMENTAL = Set.of("M01", "M02", "M03", "M04");

    private static final Set<String> WORK = Set.of("M02", "M04");

    /** No longer kept: its risk can only be removed because there is nobody left. */
    boolean ended() {
        return household.endedOn() != null;
    }

    /** Still kept, with members: somebody of it is here. */
    boolean kept() {
        return !ended() && !household.members().isEmpty();
    }

    private List<MeasureFact> inEffect() {
        return measures.stream()
                .filter(m -> m.implementedOn() != null && !m.cancelled())
                .toList();
    }

    long againstRisks() {
        return inEffect().stream()
                .filter(m -> m.risk() != null && everRisks.contains(m.risk()))
                .count();
    }

    boolean developed() {
        return inEffect().stream().anyMatch(m -> DEVELOPMENTAL.contains(m.code()));
    }

    /** Helped into work or a public-welfare post. */
    boolean employed() {
        return inEffect().stream().anyMatch(m -> WORK.contains(m.code()));
    }
}
