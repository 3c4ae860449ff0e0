package org.shouwang.assistance.facts;

import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

/**
 * A member of a household, as far as help depends on it; no name, no number.
 *
 * @param student code of the school stage; null: not at school
 * @param born month of birth; may be null
 * @param working registered as working
 * @param tags security tags held on the day asked for: {@code DIBAO}, {@code TEKUN}, {@code DISABLED}, {@code DIBAO_EDGE}
 */
public record Person(UUID id, Labour labour, String student, YearMonth born, boolean working, Set<String> tags) {

    public boolean holds(String tag) {
        return tags.contains(tag);
    }
}
