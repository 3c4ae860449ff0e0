package org.shouwang.monitoring.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.facts.FactJson;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.recommendation.Circumstances;

/**
 * A household with all that a recommendation is made from, as it is known now.
 *
 * @param actual last signed statement of twelve months @param estimated the same of a year that was estimated; null: none
 * @param safeguards of the last check; null: never checked
 * @param monitored how it stands among the monitored; null: it does not
 * @param advised what its last case was recommended; null: no case, or none recommended
 */
record Known(
        UUID household,
        String areaCode,
        RegisteredType registered,
        int persons,
        Income actual,
        Income estimated,
        String safeguards,
        List<String> risks,
        Found found,
        Monitored monitored,
        Advice advised,
        LocalDate advisedOn) {

    /** Yuan per person and year. */
    record Income(BigDecimal perCapita, BigDecimal reference) {
        static Income of(Object perCapita, Object reference) {
            return perCapita == null ? null : new Income(Yuan.of(perCapita), Yuan.of(reference));
        }
    }

    /** What the last visit of a case found. */
    record Found(boolean sudden, boolean severe, boolean hardship, boolean listed, List<String> assets) {
        static final Found NOTHING = new Found(false, false, false, false, List.of());
    }

    record Monitored(ObjectType type, Grade grade) {}

    Income income(IncomeBasis basis) {
        return basis == IncomeBasis.ACTUAL_12M ? actual : estimated;
    }

    Circumstances circumstances(Income income) {
        return new Circumstances(
                registered,
                income.perCapita(),
                income.reference(),
                risks,
                found.sudden(),
                found.severe(),
                found.hardship(),
                found.listed(),
                FactJson.list(safeguards, SafeguardFact.Item.class),
                found.assets());
    }

    static Known of(Object[] r) {
        return new Known(
                (UUID) r[0],
                (String) r[1],
                RegisteredType.valueOf((String) r[2]),
                (Integer) r[3],
                Income.of(r[4], r[5]),
                Income.of(r[6], r[7]),
                (String) r[8],
                split(r[9] == null ? r[10] : r[9], ","),
                r[11] == null
                        ? Found.NOTHING
                        : new Found(
                                (Boolean) r[11], (Boolean) r[12], (Boolean) r[13], (Boolean) r[14], split(r[15], "\n")),
                r[9] == null
                        ? null
                        : new Monitored(
                                r[16] == null ? null : ObjectType.valueOf((String) r[16]),
                                r[17] == null ? null : Grade.valueOf((String) r[17])),
                CaseFindings.read(r[18]),
                (LocalDate) r[19]);
    }

    private static List<String> split(Object text, String by) {
        return text == null || ((String) text).isEmpty() ? List.of() : Arrays.asList(((String) text).split(by));
    }
}
