package org.shouwang.household.registry;

import java.util.regex.Pattern;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.identity.IdNumber;

/** What can be told of a member: each rule is a named predicate, true where the data is wrong. */
final class MemberRules {

    private static final Pattern PHONE_DIGITS = Pattern.compile("[0-9]{11}");
    private static final Pattern DISABILITY_CARD = Pattern.compile("[0-9]{17}[0-9X]([1-7][1-4]([0-9A-Z]{2})?)?");

    private MemberRules() {}

    static boolean nameEmpty(Member m, Picture in) {
        return blank(m.person().name());
    }

    static boolean idEmpty(Member m, Picture in) {
        return blank(m.person().idNo());
    }

    static boolean idLength(Member m, Picture in) {
        return citizen(m.person()) && !IdNumber.hasLength(m.person().idNo());
    }

    static boolean idDate(Member m, Picture in) {
        return citizen(m.person())
                && IdNumber.hasLength(m.person().idNo())
                && IdNumber.birthDate(m.person().idNo())
                        .filter(d -> !d.isAfter(in.on()))
                        .isEmpty();
    }

    static boolean idChecksum(Member m, Picture in) {
        return citizen(m.person())
                && IdNumber.hasLength(m.person().idNo())
                && !IdNumber.hasCheck(m.person().idNo())
                && !idDate(m, in);
    }

    /** Only of a number that is right itself. */
    static boolean birthMismatch(Member m, Picture in) {
        var p = m.person();
        return citizen(p)
                && IdNumber.hasLength(p.idNo())
                && IdNumber.birthDate(p.idNo())
                        .filter(d -> !d.equals(p.birthDate()) && !d.isAfter(in.on()))
                        .isPresent()
                && IdNumber.hasCheck(p.idNo());
    }

    static boolean sexUnknown(Member m, Picture in) {
        return m.person().sex() != null && !CodeTable.SEX.has(m.person().sex());
    }

    static boolean ethnicUnknown(Member m, Picture in) {
        return m.person().ethnic() != null && !CodeTable.ETHNIC.has(m.person().ethnic());
    }

    static boolean relationUnknown(Member m, Picture in) {
        return m.relation() == null || !CodeTable.RELATION.has(m.relation());
    }

    static boolean educationUnknown(Member m, Picture in) {
        return m.education() != null && !CodeTable.EDUCATION.has(m.education());
    }

    static boolean educationXorStudent(Member m, Picture in) {
        return (m.education() == null) == (m.student() == null);
    }

    static boolean labourEmpty(Member m, Picture in) {
        return m.labour() == null;
    }

    static boolean healthEmpty(Member m, Picture in) {
        return m.person().health().isEmpty();
    }

    static boolean healthContradiction(Member m, Picture in) {
        return m.person().health().contains(Health.HEALTHY)
                && m.person().health().size() > 1;
    }

    static boolean workIncomplete(Member m, Picture in) {
        return (m.workMonths() == null) != blank(m.person().workPlace());
    }

    static boolean workMonths(Member m, Picture in) {
        return noMonths(m.workMonths());
    }

    static boolean postIncomplete(Member m, Picture in) {
        return blank(m.postType()) != (m.postMonths() == null) || noMonths(m.postMonths());
    }

    /** Both or neither; nothing is said where nobody asked. */
    static boolean insuranceChoice(Member m, Picture in) {
        return m.insurances() != null
                && m.insurances().contains(Insurance.RESIDENT_MEDICAL)
                        == m.insurances().contains(Insurance.EMPLOYEE_MEDICAL);
    }

    static boolean disabilityNumber(Member m, Picture in) {
        var p = m.person();
        var number = p.disability() != null ? p.disability() : p.idType() == IdType.DISABILITY_CARD ? p.idNo() : null;
        return number != null && !DISABILITY_CARD.matcher(number).matches();
    }

    static boolean phoneLength(Member m, Picture in) {
        return phoneLength(m.person().phone());
    }

    static boolean phoneLength(String phone) {
        return !blank(phone) && !PHONE_DIGITS.matcher(phone.strip()).matches();
    }

    static boolean sexMismatch(Member m, Picture in) {
        var p = m.person();
        return p.idNo() != null
                && p.idType() != IdType.OTHER
                && p.sex() != null
                && IdNumber.sex(p.idNo()).map(s -> !s.equals(p.sex())).orElse(false);
    }

    static boolean labourDoubtful(Member m, Picture in) {
        var age = m.age(in.on());
        return m.person().health().contains(Health.HEALTHY)
                && age >= in.bounds().workingAge()
                && age < in.bounds().retirementAge()
                && m.student() == null
                && (m.labour() == Labour.NONE || m.labour() == Labour.WEAK);
    }

    static boolean pupilAge(Member m, Picture in) {
        var age = m.age(in.on());
        return m.student() == StudentStatus.PRIMARY
                && age >= 0
                && (age < in.bounds().pupilLeast() || age > in.bounds().pupilMost());
    }

    static boolean disabledWithoutCard(Member m, Picture in) {
        var p = m.person();
        return p.health().contains(Health.DISABLED) && p.disability() == null && p.idType() != IdType.DISABILITY_CARD;
    }

    static boolean cardWithoutDisabled(Member m, Picture in) {
        return m.person().disability() != null && !m.person().health().contains(Health.DISABLED);
    }

    /** A number that should be a citizen's, or a disability card's, which begins with it. */
    private static boolean citizen(Person p) {
        return !blank(p.idNo()) && p.idType() != IdType.OTHER;
    }

    private static boolean noMonths(Integer months) {
        return months != null && (months < 1 || months > 12);
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
