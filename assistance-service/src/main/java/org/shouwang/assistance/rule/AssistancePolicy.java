package org.shouwang.assistance.rule;

import java.util.List;
import java.util.Set;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.eventsourcing.Cause.PolicyRef;

/**
 * The numbers and tables of help, as data: which measures answer which risk, and from when on what counts as an error.
 *
 * @param planSigners who must have signed a plan
 * @param developmentalMonths months after inclusion from which a household with labour must have a developmental measure
 * @param publicPostMinAge full years that the holder of a public-welfare post has at least
 * @param studentsNotWorking school stages, preschool to senior secondary, in which nobody is registered as working
 * @param gradesWithoutDuty grades of the 2020 plan for which no single measure is compulsory
 */
public record AssistancePolicy(
        String id,
        int version,
        List<String> planSigners,
        int developmentalMonths,
        int publicPostMinAge,
        Set<String> studentsNotWorking,
        Set<String> gradesWithoutDuty,
        List<Requirement> requirements) {

    /** What is decided under it says so by this. */
    public PolicyRef ref() {
        return new PolicyRef(id, version);
    }

    /**
     * A risk asks for at least one of these.
     *
     * @param risk two digits; sub-items (0201…) follow the main code
     * @param anyOf codes of measures, with an item behind a colon where only that one counts
     */
    public record Requirement(String risk, List<String> anyOf) {

        boolean metBy(MeasureRow measure) {
            return anyOf.contains(measure.code().name()) || anyOf.contains(measure.code() + ":" + measure.item());
        }
    }

    List<Requirement> of(String risk) {
        return requirements.stream().filter(r -> risk.startsWith(r.risk())).toList();
    }
}
