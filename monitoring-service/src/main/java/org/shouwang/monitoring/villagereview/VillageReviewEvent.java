package org.shouwang.monitoring.villagereview;

import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What can have happened to a village meeting (评议会) that speaks of several households, those to include and those to let go alike. */
public sealed interface VillageReviewEvent {

    /**
     * @param areaCode village, 12 digits
     * @param shouldAttend how many should have come; null: not told
     * @param results one for each household, in the order of the minutes
     * @param documents the meeting's papers, which are those of each household's review
     */
    record VillageReviewHeld(
            String areaCode,
            Minutes minutes,
            Integer shouldAttend,
            List<ReviewResult> results,
            List<DocumentRef> documents)
            implements VillageReviewEvent {}
}
