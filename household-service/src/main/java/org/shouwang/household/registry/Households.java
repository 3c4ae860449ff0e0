package org.shouwang.household.registry;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.shouwang.household.registry.MemberChange.PersonChange;

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
        return session -> preconditions(session, List.of(new Step<>(id, command, cause)));
    }

    @Override
    protected Uni<Void> preconditions(StatelessSession session, List<Step<HouseholdCommand>> steps) {
        var moving = Uni.createFrom().voidItem();
        for (var step : steps)
            if (what(step) instanceof Move)
                moving = moving.chain(
                        () -> Sql.rows(session, LOCK.formatted(""), step.id().toString())
                                .replaceWithVoid());
        return moving.chain(() -> villagesKnown(session, steps)).chain(() -> numbersFree(session, steps));
    }

    private static HouseholdCommand what(Step<HouseholdCommand> step) {
        return step.command() instanceof Happened c ? c.what() : step.command();
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

    private static Uni<Void> villagesKnown(StatelessSession session, List<Step<HouseholdCommand>> steps) {
        var asked = steps.stream()
                .map(step -> village(what(step)))
                .filter(code -> code != null && !HouseholdRules.areaNotAVillage(code))
                .distinct()
                .toArray(String[]::new);
        if (asked.length == 0) return Uni.createFrom().voidItem();
        return Sql.rows(session, "select code, valid_to from area where code = any($1)", (Object) asked)
                .invoke(rows -> {
                    var ends = new HashMap<Object, Object>();
                    rows.forEach(r -> ends.put(r[0], r[1]));
                    for (var step : steps) {
                        var code = village(what(step));
                        if (code == null || HouseholdRules.areaNotAVillage(code)) continue;
                        if (!ends.containsKey(code)) throw new Refused(Refusal.AREA_UNKNOWN, code);
                        if (ends.get(code) instanceof LocalDate end
                                && end.isBefore(step.cause().occurredOn()))
                            throw new Refused(Refusal.AREA_CLOSED, code);
                    }
                })
                .replaceWithVoid();
    }

    /** Where the household will be; null for commands that leave it where it is. */
    private static String village(HouseholdCommand command) {
        return switch (command) {
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
    }

    private Uni<Void> numbersFree(StatelessSession session, List<Step<HouseholdCommand>> steps) {
        var households = new ArrayList<UUID>();
        var hashes = new ArrayList<String>();
        for (var step : steps)
            numbers(what(step)).map(hash::of).filter(Objects::nonNull).forEach(number -> {
                households.add(step.id());
                hashes.add(number);
            });
        if (hashes.isEmpty()) return Uni.createFrom().voidItem();
        return Sql.rows(session, """
                        select 1 from unnest($1::uuid[], $2::text[]) as asked (household, id_hash), lateral (
                          select household from active_id where id_hash = asked.id_hash offset 0) taken
                        where taken.household <> asked.household limit 1""", households.toArray(UUID[]::new), hashes.toArray(String[]::new))
                .invoke(rows -> {
                    if (!rows.isEmpty()) throw new Refused(Rule.ID_DUPLICATE);
                })
                .replaceWithVoid();
    }

    /** Those that a command brings into the household. */
    private static Stream<String> numbers(HouseholdCommand command) {
        return switch (command) {
            case Register c -> numbers(c.members());
            case Absorb c -> numbers(c.members());
            case AddMember c -> Stream.ofNullable(c.member().person()).map(Person::idNo);
            case UpdateMember c -> Stream.ofNullable(c.change().person()).map(PersonChange::idNo);
            case Happened _,
                    RecordEmployment _,
                    RecordInsurance _,
                    AppraiseHousing _,
                    CollectLocation _,
                    Split _,
                    ChangeDetails _,
                    RemoveMember _,
                    ChangeHead _,
                    Move _,
                    ChangeRegisteredType _,
                    GrantTag _,
                    EndTag _,
                    RecordLivingConditions _,
                    Deactivate _ -> Stream.empty();
        };
    }

    private static Stream<String> numbers(List<Member> members) {
        return members.stream().map(Member::person).filter(Objects::nonNull).map(Person::idNo);
    }
}
