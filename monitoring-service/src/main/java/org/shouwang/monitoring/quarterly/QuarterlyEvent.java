package org.shouwang.monitoring.quarterly;

import java.time.YearMonth;
import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What can have happened to the quarterly review of one village in one month. */
public sealed interface QuarterlyEvent {

    /**
     * @param counts households in scope by category; they add up to those checked
     * @param householdsWithoutRisk of those checked; all of them where nobody is at risk
     * @param atRisk the others, by name; none is told by what was stored before they were asked for
     */
    record QuarterlyReviewRecorded(
            String areaCode,
            YearMonth month,
            Minutes minutes,
            List<CategoryCount> counts,
            int householdsChecked,
            int householdsWithoutRisk,
            List<DocumentRef> documents,
            List<AtRisk> atRisk)
            implements QuarterlyEvent {

        public QuarterlyReviewRecorded {
            atRisk = atRisk == null ? List.of() : List.copyOf(atRisk);
        }
    }
}
