package org.shouwang.monitoring.quarterly;

import java.time.YearMonth;
import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** Everything one can ask of a quarterly review. */
public sealed interface QuarterlyCommand {

    /** @param needed kinds of the papers without which it is no review */
    record Review(
            String areaCode,
            YearMonth month,
            Minutes minutes,
            List<CategoryCount> counts,
            int householdsChecked,
            int householdsWithoutRisk,
            List<DocumentRef> documents,
            List<String> needed)
            implements QuarterlyCommand {}
}
