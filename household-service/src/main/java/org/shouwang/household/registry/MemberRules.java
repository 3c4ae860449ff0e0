package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.identity.IdNumber;

/** What can be told of one member alone: each rule is a named predicate, true where the data is wrong. Ages are full years. */
public final class MemberRules {

    private static final int WORKING_AGE = 16;
    private static final int RETIREMENT_AGE = 60;
    private static final int PUPIL_LEAST = 6;
    private static final int PUPIL_MOST = 14;
    private static final int PHONE = 11;
    private static final Pattern PHONE_DIGITS = Pattern.compile("[0-9]{" + PHONE + "}");
    private static final Pattern DISABILITY_CARD = Pattern.compile("[0-9]{17}[0-9X][1-7][1-4]([0-9]{2}|[0-9A-Z]{2})?");

    private MemberRules() {}

    /** @param on the day on which the data is looked at */
    public static List<Finding> check(Member m, LocalDate on) {
        var found = new ArrayList<Finding>();
        var p = m.person() == null ? Person.of(null, null, null) : m.person();
        add(found, m, nameEmpty(p), Rule.NAME_EMPTY, "person.name");
        number(found, m, p, on);
        add(found, m, sexUnknown(p), Rule.SEX_UNKNOWN, "person.sex");
        add(found, m, ethnicUnknown(p), Rule.ETHNIC_UNKNOWN, "person.ethnic");
        add(found, m, relationUnknown(m), Rule.RELATION_UNKNOWN, "relation");
        add(found, m, educationUnknown(m), Rule.EDUCATION_UNKNOWN, "education");
        add(found, m, educationXorStudent(m), Rule.EDUCATION_XOR_STUDENT, "education");
        add(found, m, m.labour() == null, Rule.LABOUR_EMPTY, "labour");
        add(found, m, p.health().isEmpty(), Rule.HEALTH_EMPTY, "person.health");
        add(found, m, healthContradiction(p), Rule.HEALTH_CONTRADICTION, "person.health");
        add(found, m, workIncomplete(m, p), Rule.WORK_INCOMPLETE, "workMonths");
        add(found, m, months(m.workMonths()), Rule.WORK_MONTHS, "workMonths");
        add(found, m, postIncomplete(m), Rule.POST_INCOMPLETE, "postMonths");
        add(found, m, insuranceChoice(m), Rule.INSURANCE_CHOICE, "insurances");
        add(found, m, disabilityNumber(p), Rule.DISABILITY_NUMBER, "person.disability");
        add(found, m, phoneLength(p.phone()), Rule.PHONE_LENGTH, "person.phone");
        add(found, m, sexMismatch(p), Rule.SEX_MISMATCH, "person.sex");
        add(found, m, labourDoubtful(m, p, on), Rule.LABOUR_DOUBTFUL, "labour");
        add(found, m, pupilAge(m, on), Rule.PUPIL_AGE, "student");
        add(found, m, disabledWithoutCard(p), Rule.DISABLED_WITHOUT_CARD, "person.disability");
        add(found, m, cardWithoutDisabled(p), Rule.CARD_WITHOUT_DISABLED, "person.health");
        return List.copyOf(found);
    }

    /** The first thing that is wrong with the number: one is enough to look at it again. */
    private static void number(List<Finding> found, Member m, Person p, LocalDate on) {
        if (p.idNo() == null || p.idNo().isBlank()) add(found, m, true, Rule.ID_EMPTY, "person.idNo");
        else if (p.idType() != IdType.OTHER) {
            if (idLength(p.idNo())) add(found, m, true, Rule.ID_LENGTH, "person.idNo");
            else if (idDate(p.idNo(), on)) add(found, m, true, Rule.ID_DATE, "person.idNo");
            else if (idChecksum(p.idNo())) add(found, m, true, Rule.ID_CHECKSUM, "person.idNo");
            else add(found, m, birthMismatch(p), Rule.BIRTH_MISMATCH, "person.birthDate");
        }
    }

