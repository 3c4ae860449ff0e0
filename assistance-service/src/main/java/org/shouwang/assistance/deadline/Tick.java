package org.shouwang.assistance.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.assistance.measure.MeasureCommand;
import org.shouwang.assistance.measure.Measures;
import org.shouwang.assistance.plan.PlanCommand;
import org.shouwang.assistance.plan.Plans;
import org.shouwang.assistance.plan.Surroundings;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.daily.Daily;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;

/** Records what became late by a day: plans without approval, households without help, measures not in effect. Due days are whole. */
@Singleton
public class Tick implements Daily {

    /** How many streams noted something late; a second tick of the same day finds none. */
    public record Result(LocalDate date, int plans, int measures) {}

    private record Late(UUID stream, int episode) {}

    private static final int BATCH = 200;

    private static final String PLANS = """
            select household, episode from plan p where area like $1 || '%' and closed_on is null and household > $3 and (
              (plan_due_on < $2 and not plan_overdue and (first_approved_on is null or first_approved_on > plan_due_on))
              or (measure_due_on < $2 and not help_overdue and not exists (
                select 1 from measure m where m.household = p.household and m.implemented_on <= p.measure_due_on and m.cancelled_on is null
                and (m.episode = p.episode or (m.episode = 0 and m.closed_on is null)))))
            order by household limit $4
            """;

    private static final String MEASURES = """
            select id, episode from measure where area like $1 || '%' and due_on < $2 and not overdue and cancelled_on is null
            and (implemented_on is null or implemented_on > due_on) and id > $3 order by id limit $4
            """;

    private final Journal journal;
    private final Plans plans;
    private final Measures measures;
    private final Surroundings surroundings;
    private final PolicyRef policy;
    private final Clock clock;

    Tick(Journal journal, Plans plans, Measures measures, Surroundings surroundings, PolicyRef policy, Clock clock) {
        this.journal = journal;
        this.plans = plans;
        this.measures = measures;
        this.surroundings = surroundings;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Uni<Result> today() {
        return run("", null);
    }

    /**
     * @param scope start of the area codes that are looked at
     * @param date null: today in Asia/Shanghai; never later than that
     */
    public Uni<Result> run(String scope, LocalDate date) {
        var today = LocalDate.ofInstant(clock.instant(), Streams.ZONE);
        var day = date == null ? today : date;
        if (day.isAfter(today)) return Uni.createFrom().failure(new Refused(Refusal.DATE_IN_FUTURE, day.toString()));
        return each(
                        PLANS,
                        scope,
                        day,
                        new UUID(0, 0),
                        0,
                        late -> plans.handle(
                                late.stream(),
                                session -> surroundings
                                        .helpedOn(session, late.stream(), late.episode())
                                        .map(helped -> new PlanCommand.Tick(day, helped.orElse(null))),
                                cause(late, day),
                                OptionalLong.empty()))
                .chain(latePlans -> each(
                                MEASURES,
                                scope,
                                day,
                                new UUID(0, 0),
                                0,
                                late -> measures.handle(
                                        late.stream(),
                                        new MeasureCommand.Tick(day),
                                        cause(late, day),
                                        OptionalLong.empty()))
                        .map(lateMeasures -> new Result(day, latePlans, lateMeasures)));
    }

    /** Batch by batch, each stream in a transaction of its own. */
    private Uni<Integer> each(
            String sql, String scope, LocalDate day, UUID after, int before, Function<Late, Uni<?>> work) {
        return journal.read(session -> Sql.rows(session, sql, scope, day, after, BATCH))
                .map(rows -> rows.stream()
                        .map(r -> new Late((UUID) r[0], (Integer) r[1]))
                        .toList())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : all(found, work)
                                .chain(() ->
                                        each(sql, scope, day, found.getLast().stream(), before + found.size(), work)));
    }

    private static Uni<Void> all(List<Late> found, Function<Late, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(late -> work.apply(late).replaceWith(late))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** The same stream and day give the same causation: what was noted once is not noted twice. */
    private Cause cause(Late late, LocalDate day) {
        var id = UUID.nameUUIDFromBytes((late.stream() + "/" + day).getBytes(StandardCharsets.UTF_8));
        return new Cause(Actor.system("DailyTick"), day, clock.instant(), id, id, policy);
    }
}
