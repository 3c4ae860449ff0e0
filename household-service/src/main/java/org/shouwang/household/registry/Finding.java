package org.shouwang.household.registry;

import java.util.UUID;

/**
 * A rule that the data does not satisfy.
 *
 * @param memberId null where it concerns the household
 * @param field the JSON field in question, {@code person.idNo}
 */
public record Finding(Rule rule, UUID memberId, String field) {

    /** For a problem's details: which rule, where, without any value. */
    public String text() {
        return memberId == null ? rule + " " + field : rule + " " + memberId + " " + field;
    }
}
