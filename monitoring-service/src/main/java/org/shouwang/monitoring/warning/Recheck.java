package org.shouwang.monitoring.warning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;

/**
 * What shows that a warning on something else than a safeguard is solved; each part may be null.
 *
 * @param income a statement that is cited
 * @param line yuan per person and year on the closing day; null: none is set
 * @param visit the last monthly visit since the warning that spoke of its item, if it found stable work, or what was warned of solved
 */
public record Recheck(IncomeFact income, BigDecimal line, LocalDate visit) {

    static final Recheck NONE = new Recheck(null, null, null);

    /**
     * A signed statement whose twelve months reach into the month of the warning, so that it was made after it, and whose income is above the line.
     * An estimate of a whole year does not show when it was made.
     */
    boolean income(LocalDate since) {
        return income != null
                && line != null
                && income.signed()
                && income.basis() == IncomeBasis.ACTUAL_12M
                && !income.to().isBefore(YearMonth.from(since))
                && income.perCapita().compareTo(line) > 0;
    }
}
