package org.shouwang.household.safeguard;

import java.util.List;
import org.shouwang.eventsourcing.Personal;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.household.registry.DocumentRef;

/** One indicator as it was found. @param remark may be absent @param evidence may be empty */
public record SafeguardItem(Indicator indicator, Result result, Remark remark, List<DocumentRef> evidence) {

    /** AT_RISK: may fail soon. */
    public enum Result implements Worded {
        PASS("达标"),
        FAIL("不达标"),
        AT_RISK("有可能不达标"),
        NOT_APPLICABLE("不适用"),
        UNKNOWN("不清楚");

        private final String zh;

        Result(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** What a visitor notes may tell about people and their health. */
    public record Remark(String text) implements Personal {}

    public SafeguardItem {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
