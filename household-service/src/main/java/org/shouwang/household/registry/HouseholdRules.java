package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.identity.IdNumber;

/** What can be told of a household as a whole: each rule is a named predicate, true where the data is wrong. */
public final class HouseholdRules {

    private static final Pattern AREA = Pattern.compile("[0-9]{12}");

    private static final BigDecimal WEST = new BigDecimal("73");
    private static final BigDecimal EAST = new BigDecimal("136");
    private static final BigDecimal SOUTH = new BigDecimal("3");
    private static final BigDecimal NORTH = new BigDecimal("54");

    private HouseholdRules() {}

    /** 12 digits whose last segment is not all zeros. */
    public static boolean areaNotAVillage(String code) {
        return code == null || !AREA.matcher(code).matches() || code.endsWith("000");
    }

    static boolean areaNotAVillage(Picture in) {
        return areaNotAVillage(in.areaCode());
    }

    static boolean groupOutside(Picture in) {
        return in.groupCode() != null && !in.groupCode().matches(in.areaCode() + "-Z[0-9]{2}");
    }

    static boolean gridOutside(Picture in) {
        return in.gridCode() != null && !in.gridCode().matches(in.areaCode() + "-W[0-9]{3}");
    }

    static boolean geoRange(Picture in) {
        var d = in.details();
        if (d.longitude() == null && d.latitude() == null) return false;
        return outside(d.longitude(), WEST, EAST) || outside(d.latitude(), SOUTH, NORTH);
    }

    static boolean nobody(Picture in) {
        return in.members().isEmpty();
    }

    static boolean headCount(Picture in) {
        return !nobody(in) && in.members().stream().filter(Member::heads).count() != 1;
    }

    static boolean spouseCount(Picture in) {
        return in.members().stream().filter(Member::spouse).count() > 1;
    }

    /** Who has the same id as somebody before them. */
    static List<Member> memberTwice(Picture in) {
        var ids = new HashSet<UUID>();
        return in.members().stream().filter(m -> !ids.add(m.memberId())).toList();
    }

    /** Who has the same number as somebody before them, or as a member of another household. */
    static List<Member> idDuplicate(Picture in) {
        var numbers = new HashSet<String>();
        return in.members().stream()
                .filter(m -> m.person().idNo() != null && !m.person().idNo().isBlank())
                .filter(m -> !numbers.add(IdNumber.person(m.person().idNo()))
                        || in.beside().taken().contains(m.memberId()))
                .toList();
    }

    static boolean contactPhone(Picture in) {
        return MemberRules.phoneLength(in.details().contactPhone());
    }

    static boolean collectorPhone(Picture in) {
        return MemberRules.phoneLength(in.details().infoCollectorPhone());
    }

    static boolean collectorMissing(Picture in) {
        return in.beside().watched()
                && Stream.of(in.details().infoCollector(), in.details().infoCollectorPhone())
                        .anyMatch(MemberRules::blank);
    }

    static boolean spouseSex(Picture in) {
        var head = in.members().stream().filter(Member::heads).findFirst().flatMap(HouseholdRules::sex);
        return in.members().stream().filter(Member::spouse).anyMatch(m -> head.isPresent() && head.equals(sex(m)));
    }

    static boolean noLabourUnmarked(Picture in) {
        return Boolean.FALSE.equals(in.beside().noLabour()) && noLabour(in.members());
    }

    static boolean wageDoubtful(BigDecimal wage, Bounds bounds) {
        return wage.signum() > 0 && wage.compareTo(BigDecimal.valueOf(bounds.wageLeast())) < 0;
    }

    /** 整户无劳动能力: there are members, and none has any labour. */
    public static boolean noLabour(List<Member> members) {
        return !members.isEmpty()
                && members.stream().allMatch(m -> m.labour() == Labour.NONE || m.labour() == Labour.LOST);
    }

    private static Optional<String> sex(Member member) {
        return Optional.of(member.person())
                .filter(p -> p.idType() != IdType.OTHER)
                .map(Person::idNo)
                .filter(Objects::nonNull)
                .flatMap(IdNumber::sex);
    }

    private static boolean outside(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0;
    }
}
