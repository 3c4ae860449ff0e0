package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.household.registry.Check.OfHousehold;
import org.shouwang.household.registry.Check.OfMember;
import org.shouwang.household.registry.Check.OfMembers;
import org.shouwang.household.registry.Check.OfWages;

/** Asks all rules of a household at once: for commands, for the preview of imports, beside the data, and over a whole area. */
public final class Rules {

    private record Part<C extends Check>(Rule rule, C check) {}

    private record Parts(
            List<Part<OfHousehold>> household,
            List<Part<OfMembers>> members,
            List<Part<OfMember>> member,
            List<Part<OfWages>> wages) {

        static Parts of(Predicate<Rule> which) {
            return new Parts(
                    parts(OfHousehold.class, which),
                    parts(OfMembers.class, which),
                    parts(OfMember.class, which),
                    parts(OfWages.class, which));
        }

        private static <C extends Check> List<Part<C>> parts(Class<C> kind, Predicate<Rule> which) {
            return Arrays.stream(Rule.values())
                    .filter(which)
                    .flatMap(rule -> rule.checks().stream()
                            .filter(kind::isInstance)
                            .map(check -> new Part<>(rule, kind.cast(check))))
                    .toList();
        }
    }

    private static final Parts ERRORS = Parts.of(Rule::error);
    private static final Parts ALL = Parts.of(_ -> true);

    private Rules() {}

    /** Errors first, then warnings; in each what concerns the household before what concerns its members. */
    public static List<Finding> check(Picture picture) {
        var found = find(ALL, picture);
        picture.beside().wages().forEach((statement, wage) -> found.addAll(check(statement, wage, picture.bounds())));
        found.sort((a, b) -> Boolean.compare(b.rule().error(), a.rule().error()));
        return List.copyOf(found);
    }

    /** Only what stops a command. */
    public static List<Finding> errors(Picture picture) {
        return List.copyOf(find(ERRORS, picture));
    }

    /** What looks odd about an income statement. @param wage of a year in yuan; null: nobody asked */
    public static List<Finding> check(UUID statement, BigDecimal wage, Bounds bounds) {
        var found = new ArrayList<Finding>();
        for (var part : ALL.wages())
            if (wage != null && part.check().wrong().test(wage, bounds)) add(found, part, null, statement);
        return List.copyOf(found);
    }

    private static List<Finding> find(Parts rules, Picture picture) {
        var found = new ArrayList<Finding>();
        for (var part : rules.household()) if (part.check().wrong().test(picture)) add(found, part, null, null);
        for (var part : rules.members())
            for (var member : part.check().wrong().apply(picture)) add(found, part, member.memberId(), null);
        for (var member : picture.members())
            for (var part : rules.member())
                if (part.check().wrong().test(member, picture)) add(found, part, member.memberId(), null);
        return found;
    }

    private static void add(List<Finding> found, Part<?> part, UUID member, UUID statement) {
        found.add(new Finding(part.rule(), member, statement, part.check().fields()));
    }
}
