package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.household.registry.Household.Active;

/**
 * A household as the rules look at it.
 *
 * @param beside what the household alone does not tell
 * @param on the day on which it is looked at
 * @param bounds null where only errors are asked for
 */
public record Picture(
        String areaCode,
        String groupCode,
        String gridCode,
        Details details,
        List<Member> members,
        Records records,
        Beside beside,
        LocalDate on,
        Bounds bounds) {

    /**
     * What is known beside the household.
     *
     * @param taken members whose number another household's active member has too
     * @param noLabour how it is marked, 整户无劳动能力; null: not at all, then it follows from the members
     * @param wages of a year in yuan, by income statement in force
     * @param watched whether it is monitored, or was until its risk was removed
     * @param checked the latest check of the safeguards
     */
    public record Beside(
            Set<UUID> taken, Boolean noLabour, Map<UUID, BigDecimal> wages, boolean watched, Checked checked) {

        public static final Beside NOTHING = watched(false);

        public static Beside marked(boolean noLabour) {
            return new Beside(Set.of(), noLabour, Map.of(), false, Checked.NONE);
        }

        public static Beside watched(boolean watched) {
            return new Beside(Set.of(), null, Map.of(), watched, Checked.NONE);
        }
    }

    /** @param on null: never @param passed names of the indicators that it lets pass */
    public record Checked(LocalDate on, Set<String> passed) {

        public static final Checked NONE = new Checked(null, Set.of());
    }

    /** Of a household of which nothing is recorded by the piece. */
    public Picture(
            String areaCode,
            String groupCode,
            String gridCode,
            Details details,
            List<Member> members,
            Beside beside,
            LocalDate on,
            Bounds bounds) {
        this(areaCode, groupCode, gridCode, details, members, Records.NONE, beside, on, bounds);
    }

    public Picture {
        members = members.stream()
                .map(m -> m.person() == null ? m.of(Person.of(null, null, null)) : m)
                .toList();
    }

    public static Picture of(Active h, Beside beside, LocalDate on, Bounds bounds) {
        var place = h.place();
        return new Picture(
                place.areaCode(),
                place.groupCode(),
                place.gridCode(),
                h.home().details(),
                h.all(),
                h.records(),
                beside,
                on,
                bounds);
    }
}
