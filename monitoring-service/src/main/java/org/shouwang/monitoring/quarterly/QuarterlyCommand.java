package org.shouwang.monitoring.quarterly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** Everything one can ask of a quarterly review. */
public sealed interface QuarterlyCommand {

    /** A household that is named as at risk, and where it is known to live. @param endedOn null: it is kept */
    record Named(AtRisk found, String areaCode, LocalDate endedOn) {}

    /** @param needed kinds of the papers without which it is no review */
    record Review(
            String areaCode,
            YearMonth month,
            Minutes minutes,
            List<CategoryCount> counts,
            int householdsChecked,
            int householdsWithoutRisk,
            List<DocumentRef> documents,
            List<Named> atRisk,
            List<String> needed)
            implements QuarterlyCommand {}
}
