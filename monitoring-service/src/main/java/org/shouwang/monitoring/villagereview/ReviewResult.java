package org.shouwang.monitoring.villagereview;

import java.util.UUID;
import org.shouwang.monitoring.Votes;

/**
 * What a village meeting came to about one household.
 *
 * @param fileId the identification case or the removal that it is about
 * @param agreed for the inclusion, or for the removal
 * @param votes null: not told
 * @param reason as the minutes give it; may be null
 */
public record ReviewResult(
        UUID householdId, ReviewTopic topic, UUID fileId, boolean agreed, Votes votes, String reason) {}