    static boolean nameEmpty(Person p) {
        return p.name() == null || p.name().isBlank();
    }

    static boolean idLength(String number) {
        return !IdNumber.hasLength(number);
    }

    static boolean idDate(String number, LocalDate on) {
        return IdNumber.birthDate(number).filter(d -> !d.isAfter(on)).isEmpty();
    }

    static boolean idChecksum(String number) {
        return !IdNumber.hasCheck(number);
    }

    static boolean birthMismatch(Person p) {
        return !IdNumber.birthDate(p.idNo()).map(d -> d.equals(p.birthDate())).orElse(true);
    }

    static boolean sexUnknown(Person p) {
        return p.sex() != null && !CodeTable.SEX.has(p.sex());
    }

    static boolean ethnicUnknown(Person p) {
        return p.ethnic() != null && !CodeTable.ETHNIC.has(p.ethnic());
    }

    static boolean relationUnknown(Member m) {
        return m.relation() == null || !CodeTable.RELATION.has(m.relation());
    }

    static boolean educationUnknown(Member m) {
        return m.education() != null && !CodeTable.EDUCATION.has(m.education());
    }

    static boolean educationXorStudent(Member m) {
        return (m.education() == null) == (m.student() == null);
    }

    static boolean healthContradiction(Person p) {
        return p.health().contains(Health.HEALTHY) && p.health().size() > 1;
    }

    static boolean workIncomplete(Member m, Person p) {
        return (m.workMonths() == null)
                != (p.workPlace() == null || p.workPlace().isBlank());
    }

    static boolean postIncomplete(Member m) {
        var named = m.postType() != null && !m.postType().isBlank();
        return named != (m.postMonths() != null) || months(m.postMonths());
    }

    /** Both or neither; nothing is said where nobody asked. */
    static boolean insuranceChoice(Member m) {
        return m.insurances() != null
                && m.insurances().contains(Insurance.RESIDENT_MEDICAL)
                        == m.insurances().contains(Insurance.EMPLOYEE_MEDICAL);
    }

    static boolean disabilityNumber(Person p) {
        var number = p.disability() != null ? p.disability() : p.idType() == IdType.DISABILITY_CARD ? p.idNo() : null;
        return number != null && !DISABILITY_CARD.matcher(number).matches();
    }

    public static boolean phoneLength(String phone) {
        return phone != null
                && !phone.isBlank()
                && !PHONE_DIGITS.matcher(phone.strip()).matches();
    }

    static boolean sexMismatch(Person p) {
        return p.idNo() != null
                && p.idType() != IdType.OTHER
                && p.sex() != null
                && IdNumber.sex(p.idNo()).map(s -> !s.equals(p.sex())).orElse(false);
    }

    static boolean labourDoubtful(Member m, Person p, LocalDate on) {
        var age = m.age(on);
        return p.health().contains(Health.HEALTHY)
                && age >= WORKING_AGE
                && age < RETIREMENT_AGE
                && m.student() == null
                && (m.labour() == Labour.NONE || m.labour() == Labour.WEAK);
    }

    static boolean pupilAge(Member m, LocalDate on) {
        var age = m.age(on);
        return m.student() == StudentStatus.PRIMARY && age >= 0 && (age < PUPIL_LEAST || age > PUPIL_MOST);
    }

    static boolean disabledWithoutCard(Person p) {
        return p.health().contains(Health.DISABLED) && p.disability() == null && p.idType() != IdType.DISABILITY_CARD;
    }

    static boolean cardWithoutDisabled(Person p) {
        return p.disability() != null && !p.health().contains(Health.DISABLED);
    }

    private static boolean months(Integer months) {
        return months != null && (months < 1 || months > 12);
    }

    private static void add(List<Finding> found, Member m, boolean wrong, Rule rule, String field) {
        if (wrong) found.add(new Finding(rule, m.memberId(), field));
    }
}
