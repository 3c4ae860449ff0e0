package org.shouwang.assistance.rule;

import java.util.List;

/**
 * A rule that a household's help does not keep.
 *
 * @param rule its code, such as A-6
 * @param details what exactly: ids of members, codes of risks or measures, days
 */
public record Finding(String rule, String name, Severity severity, String zh, String en, List<String> details) {

    /** An error stands in the way of a plan's approval; a doubt is noted beside it. */
    public enum Severity {
        ERROR,
        DOUBT
    }
}
