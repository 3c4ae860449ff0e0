package org.shouwang.household.registry;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.StudentStatus;

/**
 * A member of a household. What stands outside {@code person} is published; exactly one of education and student is filled.
 *
 * @param relation to the head, GB/T 4761-2008, two digits; the head itself is 02
 * @param education GB/T 4658, two digits; null for who is at school or too young for it
 * @param born month of birth
 * @param resident lives there for most of the year
 * @param working away from home or for a wage this year
 * @param workMonths 1 to 12 in this year; absent or 0 where not working
 * @param workedLastYear worked away from home at the end of last year; null: not asked
 * @param postType kind of public-welfare post; null: none
 * @param postMonths on that post this year
 * @param insurances held; null: not asked
 * @param relocated moved by 易地扶贫搬迁; null: as the household
 */
public record Member(
        UUID memberId,
        String relation,
        Labour labour,
        StudentStatus student,
        String education,
        YearMonth born,
        boolean resident,
        boolean working,
        Integer workMonths,
        Boolean workedLastYear,
        String postType,
        Integer postMonths,
        List<Insurance> insurances,
        Boolean relocated,
        Person person) {

    public static final String HEAD = "02";
    public static final int ADULT = 18;

    public Member {
        if (born == null && person != null && person.birthDate() != null) born = YearMonth.from(person.birthDate());
        workMonths = workMonths != null && workMonths == 0 ? null : workMonths;
        insurances = insurances == null ? null : List.copyOf(insurances);
    }

    /** A member as it is typed in: whether it works and when it was born follow from the rest. */
    public static Member of(
            UUID memberId,
            String relation,
            Labour labour,
            StudentStatus student,
            String education,
            boolean resident,
            Integer workMonths,
            Boolean workedLastYear,
            String postType,
            Integer postMonths,
            List<Insurance> insurances,
            Boolean relocated,
            Person person) {
        return new Member(
                memberId,
                relation,
                labour,
                student,
                education,
                null,
                resident,
                workMonths != null && workMonths > 0,
                workMonths,
                workedLastYear,
                postType,
                postMonths,
                insurances,
                relocated,
                person);
    }

    /** The least that the rules ask for. */
    public static Member of(
            UUID memberId, String relation, Labour labour, StudentStatus student, String education, Person person) {
        return of(memberId, relation, labour, student, education, true, null, null, null, null, null, null, person);
    }

    public boolean heads() {
        return HEAD.equals(relation);
    }

    /** 配偶, or the finer 夫 and 妻. */
    public boolean spouse() {
        return "10".equals(relation) || "11".equals(relation) || "12".equals(relation);
    }

    /** Full years on a day; -1 where the birth date is not known. */
    public int age(LocalDate on) {
        return person == null
                        || person.birthDate() == null
                        || person.birthDate().isAfter(on)
                ? -1
                : Period.between(person.birthDate(), on).getYears();
    }

    public boolean adult(LocalDate on) {
        return age(on) >= ADULT;
    }

    public Member as(String newRelation) {
        return with(newRelation, person);
    }

    Member of(Person newPerson) {
        return with(relation, newPerson);
    }

    private Member with(String newRelation, Person newPerson) {
        return new Member(
                memberId,
                newRelation,
                labour,
                student,
                education,
                born,
                resident,
                working,
                workMonths,
                workedLastYear,
                postType,
                postMonths,
                insurances,
                relocated,
                newPerson);
    }
}
