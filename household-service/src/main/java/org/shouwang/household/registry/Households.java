package org.shouwang.household.registry;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.Household.Refusal;
import org.shouwang.household.registry.HouseholdCommand.*;

/** All households. What one household cannot know of the others – a number that is taken, a village that is none – is asked here first. */
@Singleton
public class Households extends Streams<HouseholdCommand, Household, HouseholdEvent> {

    private static final String LOCK = "select pg_advisory_xact_lock%s(hashtextextended('moves ' || $1, 0))";

    private final IdHash hash;

    Households(Journal journal, IdHash hash, @All List<Projection<HouseholdEvent>> projections) {
        super(journal, "household", new HouseholdDecider(), new EventCatalog<>(HouseholdEvent.class), projections);
        this.hash = hash;
    }

    @Override
    protected String area(Household state) {
        return switch (state) {
            case Unknown _ -> null;
            case Active h -> h.place().areaCode();
            case Inactive h -> h.last().place().areaCode();
        };
    }

    @Override
    protected Function<StatelessSession, Uni<Void>> precondition(UUID id, HouseholdCommand command, Cause cause) {
        if (command instanceof Happened c) return precondition(id, c.what(), cause);
        return session -> (command instanceof Move
                        ? Sql.rows(session, LOCK.formatted(""), id.toString())
                        : Uni.createFrom().voidItem())
                .chain(() -> villageKnown(session, command, cause.occurredOn()))
                .chain(() -> numbersFree(session, id, command))
                .replaceWithVoid();
    }

    @Override
    protected Throwable refusal(Throwable failure) {
        if (Sql.violates(failure, "active_id_pkey")) return new Refused(Rule.ID_DUPLICATE);
        return Sql.violates(failure, "active_household_no_pkey")
                ? new Refused(Refusal.HOUSEHOLD_NO_DUPLICATE)
                : failure;
    }

    /** The household where the actor's area reaches it; refused as unknown where not. */
    public Uni<Current<Household>> visible(StatelessSession session, UUID id, Actor actor) {
        return load(session, id).map(current -> {
            var area = area(current.state());
            if (area == null || !actor.reaches(area)) throw new Refused(Refusal.HOUSEHOLD_UNKNOWN);
            return current;
        });
    }

    /**
     * The household as a neighbour needs it; refused where it is not kept, not yet on that day, or not for this caller. It moves only after
     * the transaction, so that what begins about it in there is found by its move.
     */
    public Uni<Active> active(StatelessSession session, UUID id, Cause cause) {
        return Sql.rows(session, LOCK.formatted("_shared"), id.toString())
                .chain(() -> visible(session, id, cause.actor()))
                .map(current -> switch (current.state()) {
                    case Active h
                    when h.before(cause.occurredOn()) ->
                        throw new Refused(
                                Refusal.BEFORE_REGISTRATION, h.opening().on().toString());
                    case Active h -> h;
                    case Inactive _ -> throw new Refused(Refusal.HOUSEHOLD_INACTIVE);
                    case Unknown _ -> throw new Refused(Refusal.HOUSEHOLD_UNKNOWN);
                });
    }

    private static Uni<Void> villageKnown(StatelessSession session, HouseholdCommand command, LocalDate on) {
        var code =
                switch (command) {
                    case Register c -> c.areaCode();
                    case Move c -> c.toArea();
                    case Happened _,
                            RecordEmployment _,
                            RecordInsurance _,
                            AppraiseHousing _,
                            CollectLocation _,
                            Split _,
                            Absorb _,
                            ChangeDetails _,
                            AddMember _,
                            UpdateMember _,
                            RemoveMember _,
                            ChangeHead _,
                            ChangeRegisteredType _,
                            GrantTag _,
                            EndTag _,
                            RecordLivingConditions _,
                            Deactivate _ -> null;
                };
        if (code == null || HouseholdRules.areaNotAVillage(code))
            return Uni.createFrom().voidItem();
        return Sql.rows(session, "select valid_to from area where code = $1", code)
                .map(rows -> {
                    if (rows.isEmpty()) throw new Refused(Refusal.AREA_UNKNOWN, code);
                    if (rows.getFirst()[0] instanceof LocalDate end && end.isBefore(on))
                        throw new Refused(Refusal.AREA_CLOSED, code);
                    return null;
                });
    }

    private Uni<Void> numbersFree(StatelessSession session, UUID id, HouseholdCommand command) {
        var numbers =
                switch (command) {
                    case Register c -> numbers(c.members());
                    case AddMember c
                    when c.member().person() != null && c.member().person().idNo() != null ->
                        List.of(c.member().person().idNo());
                    case UpdateMember c
                    when c.change().person() != null && c.change().person().idNo() != null ->
                        List.of(c.change().person().idNo());
                    case Absorb c -> numbers(c.members());
                    case Happened _,
                            RecordEmployment _,
                            RecordInsurance _,
                            AppraiseHousing _,
                            CollectLocation _,
                            Split _,
                            AddMember _,
                            UpdateMember _,
                            ChangeDetails _,
                            RemoveMember _,
                            ChangeHead _,
                            Move _,
                            ChangeRegisteredType _,
                            GrantTag _,
                            EndTag _,
                            RecordLivingConditions _,
                            Deactivate _ -> List.<String>of();
                };
        var hashes = numbers.stream().map(hash::of).filter(Objects::nonNull).toArray(String[]::new);
        if (hashes.length == 0) return Uni.createFrom().voidItem();
        return Sql.rows(
                        session,
                        "select id_hash from active_id where id_hash = any($1::text[]) and household <> $2",
                        hashes,
                        id)
                .map(rows -> {
                    if (!rows.isEmpty()) throw new Refused(Rule.ID_DUPLICATE);
                    return null;
                });
    }

    private static List<String> numbers(List<Member> members) {
        return members.stream()
                .map(Member::person)
                .filter(Objects::nonNull)
                .map(Person::idNo)
                .toList();
    }
}
