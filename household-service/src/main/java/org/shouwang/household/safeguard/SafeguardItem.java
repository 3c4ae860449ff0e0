package org.shouwang.household.safeguard;

import java.util.List;
import org.shouwang.eventsourcing.Personal;
import org.shouwang.household.registry.DocumentRef;

/** One indicator as it was found. @param remark may be absent @param evidence may be empty */
public record SafeguardItem(Indicator indicator, Result result, Remark remark, List<DocumentRef> evidence) {

    /** AT_RISK: may fail soon. */
    public enum Result {
        PASS,
        FAIL,
        AT_RISK,
        NOT_APPLICABLE,
        UNKNOWN
    }

    /** What a visitor notes may tell about people and their health. */
    public record Remark(String text) implements Personal {}

    public SafeguardItem {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
