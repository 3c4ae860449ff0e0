package org.shouwang.monitoring.quarterly;

import java.util.List;
import java.util.UUID;

/**
 * A household that a review found at risk, so that a count of them can be held against who they are.
 *
 * @param risks codes of the national form, the main one first
 * @param note mandatory for the risk "other"
 */
public record AtRisk(UUID householdId, List<String> risks, String note) {

    public AtRisk {
        risks = risks == null ? List.of() : List.copyOf(risks);
    }
}
