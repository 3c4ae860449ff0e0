package org.shouwang.household.registry;

import java.util.List;
import java.util.UUID;

/**
 * A rule that the data does not satisfy.
 *
 * @param memberId null where it concerns the household
 * @param statementId the income statement in question; null: none
 * @param fields the JSON fields in question, {@code person.idNo}; at least one
 */
public record Finding(Rule rule, UUID memberId, UUID statementId, List<String> fields) {

    /** The one to look at first. */
    public String field() {
        return fields.getFirst();
    }

    /** For a problem's details: which rule, where, without any value. */
    public String text() {
        return memberId == null ? rule + " " + field() : rule + " " + memberId + " " + field();
    }
}
