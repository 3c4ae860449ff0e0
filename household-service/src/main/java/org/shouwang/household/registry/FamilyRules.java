package org.shouwang.household.registry;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.registry.Household.Refusal.*;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdCommand.Absorb;
import org.shouwang.household.registry.HouseholdCommand.RemoveMember;
import org.shouwang.household.registry.HouseholdCommand.Split;
import org.shouwang.household.registry.HouseholdEvent.*;

/** The rules of members who leave or come in together. */
final class FamilyRules {

    private FamilyRules() {}

    /** Who was asked to leave has left in that way, on that day. */
    static boolean gone(Split c, Active h) {
        return !c.memberIds().isEmpty()
                && c.memberIds().stream().allMatch(id -> new MemberRemoved(id, Leaving.SPLIT, c.on(), null)
                        .equals(h.left().get(id)));
    }

    static Decision<HouseholdEvent> split(Split c, Active h) {
        var strangers = c.memberIds().stream()
                .filter(id -> h.member(id).isEmpty())
                .map(UUID::toString)
                .toList();
        if (!strangers.isEmpty()) return refuse(MEMBER_UNKNOWN, strangers);
        if (c.memberIds().isEmpty()
                || HouseholdDecider.repeats(c.memberIds())
                || h.head()
                        .map(Member::memberId)
                        .filter(c.memberIds()::contains)
                        .isPresent()) return refuse(SPLIT_MEMBERS);
        var events = new ArrayList<HouseholdEvent>();
        for (var id : c.memberIds())
            events.addAll(HouseholdDecider.leave(new RemoveMember(id, Leaving.SPLIT, c.on(), null), h));
        events.add(new HouseholdSplit(c.into(), List.copyOf(c.memberIds()), c.reason(), c.on()));
        return accept(events);
    }

    static List<HouseholdEvent> merged(Absorb c) {
        var events = new ArrayList<HouseholdEvent>();
        for (var member : c.members()) events.add(new MemberAdded(member, Joining.MOVED_IN, c.on()));
        events.addAll(c.tags());
        events.add(new HouseholdMerged(c.from(), ids(c.members()), c.reason(), c.on()));
        return events;
    }

    static List<UUID> ids(List<Member> members) {
        return members.stream().map(Member::memberId).toList();
    }
}
