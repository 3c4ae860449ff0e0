package org.shouwang.household.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.View;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.HouseholdEvent.*;

/** What the events of a household add up to. */
final class HouseholdView implements View<Household, HouseholdEvent> {

    @Override
    public Household initial() {
        return new Unknown();
    }

    @Override
    public Household evolve(Household state, HouseholdEvent event) {
        if (event instanceof HouseholdRegistered e) return registered(e);
        return state instanceof Active h ? evolve(h.with(h.changes().with(event)), event) : state;
    }

    private static Active registered(HouseholdRegistered e) {
        var members = new LinkedHashMap<UUID, Member>();
        e.members().forEach(m -> members.put(m.memberId(), m));
        return new Active(
                e,
                new Place(e.areaCode(), e.groupCode(), e.gridCode()),
                e.registeredType(),
                new Home(e.resident(), e.relocated(), e.details()),
                Collections.unmodifiableSequencedMap(members),
                Map.of(),
                Tags.NONE,
                Collections.emptySortedMap(),
                Records.NONE,
                Changes.NONE.with(e));
    }

    private static Household evolve(Active h, HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered _ -> h;
            case DetailsChanged e -> h.with(new Home(e.resident(), e.relocated(), e.details()));
            case MemberAdded e -> h.with(e.member());
            case MemberUpdated e -> h.with(e.member());
            case MemberRemoved e -> h.without(e);
            case HeadChanged e -> headChanged(h, e);
            case HouseholdMoved e -> h.with(new Place(e.toArea(), e.groupCode(), e.gridCode()));
            case RegisteredTypeChanged e -> h.with(e.to());
            case SecurityTagGranted e -> h.with(h.tags().with(e));
            case SecurityTagEnded e -> h.with(h.tags().with(e));
            case LivingConditionsRecorded e -> h.with(e.year(), e.conditions());
            case EmploymentRecorded e -> h.with(h.records().with(e));
            case InsuranceStatusRecorded e -> h.with(h.records().with(e));
            case HousingGradeAppraised e -> h.with(h.records().with(e));
            case LocationCollected e ->
                h.with(h.records().with(e))
                        .with(new Home(
                                h.home().resident(),
                                h.home().relocated(),
                                h.home().details().at(e.spot())));
            case HouseholdSplit _, HouseholdMerged _ -> h;
            case HouseholdDeactivated e -> new Inactive(h, e.reason(), e.into(), e.on());
        };
    }

    private static Active headChanged(Active h, HeadChanged e) {
        var after = h;
        for (var relation : e.relations()) {
            var member = after.member(relation.memberId());
            if (member.isPresent()) after = after.with(member.get().as(relation.relation()));
        }
        var head = after.member(e.newMemberId());
        return head.isPresent() ? after.with(head.get().as(Member.HEAD)) : after;
    }
}
