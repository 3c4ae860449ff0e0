package org.shouwang.household.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.HouseholdEvent.*;

/** What a member was before each change and afterwards: an event holds the member as it is from then on, and not what it was. */
public final class MemberHistory {

    /**
     * @param event its id
     * @param type of the event
     * @param reason as it was given; null where the event asks for none
     * @param before null: not in the household yet
     * @param after null: it left
     */
    public record Step(
            UUID event, long version, String type, String reason, Written written, Member before, Member after) {}

    private MemberHistory() {}

    /** Oldest first; empty for who never was in the household. @param events of one household, in order */
    public static List<Step> of(UUID member, List<Recorded<HouseholdEvent>> events) {
        var decider = new HouseholdDecider();
        var steps = new ArrayList<Step>();
        var state = decider.initial();
        for (var recorded : events) {
            var before = in(state, member);
            state = decider.evolve(state, recorded.event());
            var after = in(state, member);
            if (!Objects.equals(before, after))
                steps.add(new Step(
                        recorded.envelope().id(),
                        recorded.envelope().version(),
                        recorded.envelope().type(),
                        reason(recorded.event()),
                        Written.last(List.of(recorded)),
                        before,
                        after));
        }
        return List.copyOf(steps);
    }

    private static Member in(Household state, UUID member) {
        return switch (state) {
            case Unknown _ -> null;
            case Active h -> h.member(member).orElse(null);
            case Inactive h -> h.last().member(member).orElse(null);
        };
    }

    private static String reason(HouseholdEvent event) {
        return switch (event) {
            case MemberUpdated e -> e.reason();
            case HeadChanged e -> e.reason();
            case MemberAdded e -> e.reason().name();
            case MemberRemoved e -> e.reason().name();
            case HouseholdRegistered _,
                    DetailsChanged _,
                    HouseholdMoved _,
                    RegisteredTypeChanged _,
                    SecurityTagGranted _,
                    SecurityTagEnded _,
                    LivingConditionsRecorded _,
                    EmploymentRecorded _,
                    InsuranceStatusRecorded _,
                    HousingGradeAppraised _,
                    LocationCollected _,
                    HouseholdSplit _,
                    HouseholdMerged _,
                    HouseholdDeactivated _ -> null;
        };
    }
}
