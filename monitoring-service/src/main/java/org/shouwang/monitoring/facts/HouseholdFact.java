package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
        List<Holding> tags,
        LocalDate endedOn) {

    /** Codes of 在校生状况 up to the end of compulsory school (九年级). */
    private static final Set<String> UP_TO_COMPULSORY =
            Set.of("PRESCHOOL_AGE", "KINDERGARTEN", "PRIMARY", "GRADE_7", "GRADE_8", "GRADE_9");

    /**
     * @param relation to the head, code of GB/T 4761; head: 02
     * @param student code of 在校生状况; null: not at school
     * @param working works away from home now
     * @param workMonths worked away in this year, 0 to 12; null: nothing is on record
     * @param workedLastYear null: nothing is on record
     */
    public record Member(
            UUID memberId,
            String relation,
            Labour labour,
            String student,
            YearMonth born,
            boolean working,
            Integer workMonths,
            Boolean workedLastYear) {

        private boolean beyondCompulsory() {
            return student != null && !UP_TO_COMPULSORY.contains(student);
        }
    }

    /** @param tag security tag 保障身份 that a member holds: {@code DIBAO}, {@code TEKUN}, {@code DISABLED}, {@code DIBAO_EDGE} */
    public record Holding(UUID memberId, String tag) {}

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

    /**
     * The risks among these that do not fit its members: lack of labour where everybody is able, unstable work where nobody can work,
     * schooling to pay where nobody studies beyond compulsory school.
     */
    public List<String> unfit(Collection<String> risks) {
        var unfit = new ArrayList<String>();
        if (risks.contains("04") && everybodyAble()) unfit.add("04");
        if (risks.contains("07") && noLabour()) unfit.add("07");
        if (risks.contains("09") && members.stream().noneMatch(Member::beyondCompulsory)) unfit.add("09");
        return List.copyOf(unfit);
    }
}
