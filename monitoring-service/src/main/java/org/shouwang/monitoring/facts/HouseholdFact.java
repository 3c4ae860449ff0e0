package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What monitoring knows of a household: nothing that tells who its members are.
 *
 * @param endedOn the day from which it is no longer kept: merged, moved out or died out; null: it is kept
 */
public record HouseholdFact(
        UUID id,
        String areaCode,
        RegisteredType registeredType,
        List<Member> members,
        List<String> tags,
        LocalDate endedOn) {

    /** @param relation to the head, code of GB/T 4761; head: 02 */
    public record Member(
            UUID memberId, String relation, Labour labour, String student, YearMonth born, boolean working) {}

    public boolean has(UUID member) {
        return members.stream().anyMatch(m -> m.memberId().equals(member));
    }

    /** 整户无劳动能力: every member without any capacity for work. */
    public boolean noLabour() {
        return !members.isEmpty()
                && members.stream()
                        .noneMatch(m -> m.labour() != null && m.labour().able());
    }

    public boolean everybodyAble() {
        return !members.isEmpty()
                && members.stream()
                        .allMatch(m -> m.labour() != null && m.labour().able());
    }
}
