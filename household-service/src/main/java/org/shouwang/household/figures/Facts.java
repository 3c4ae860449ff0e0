package org.shouwang.household.figures;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Member;

/** What the counts of a household are made of. Holds nothing personal. */
record Facts(
        boolean active,
        String area,
        String group,
        String grid,
        RegisteredType type,
        boolean resident,
        boolean relocated,
        Map<UUID, One> members) {

    static final Facts NONE = new Facts(false, "", null, null, RegisteredType.GENERAL, false, false, Map.of());

    /**
     * A member as it is counted.
     *
     * @param relocated null: as the household
     * @param uninsured without basic medical or critical-illness insurance; false where nobody asked
     */
    record One(
            Labour labour,
            StudentStatus student,
            boolean resident,
            boolean working,
            boolean worked,
            boolean post,
            boolean uninsured,
            Boolean relocated,
            Set<SecurityTag> tags) {

        /** Tags in one order, so that the same facts are the same text. */
        One {
            tags = tags.isEmpty() ? Set.of() : EnumSet.copyOf(tags);
        }

        static One of(Member m, Set<SecurityTag> tags) {
            return new One(
                    m.labour(),
                    m.student(),
                    m.resident(),
                    m.working(),
                    Boolean.TRUE.equals(m.workedLastYear()),
                    m.postType() != null,
                    uninsured(m.insurances()),
                    m.relocated(),
                    tags);
        }

        private static boolean uninsured(List<Insurance> held) {
            if (held == null) return false;
            var basic = held.contains(Insurance.RESIDENT_MEDICAL) || held.contains(Insurance.EMPLOYEE_MEDICAL);
            return !basic || !held.contains(Insurance.CRITICAL_ILLNESS);
        }

        boolean works() {
            return labour != null && labour.works();
        }

        boolean weak() {
            return labour == Labour.WEAK;
        }

        boolean pupil() {
            return student != null && student.compulsory();
        }

        One with(SecurityTag tag, boolean holds) {
            var changed = tags.isEmpty() ? EnumSet.noneOf(SecurityTag.class) : EnumSet.copyOf(tags);
            if (holds) changed.add(tag);
            else changed.remove(tag);
            return new One(labour, student, resident, working, worked, post, uninsured, relocated, changed);
        }
    }

    Facts after(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered e -> registered(e);
            case DetailsChanged e -> new Facts(active, area, group, grid, type, e.resident(), e.relocated(), members);
            case MemberAdded e -> with(e.member().memberId(), One.of(e.member(), Set.of()));
            case MemberUpdated e -> with(e.memberId(), One.of(e.member(), tags(e.memberId())));
            case MemberRemoved e -> with(e.memberId(), null);
            case HouseholdMoved e ->
                new Facts(active, e.toArea(), e.groupCode(), e.gridCode(), type, resident, relocated, members);
            case RegisteredTypeChanged e -> new Facts(active, area, group, grid, e.to(), resident, relocated, members);
            case SecurityTagGranted e -> tagged(e.tag(), e.memberIds(), true);
            case SecurityTagEnded e -> tagged(e.tag(), e.memberIds(), false);
            case HouseholdDeactivated _ -> new Facts(false, area, group, grid, type, resident, relocated, members);
            case HeadChanged _,
                    LivingConditionsRecorded _,
                    EmploymentRecorded _,
                    InsuranceStatusRecorded _,
                    HousingGradeAppraised _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _ -> this;
        };
    }

    int count(Predicate<One> which) {
        return (int) members.values().stream().filter(which).count();
    }

    int holding(SecurityTag tag) {
        return count(m -> m.tags().contains(tag));
    }

    boolean moved(One member) {
        return member.relocated() == null ? relocated : member.relocated();
    }

    private static Facts registered(HouseholdRegistered e) {
        var members = new LinkedHashMap<UUID, One>();
        e.members().forEach(m -> members.put(m.memberId(), One.of(m, Set.of())));
        return new Facts(
                true,
                e.areaCode(),
                e.groupCode(),
                e.gridCode(),
                e.registeredType(),
                e.resident(),
                e.relocated(),
                members);
    }

    private Set<SecurityTag> tags(UUID id) {
        return members.containsKey(id) ? members.get(id).tags() : Set.of();
    }

    private Facts with(UUID id, One member) {
        var changed = new LinkedHashMap<>(members);
        if (member == null) changed.remove(id);
        else changed.put(id, member);
        return new Facts(active, area, group, grid, type, resident, relocated, changed);
    }

    private Facts tagged(SecurityTag tag, List<UUID> ids, boolean holds) {
        var changed = new LinkedHashMap<>(members);
        for (var id : ids) changed.computeIfPresent(id, (_, member) -> member.with(tag, holds));
        return new Facts(active, area, group, grid, type, resident, relocated, changed);
    }
}
