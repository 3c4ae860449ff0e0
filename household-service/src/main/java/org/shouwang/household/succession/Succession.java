package org.shouwang.household.succession;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.daily.Daily;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.journal.Streams.Step;
import org.shouwang.household.area.AreaLevel;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.Household.Place;
import org.shouwang.household.registry.HouseholdCommand;
import org.shouwang.household.registry.HouseholdCommand.Move;
import org.shouwang.household.registry.Households;

/**
 * The households of a village, group or grid that was replaced are kept under the code in its place from the next day on: at once, or on that
 * day where it still lies ahead. What was recorded before keeps the old code.
 */
@Singleton
class Succession implements Daily {

    private static final int AT_ONCE = 100;
    private static final int MOST_AREAS = 10_000;

    /** The codes in the place of others; where these were replaced in turn, the last. */
    private static final String SUCCESSORS = """
            with recursive chain as (
              select code, replaced_by as next, valid_to as until, 1 as steps from area
              where code = any($1::text[]) and replaced_by is not null and valid_to < $2
              union all
              select c.code, a.replaced_by, greatest(c.until, a.valid_to), c.steps + 1 from chain c join area a on a.code = c.next
              where a.replaced_by is not null and a.valid_to < $2 and c.steps < 20)
            select distinct on (code) code, next, until from chain order by code, steps desc""";

    private static final String WAITING = """
            select a.code from area a where a.replaced_by is not null and a.valid_to < $1 and exists (
              select from household_overview o where o.area_code = left(a.code, 12) and o.state = 'ACTIVE' and a.code in (o.area_code, o.group_code, o.grid_code))
            order by a.code limit $2""";

    private final Households households;
    private final Journal journal;
    private final Clock clock;

    Succession(Households households, Journal journal, Clock clock) {
        this.households = households;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Integer> today() {
        return journal.read(session -> Sql.rows(session, WAITING, day(), MOST_AREAS))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> journal.transaction(session -> pass(session, (String) row[0])))
                        .collect()
                        .asList())
                .map(passed -> passed.stream().mapToInt(Integer::intValue).sum());
    }

    /** All households under a code, some at a time. @return how many there were; none where the day has not come */
    Uni<Integer> pass(StatelessSession session, String code) {
        var column =
                switch (AreaLevel.of(code)) {
                    case VILLAGE -> "area_code";
                    case GROUP -> "group_code";
                    case GRID -> "grid_code";
                    case PROVINCE, CITY, COUNTY, TOWNSHIP -> null;
                };
        if (column == null) return Uni.createFrom().item(0);
        return Successors.of(session, List.of(code), SUCCESSORS, day())
                .chain(next -> next.of(code) == null
                        ? Uni.createFrom().item(0)
                        : Sql.rows(
                                        session,
                                        "select id from household_overview where area_code = left($1, 12) and state = 'ACTIVE' and "
                                                + column + " = $1 order by id limit $2",
                                        code,
                                        AT_ONCE)
                                .chain(rows -> rows.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : pass(
                                                        session,
                                                        rows.stream()
                                                                .map(r -> (UUID) r[0])
                                                                .toList())
                                                .chain(() -> pass(session, code))
                                                .map(rest -> rows.size() + rest)));
    }

    private Uni<Void> pass(StatelessSession session, List<UUID> ids) {
        return households.loadAll(session, ids).chain(states -> {
            var kept = ids.stream()
                    .map(id -> states.get(id).state() instanceof Active h ? new Kept(id, h) : null)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            var codes =
                    kept.stream().flatMap(k -> k.codes().stream()).distinct().toList();
            return Successors.of(session, codes, SUCCESSORS, day()).chain(next -> {
                var steps = new ArrayList<Step<HouseholdCommand>>();
                for (var k : kept) steps.add(step(k, next));
                return households.handleAll(session, steps).replaceWithVoid();
            });
        });
    }

    private record Kept(UUID id, Active household) {

        List<String> codes() {
            var place = household.place();
            return java.util.stream.Stream.of(place.areaCode(), place.groupCode(), place.gridCode())
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
    }

    private Step<HouseholdCommand> step(Kept k, Successors next) {
        var from = k.household().place();
        var to = next.of(from);
        var on = next.since(k.codes());
        var day = on.isBefore(k.household().placedOn()) ? k.household().placedOn() : on;
        return new Step<>(
                k.id(),
                new Move(to.areaCode(), to.groupCode(), to.gridCode(), day, true),
                cause(k.id(), from, to, day));
    }

    /** The same whenever it is done, so that a repeat changes nothing. */
    private Cause cause(UUID household, Place from, Place to, LocalDate on) {
        var id = UUID.nameUUIDFromBytes(("succession/" + household + from + to).getBytes(StandardCharsets.UTF_8));
        return new Cause(Actor.system("succession"), on, clock.instant(), id, id, null);
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), Streams.ZONE);
    }
}
