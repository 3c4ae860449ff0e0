package org.shouwang.monitoring.policy;

import java.util.List;

/** What a policy must remember to decide: the terms of its versions, the first at index 0. */
record Policy(List<PolicyTerms> versions) {

    PolicyTerms last() {
        return versions.isEmpty() ? null : versions.getLast();
    }
}
