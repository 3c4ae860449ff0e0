package org.shouwang.monitoring.villagereview;

import java.util.List;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;

/** What one can ask of a village meeting. */
public sealed interface VillageReviewCommand {

    /** @param strangers what was named and is no file of a household of this village, as short codes */
    record Hold(
            String areaCode,
            Minutes minutes,
            Integer shouldAttend,
            List<ReviewResult> results,
            List<DocumentRef> documents,
            List<String> strangers)
            implements VillageReviewCommand {}
}
