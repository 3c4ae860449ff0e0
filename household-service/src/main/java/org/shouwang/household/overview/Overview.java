package org.shouwang.household.overview;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Member;

/**
 * A household as lists and searches show it, with its members. What its row sums up is counted from them.
 *
 * @param state ACTIVE, or how it ended
 * @param people by member id
 */
record Overview(
        String area,
        String group,
        String grid,
        String householdNo,
        RegisteredType type,
        boolean resident,
        boolean relocated,
        String state,
        Map<UUID, One> people) {

    /** Before its first event. */
    static final Overview NONE =
            new Overview("", null, null, null, RegisteredType.GENERAL, false, false, "ACTIVE", Map.of());

    /** @param idHash keyed @param tags held, the one granted last at the end */
    record One(
            String name,
            String relation,
            Labour labour,
            boolean resident,
            String idMasked,
            String idHash,
            List<SecurityTag> tags) {

        private One as(String newRelation) {
            return new One(name, newRelation, labour, resident, idMasked, idHash, tags);
        }

        private One with(SecurityTag tag, boolean holds) {
            var changed = new ArrayList<>(tags);
            changed.remove(tag);
            if (holds) changed.add(tag);
            return new One(name, relation, labour, resident, idMasked, idHash, List.copyOf(changed));
        }
    }

    Overview after(HouseholdEvent event, IdHash hash) {
        return switch (event) {
            case HouseholdRegistered e -> registered(e, hash);
            case DetailsChanged e ->
                new Overview(
                        area, group, grid, e.details().householdNo(), type, e.resident(), e.relocated(), state, people);
            case MemberAdded e -> with(e.member(), hash);
            case MemberUpdated e -> with(e.member(), hash);
            case MemberRemoved e -> changed(people -> people.remove(e.memberId()));
            case HeadChanged e ->
                changed(people -> {
                    for (var other : e.relations())
                        people.computeIfPresent(other.memberId(), (_, one) -> one.as(other.relation()));
                    people.computeIfPresent(e.newMemberId(), (_, one) -> one.as(Member.HEAD));
                });
            case HouseholdMoved e ->
                new Overview(
                        e.toArea(), e.groupCode(), e.gridCode(), householdNo, type, resident, relocated, state, people);
            case RegisteredTypeChanged e ->
                new Overview(area, group, grid, householdNo, e.to(), resident, relocated, state, people);
            case SecurityTagGranted e -> tagged(e.tag(), e.memberIds(), true);
            case SecurityTagEnded e -> tagged(e.tag(), e.memberIds(), false);
            case LivingConditionsRecorded _,
                    EmploymentRecorded _,
                    InsuranceStatusRecorded _,
                    HousingGradeAppraised _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _ -> this;
            case HouseholdDeactivated e ->
                new Overview(
                        area,
                        group,
                        grid,
                        householdNo,
                        type,
                        resident,
                        relocated,
                        e.reason().name(),
                        people);
        };
    }

    /** Null while nobody heads it. */
    String head() {
        return people.values().stream()
                .filter(one -> Member.HEAD.equals(one.relation()))
                .map(One::name)
                .findFirst()
                .orElse(null);
    }

    int residents() {
        return (int) people.values().stream().filter(One::resident).count();
    }

    /** False for a household without members. */
    boolean noLabour() {
        return !people.isEmpty()
                && people.values().stream().noneMatch(one -> one.labour().works());
    }

    /** All that its members hold, in the order of their names. */
    List<SecurityTag> tags() {
        return people.values().stream()
                .flatMap(one -> one.tags().stream())
                .distinct()
                .sorted(comparing(SecurityTag::name))
                .toList();
    }

    private static Overview registered(HouseholdRegistered e, IdHash hash) {
        var people = new LinkedHashMap<UUID, One>();
        e.members().forEach(m -> people.put(m.memberId(), one(m, List.of(), hash)));
        return new Overview(
                e.areaCode(),
                e.groupCode(),
                e.gridCode(),
                e.details().householdNo(),
                e.registeredType(),
                e.resident(),
                e.relocated(),
                NONE.state,
                people);
    }

    private Overview with(Member member, IdHash hash) {
        return changed(people -> people.compute(
                member.memberId(), (_, before) -> one(member, before == null ? List.of() : before.tags(), hash)));
    }

    private Overview tagged(SecurityTag tag, List<UUID> ids, boolean holds) {
        return changed(people -> ids.forEach(id -> people.computeIfPresent(id, (_, one) -> one.with(tag, holds))));
    }

    private Overview changed(Consumer<Map<UUID, One>> change) {
        var changed = new LinkedHashMap<>(people);
        change.accept(changed);
        return new Overview(area, group, grid, householdNo, type, resident, relocated, state, changed);
    }

    private static One one(Member m, List<SecurityTag> tags, IdHash hash) {
        var idNo = m.person().idNo();
        return new One(
                m.person().name(), m.relation(), m.labour(), m.resident(), IdNumber.masked(idNo), hash.of(idNo), tags);
    }
}
