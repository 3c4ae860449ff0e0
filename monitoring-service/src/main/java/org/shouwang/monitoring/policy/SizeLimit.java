package org.shouwang.monitoring.policy;

import java.math.BigDecimal;

/**
 * How many persons are monitored, held against what a policy allows of the registered population (监测对象规模); it warns and refuses nobody.
 *
 * @param percent that the policy allows
 * @param population persons of all households that are kept
 * @param monitored persons in monitored households of the three types
 */
public record SizeLimit(BigDecimal percent, long population, long monitored, boolean exceeded, String zh, String en) {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Null where the policy sets no limit. */
    public static SizeLimit of(PolicyTerms terms, long population, long monitored) {
        var percent = terms.sizeLimitPercent();
        if (percent == null) return null;
        var exceeded = BigDecimal.valueOf(monitored)
                        .multiply(HUNDRED)
                        .compareTo(percent.multiply(BigDecimal.valueOf(population)))
                > 0;
        var said = percent.stripTrailingZeros().toPlainString();
        return new SizeLimit(
                percent,
                population,
                monitored,
                exceeded,
                "监测对象%d人，户籍人口%d人，%s政策规定的%s%%".formatted(monitored, population, exceeded ? "超过" : "没有超过", said),
                "%d monitored of %d registered persons: %s the policy's %s %%"
                        .formatted(monitored, population, exceeded ? "above" : "within", said));
    }
}
