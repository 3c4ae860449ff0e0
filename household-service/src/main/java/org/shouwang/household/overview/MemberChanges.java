package org.shouwang.household.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.MemberHistory.Step;

/**
 * A change of a member: which fields, what each was and what it is. Shown here and nowhere else, since what is personal never leaves this
 * service.
 *
 * @param event id of the event
 * @param reason as it was given; absent where the event asks for none
 * @param recorded who wrote it down, and when
 */
record MemberChanges(UUID event, long version, String type, String reason, Written recorded, List<Field> fields) {

    /**
     * @param before absent: nothing was known, or the member was not in the household
     * @param after absent: nothing is known any more, or the member left
     */
    record Field(String field, String zh, String before, String after) {}

    static MemberChanges of(Step step, boolean open) {
        return new MemberChanges(
                step.event(),
                step.version(),
                step.type(),
                step.reason(),
                step.written(),
                fields(step.before(), step.after(), open));
    }

    private static List<Field> fields(Member before, Member after, boolean open) {
        return Arrays.stream(MemberField.values())
                .filter(f -> !Objects.equals(f.code(before), f.code(after)))
                .map(f -> new Field(f.field(), f.zh(), f.shown(before, open), f.shown(after, open)))
                .toList();
    }
}
