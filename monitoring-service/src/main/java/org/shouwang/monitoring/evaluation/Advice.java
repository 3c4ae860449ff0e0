package org.shouwang.monitoring.evaluation;

import java.math.BigDecimal;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;

/**
 * What was recommended for a household, without the way that led there.
 *
 * @param reasonCode why nothing is recommended; null else
 * @param income compared with the line, yuan per person and year
 * @param policyId of the policy that it was recommended under; null where that was not kept
 */
public record Advice(
        boolean include,
        ObjectType type,
        Grade grade,
        String reasonCode,
        BigDecimal income,
        BigDecimal line,
        String policyId,
        Integer policyVersion) {

    /** Another answer: to be included or not, as what, in which colour. */
    public boolean differs(Advice other) {
        return other == null || include != other.include || type != other.type || grade != other.grade;
    }
}
