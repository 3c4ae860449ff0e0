package org.shouwang.household.registry;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.registry.Household.Refusal.*;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdCommand.EndTag;
import org.shouwang.household.registry.HouseholdCommand.GrantTag;
import org.shouwang.household.registry.HouseholdEvent.*;

/** The rules of standing aid: granted to those who do not hold it, ended for those who do. */
final class TagRules {

    private TagRules() {}

    static Decision<HouseholdEvent> grant(GrantTag c, Active h) {
        var asked = c.memberIds() == null ? List.copyOf(h.members().keySet()) : c.memberIds();
        var strangers = asked.stream()
                .filter(id -> h.member(id).isEmpty())
                .map(UUID::toString)
                .toList();
        if (!strangers.isEmpty()) return refuse(MEMBER_UNKNOWN, strangers);
        var holders = h.tags().holders(c.tag());
        var anew = asked.stream()
                .distinct()
                .filter(id -> !holders.containsKey(id)
                        || !Objects.equals(holders.get(id).tagClass(), c.tagClass()))
                .toList();
        return anew.isEmpty()
                ? nothing()
                : accept(new SecurityTagGranted(c.tag(), c.tagClass(), anew, c.from(), c.decisionNo()));
    }

    static Decision<HouseholdEvent> end(EndTag c, Active h) {
        var holders = h.tags().holders(c.tag());
        var asked = c.memberIds() == null
                ? List.copyOf(holders.keySet())
                : c.memberIds().stream().distinct().toList();
        var without = asked.stream().filter(id -> !holders.containsKey(id)).toList();
        if (without.size() == asked.size())
            return ended(c, h, asked) ? nothing() : refuse(TAG_NOT_HELD, c.tag().name());
        if (!without.isEmpty())
            return refuse(TAG_NOT_HELD, without.stream().map(UUID::toString).toList());
        return accept(new SecurityTagEnded(c.tag(), asked, c.to()));
    }

    private static boolean ended(EndTag c, Active h, List<UUID> asked) {
        return h.tags().ended().stream()
                .anyMatch(e -> e.tag() == c.tag()
                        && e.to().equals(c.to())
                        && e.memberIds().containsAll(asked));
    }

    static boolean classWrong(SecurityTag tag, String tagClass) {
        return tagClass != null && (tag != SecurityTag.DIBAO || !tagClass.matches("[ABC]"));
    }
}
