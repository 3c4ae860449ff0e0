package org.shouwang.household.registry;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalLong;
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
import org.shouwang.household.registry.DuplicateWatch.Holder;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.Household.Refusal;
import org.shouwang.household.registry.HouseholdCommand.*;

/** All households. What one household cannot know of the others – a number that is taken, a village that is none – is asked here first. */
@Singleton
public class Households extends Streams<HouseholdCommand, Household, HouseholdEvent> {

    private static final String LOCK = "select pg_advisory_xact_lock%s(hashtextextended('moves ' || $1, 0))";

    private static final int MOST_TOLD = 50;

    private final Journal journal;
    private final IdHash hash;
    private final IdAreas idAreas;
    private final List<DuplicateWatch> watches;

    Households(
            Journal journal,
            IdHash hash,
            IdAreas idAreas,
            @All List<Projection<HouseholdEvent>> projections,
            @All List<DuplicateWatch> watches) {
        super(journal, "household", new HouseholdDecider(), new EventCatalog<>(HouseholdEvent.class), projections);
        this.journal = journal;
        this.hash = hash;
        this.idAreas = idAreas;
        this.watches = watches;
    }

    /** Who holds a number that was asked for in vain is told of it. */
    @Override
    public Uni<Outcome> handle(UUID id, HouseholdCommand command, Cause cause, OptionalLong expected) {
        return super.handle(id, command, cause, expected)
                .onFailure(failure -> failure instanceof Refused refused && refused.reason() == Rule.ID_DUPLICATE)
                .call(() -> tell(new Step<>(id, command, cause)));
    }

    private Uni<Void> tell(Step<HouseholdCommand> step) {
        return journal.read(session -> holders(session, step)).chain(holders -> {
            var all = Uni.createFrom().voidItem();
            if (!holders.isEmpty()) for (var watch : watches) all = all.chain(() -> watch.asked(holders, step.cause()));
            return all;
        });
    }

    private Uni<List<Holder>> holders(StatelessSession session, Step<HouseholdCommand> step) {
        var asked = AskedNumbers.of(List.of(step), hash);
        if (asked.none()) return Uni.createFrom().item(List.of());
        return asked.taken(session, MOST_TOLD)
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : loadAll(session, taken.stream().map(r -> (UUID) r[0]).toList())
                                .map(all -> taken.stream()
                                        .map(r -> new Holder(
                                                (UUID) r[0],
                                                (UUID) r[1],
                                                area(all.get((UUID) r[0]).state())))
                                        .toList()));
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
        return moving.chain(() -> villagesKnown(session, steps))
                .chain(() -> countiesKnown(session, steps))
                .chain(() -> numbersFree(session, steps));
    }

    static HouseholdCommand what(Step<HouseholdCommand> step) {
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

    private Uni<Void> countiesKnown(StatelessSession session, List<Step<HouseholdCommand>> steps) {
        return idAreas.unknown(session, steps.stream().flatMap(step -> AskedNumbers.numbers(what(step))))
                .invoke(unknown -> {
                    if (!unknown.isEmpty()) throw new Refused(Refusal.ID_AREA_UNKNOWN, List.copyOf(unknown));
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

    /** Refused with the county of who holds a number that is asked for. */
    private Uni<Void> numbersFree(StatelessSession session, List<Step<HouseholdCommand>> steps) {
        var asked = AskedNumbers.of(steps, hash);
        if (asked.none()) return Uni.createFrom().voidItem();
        return asked.taken(session, 1)
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Sql.rows(session, """
                                select coalesce(a.name, left(h.area_code, 6) || '000000') from household_overview h
                                left join area a on a.code = left(h.area_code, 6) || '000000' where h.id = $1""", taken.getFirst()[0])
                                .invoke(county -> {
                                    throw new Refused(
                                            Rule.ID_DUPLICATE,
                                            county.stream()
                                                    .map(r -> (String) r[0])
                                                    .toList());
                                })
                                .replaceWithVoid());
    }
}
