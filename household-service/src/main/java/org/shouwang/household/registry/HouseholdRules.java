package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.identity.IdNumber;

/** What can be told of a household as a whole, its members included; for commands, for imports and for the warnings beside the data. */
public final class HouseholdRules {

    private static final Pattern AREA = Pattern.compile("[0-9]{12}");

    private static final BigDecimal WEST = new BigDecimal("73");
    private static final BigDecimal EAST = new BigDecimal("136");
    private static final BigDecimal SOUTH = new BigDecimal("3");
    private static final BigDecimal NORTH = new BigDecimal("54");

    private HouseholdRules() {}

    /** Errors first, then warnings. {@code ID_DUPLICATE} only inside the household: other ones are not known here. */
    public static List<Finding> check(
            String areaCode, String groupCode, String gridCode, Details details, List<Member> members, LocalDate on) {
        var found = new ArrayList<Finding>();
        add(found, areaNotAVillage(areaCode), Rule.AREA_NOT_A_VILLAGE, "areaCode");
        add(found, groupOutside(areaCode, groupCode), Rule.GROUP_CODE, "groupCode");
        add(found, gridOutside(areaCode, gridCode), Rule.GRID_CODE, "gridCode");
        add(found, geoRange(details), Rule.GEO_RANGE, "details.longitude");
        add(found, members.isEmpty(), Rule.MEMBERS_EMPTY, "members");
        add(found, !members.isEmpty() && headCount(members), Rule.HEAD_COUNT, "members");
        add(found, spouseCount(members), Rule.SPOUSE_COUNT, "members");
        add(found, MemberRules.phoneLength(details.contactPhone()), Rule.PHONE_LENGTH, "details.contactPhone");
        add(
                found,
                MemberRules.phoneLength(details.infoCollectorPhone()),
                Rule.PHONE_LENGTH,
                "details.infoCollectorPhone");
        add(found, spouseSex(members), Rule.SPOUSE_SEX, "members");
        repeated(found, members);
        for (var member : members) found.addAll(MemberRules.check(member, on));
        found.sort((a, b) -> Boolean.compare(b.rule().error(), a.rule().error()));
        return List.copyOf(found);
    }

    /** The first error, with all errors beside it. */
    static Optional<Rule> error(List<Finding> found) {
        return found.stream().map(Finding::rule).filter(Rule::error).findFirst();
    }

    /** 12 digits whose last segment is not all zeros. */
    public static boolean areaNotAVillage(String code) {
        return code == null || !AREA.matcher(code).matches() || code.endsWith("000");
    }

    static boolean groupOutside(String area, String code) {
        return code != null && !code.matches(area + "-Z[0-9]{2}");
    }

    static boolean gridOutside(String area, String code) {
        return code != null && !code.matches(area + "-W[0-9]{3}");
    }

    static boolean geoRange(Details d) {
        if (d.longitude() == null && d.latitude() == null) return false;
        return outside(d.longitude(), WEST, EAST) || outside(d.latitude(), SOUTH, NORTH);
    }

    static boolean headCount(List<Member> members) {
        return members.stream().filter(Member::heads).count() != 1;
    }

    static boolean spouseCount(List<Member> members) {
        return members.stream().filter(Member::spouse).count() > 1;
    }

    static boolean spouseSex(List<Member> members) {
        var head = members.stream().filter(Member::heads).findFirst().flatMap(HouseholdRules::sex);
        return members.stream().filter(Member::spouse).anyMatch(m -> head.isPresent() && head.equals(sex(m)));
    }

    /** 整户无劳动能力: there are members, and none has any labour. */
    public static boolean noLabour(List<Member> members) {
        return !members.isEmpty()
                && members.stream().allMatch(m -> m.labour() == Labour.NONE || m.labour() == Labour.LOST);
    }

    private static void repeated(List<Finding> found, List<Member> members) {
        var ids = new HashSet<>();
        var numbers = new HashSet<String>();
        for (var member : members) {
            if (!ids.add(member.memberId())) found.add(new Finding(Rule.MEMBER_TWICE, member.memberId(), "memberId"));
            var number = member.person() == null ? null : member.person().idNo();
            if (number != null && !number.isBlank() && !numbers.add(IdNumber.person(number)))
                found.add(new Finding(Rule.ID_DUPLICATE, member.memberId(), "person.idNo"));
        }
    }

    private static Optional<String> sex(Member member) {
        return Optional.ofNullable(member.person())
                .filter(p -> p.idType() != IdType.OTHER)
                .map(Person::idNo)
                .filter(Objects::nonNull)
                .flatMap(IdNumber::sex);
    }

    private static boolean outside(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0;
    }

    private static void add(List<Finding> found, boolean wrong, Rule rule, String field) {
        if (wrong) found.add(new Finding(rule, null, field));
    }
}
