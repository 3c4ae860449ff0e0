package org.shouwang.household.roster;

import java.util.List;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.eventsourcing.Decision.Refused;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Unknown;
import org.shouwang.household.registry.HouseholdCommand;
import org.shouwang.household.registry.HouseholdDecider;
import org.shouwang.household.registry.HouseholdEvent;

/** What a plan would come to if it were carried out now. */
sealed interface RosterTrial {

    /** The household is new, changes, or already is what the file says. */
    enum Kind {
        NEW,
        CHANGED,
        SAME
    }

    record Works(Kind kind, Household after) implements RosterTrial {}

    record Fails(Refused<HouseholdEvent> refused) implements RosterTrial {}

    static RosterTrial of(Household state, List<HouseholdCommand> plan) {
        var decider = new HouseholdDecider();
        var after = state;
        var changes = false;
        for (var command : plan) {
            switch (decider.decide(command, after)) {
                case Accepted<HouseholdEvent>(var events) -> {
                    changes |= !events.isEmpty();
                    after = decider.replay(after, events);
                }
                case Refused<HouseholdEvent> refused -> {
                    return new Fails(refused);
                }
            }
        }
        return new Works(state instanceof Unknown ? Kind.NEW : changes ? Kind.CHANGED : Kind.SAME, after);
    }
}
