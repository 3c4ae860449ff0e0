package org.shouwang.monitoring.policy;

import java.util.List;

/** Everything one can ask of a policy. */
public sealed interface PolicyCommand {

    /** @param others ids of other policies with the same area prefix that are in force on a day on which these terms would be */
    record Publish(PolicyTerms terms, List<String> others) implements PolicyCommand {}
}
