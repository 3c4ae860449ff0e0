package org.shouwang.assistance.rule;

import java.util.Arrays;
import java.util.List;

/** All rules of help, looked at together. */
public final class Rules {

    private Rules() {}

    /** Every rule that is broken, in the order of the list. */
    public static List<Finding> check(Dossier dossier, AssistancePolicy policy) {
        return Arrays.stream(Rule.values())
                .flatMap(r -> r.check(dossier, policy).stream())
                .toList();
    }

    /** Those among them that stand in the way of a plan's approval. */
    public static List<Finding> bars(List<Finding> findings) {
        return findings.stream().filter(f -> Rule.valueOf(f.name()).bars()).toList();
    }
}
