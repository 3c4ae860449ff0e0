package org.shouwang.monitoring.recommendation;

import java.math.BigDecimal;
import java.util.List;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;

/**
 * What the rules suggest to the village's meeting, with every rule that led there. The meeting decides; where it decides otherwise it says why.
 *
 * @param type null where nothing is recommended, and for a household that is only kept in a colour
 * @param grade null where the policy knows no grades, or gives none to this household
 * @param reasonCode why nothing is recommended: {@code NO_RISK}, {@code ABOVE_LINE} or {@code TYPE_NOT_IN_POLICY}; else null
 * @param income that was compared with the line, yuan per person and year
 * @param manualJustification something speaks against need, so that an inclusion must say why
 */
public record Recommendation(
        boolean include,
        ObjectType type,
        Grade grade,
        String reasonCode,
        boolean inRange,
        BigDecimal income,
        BigDecimal line,
        boolean manualJustification,
        List<Trace> trace) {

    /** One rule and what it found. */
    public record Trace(String rule, boolean holds, String zh, String en) {}
}
