package org.shouwang.household.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdCommand.Absorb;
import org.shouwang.household.registry.HouseholdCommand.Deactivate;
import org.shouwang.household.registry.HouseholdCommand.Happened;
import org.shouwang.household.registry.HouseholdCommand.Register;
import org.shouwang.household.registry.HouseholdCommand.Split;
import org.shouwang.household.registry.HouseholdEvent.Ending;
import org.shouwang.household.registry.HouseholdEvent.SecurityTagGranted;

/** What happens to two households at once: both or neither. Members keep their ids, numbers and tags. */
@Singleton
class Families {

    /** @param relations to the head of the household that they come into, by member */
    record Passing(UUID id, UUID into, Map<UUID, String> relations, String reason, LocalDate on) {}

    private final Households households;
    private final Journal journal;

    Families(Households households, Journal journal) {
        this.households = households;
        this.journal = journal;
    }

    /** Members become a household of their own. @param place where it lives; null: as before @param details null: none */
    Uni<Outcome> split(Passing p, Household.Place place, Details details, Cause cause, OptionalLong expected) {
        return journal.transaction(
                session -> households.visible(session, p.id(), cause.actor()).chain(current -> handle(
                                session,
                                p.id(),
                                new Split(p.into(), List.copyOf(p.relations().keySet()), p.reason(), p.on()),
                                p.on(),
                                cause,
                                expected)
                        .call(() -> current.state() instanceof Active h
                                        && h.members()
                                                .keySet()
                                                .containsAll(p.relations().keySet())
                                ? households.handle(
                                        session, p.into(), anew(p, h, place, details), cause, OptionalLong.empty())
                                : Uni.createFrom().voidItem())));
    }

    /** All members come into another household, and theirs is kept no more. */
    Uni<Outcome> merge(Passing p, Cause cause, OptionalLong expected) {
        return journal.transaction(
                session -> households.visible(session, p.id(), cause.actor()).chain(current -> {
                    if (p.into().equals(p.id())
                            || current.state() instanceof Active h
                                    && !h.members()
                                            .keySet()
                                            .equals(p.relations().keySet()))
                        throw new Refused(Household.Refusal.MERGE_MEMBERS);
                    return handle(
                                    session,
                                    p.id(),
                                    new Deactivate(Ending.MERGED, p.into(), p.on()),
                                    p.on(),
                                    cause,
                                    expected)
                            .call(() -> current.state() instanceof Active h
                                    ? handle(
                                            session,
                                            p.into(),
                                            new Absorb(p.id(), members(p, h), tags(p, h), p.reason(), p.on()),
                                            p.on(),
                                            cause,
                                            OptionalLong.empty())
                                    : Uni.createFrom().voidItem());
                }));
    }

    private Uni<Outcome> handle(
            StatelessSession session,
            UUID id,
            HouseholdCommand command,
            LocalDate on,
            Cause cause,
            OptionalLong expected) {
        return households.handle(session, id, new Happened(command, on), cause, expected);
    }

    private static Register anew(Passing p, Active h, Household.Place place, Details details) {
        var at = place == null ? h.place() : place;
        return new Register(
                at.areaCode(),
                at.groupCode(),
                at.gridCode(),
                h.type(),
                h.home().resident(),
                h.home().relocated(),
                members(p, h),
                details == null ? Details.NONE : details,
                tags(p, h),
                p.on());
    }

    private static List<Member> members(Passing p, Active h) {
        return p.relations().entrySet().stream()
                .map(e -> h.members().get(e.getKey()).as(e.getValue()))
                .toList();
    }

    private static List<SecurityTagGranted> tags(Passing p, Active h) {
        Collection<UUID> going = p.relations().keySet();
        var tags = new ArrayList<SecurityTagGranted>();
        h.tags()
                .held()
                .forEach((tag, holders) -> holders.forEach((member, held) -> {
                    if (going.contains(member))
                        tags.add(new SecurityTagGranted(
                                tag, held.tagClass(), List.of(member), p.on(), held.decisionNo()));
                }));
        return List.copyOf(tags);
    }
}
