package org.shouwang.monitoring.evaluation;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams.Step;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.evaluation.EvaluationCommand.Reevaluate;
import org.shouwang.monitoring.evaluation.RunCommand.Advance;
import org.shouwang.monitoring.evaluation.RunCommand.Start;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;

/**
 * Recommends anew for the households of an area, in pieces: each piece's events and the note of how far it came are one transaction, so that
 * a run that was broken off, or asked for again, goes on where it stood, and no household is done twice.
 */
@Singleton
class Reevaluation {

    /** A run as far as it is. @param recorded by whoever ordered it */
    record Seen(Run run, Written recorded) {}

    private static final String RECORDED = "select $1::uuid" + Written.columns("reevaluation", "$1::uuid");

    private final Journal journal;
    private final Runs runs;
    private final Evaluations evaluations;
    private final Policies policies;
    private final Lines lines;
    private final int piece;
    private final int pieces;

    /** @param piece households that share a transaction @param households that one request does at most, rounded up to pieces */
    Reevaluation(
            Journal journal,
            Runs runs,
            Evaluations evaluations,
            Policies policies,
            Lines lines,
            @ConfigProperty(name = "shouwang.reevaluation.piece", defaultValue = "250") int piece,
            @ConfigProperty(name = "shouwang.reevaluation.at-once", defaultValue = "5000") int households) {
        this.journal = journal;
        this.runs = runs;
        this.evaluations = evaluations;
        this.policies = policies;
        this.lines = lines;
        this.piece = piece;
        this.pieces = Math.ceilDiv(households, piece);
    }

    /** Starts the run where it has not begun, and does a number of pieces of it. */
    Uni<Seen> go(UUID id, Start start, Cause cause) {
        return journal.transaction(session -> terms(session, start)
                        .chain(terms -> runs.handle(session, id, start, under(cause, terms), OptionalLong.empty())))
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> journal.transaction(session -> piece(session, id, cause)))
                        .whilst(run -> !run.finished())
                        .select()
                        .first(pieces)
                        .collect()
                        .last())
                .chain(run -> journal.read(session -> seen(session, id, run)));
    }

    /** As far as it is, for who reaches its area. */
    Uni<Seen> find(UUID id, Actor actor) {
        return journal.read(session -> runs.load(session, id).chain(current -> {
            var run = current.state();
            if (run.started() == null || !actor.reaches(run.started().areaCode()))
                throw new Refused(Guard.NOT_FOUND, id.toString());
            return seen(session, id, run);
        }));
    }

    private static Uni<Seen> seen(StatelessSession session, UUID id, Run run) {
        return Sql.rows(session, RECORDED, id).map(rows -> new Seen(run, Written.recorded(rows.getFirst())));
    }

    private Uni<PolicyTerms> terms(StatelessSession session, Start start) {
        if (start.policyId() == null) return Uni.createFrom().nullItem();
        return policies.version(session, start.policyId(), start.policyVersion())
                .invoke(terms -> {
                    if (!start.areaCode().startsWith(terms.areaPrefix()))
                        throw new Refused(RunRefusal.POLICY_NOT_OF_AREA, terms.areaPrefix());
                });
    }

    private Uni<Run> piece(StatelessSession session, UUID id, Cause cause) {
        return runs.load(session, id).map(current -> current.state()).chain(run -> {
            if (run.finished()) return Uni.createFrom().item(run);
            var s = run.started();
            var start = new Start(s.areaCode(), s.on(), s.policyId(), s.policyVersion(), s.reason());
            return terms(session, start).chain(terms -> piece(session, id, run, terms, cause));
        });
    }

    private Uni<Run> piece(StatelessSession session, UUID id, Run run, PolicyTerms terms, Cause cause) {
        var started = run.started();
        var standards = terms == null
                ? Standards.inForce(policies, lines, started.on())
                : Standards.always(lines, started.on(), terms);
        return Population.page(session, Actor.scope(started.areaCode()), started.on(), run.last(), piece)
                .call(page -> standards.learn(session, page))
                .chain(page -> {
                    var steps = new ArrayList<Step<EvaluationCommand>>();
                    for (var household : page) {
                        var advice = standards.of(household).judge(household).advice();
                        if (advice != null) steps.add(step(id, household, advice, started, cause));
                    }
                    return evaluations
                            .handleAll(session, steps)
                            .chain(() -> changed(session, id, steps))
                            .chain(changed -> advance(session, id, run, page, ids(steps), changed, cause));
                });
    }

    private Uni<Run> advance(
            StatelessSession session,
            UUID id,
            Run run,
            List<Known> page,
            Set<UUID> evaluated,
            Set<UUID> changed,
            Cause cause) {
        var last = page.isEmpty() ? null : page.getLast().household();
        var persons = new Persons(
                persons(page, evaluated::contains),
                persons(page, changed::contains),
                persons(page, household -> !evaluated.contains(household)));
        var advance = new Advance(
                last, evaluated.size(), changed.size(), page.size() - evaluated.size(), persons, page.size() < piece);
        var from = new Cause(
                Actor.system("reevaluation"),
                cause.occurredOn(),
                cause.recordedAt(),
                cause.correlation(),
                named(id + "/" + run.last()),
                cause.policy());
        return runs.handle(session, id, advance, from, OptionalLong.empty())
                .chain(() -> runs.load(session, id))
                .map(current -> current.state());
    }

    /** As the households' own events say. */
    private Uni<Set<UUID>> changed(StatelessSession session, UUID run, List<Step<EvaluationCommand>> steps) {
        if (steps.isEmpty()) return Uni.createFrom().item(Set.of());
        return evaluations
                .loadAll(session, steps.stream().map(Step::id).toList())
                .map(all -> all.entrySet().stream()
                        .filter(current -> {
                            var last = current.getValue().state().last();
                            return last.runId().equals(run) && last.changed();
                        })
                        .map(Map.Entry::getKey)
                        .collect(toSet()));
    }

    private static Set<UUID> ids(List<Step<EvaluationCommand>> steps) {
        return steps.stream().map(Step::id).collect(toSet());
    }

    private static int persons(List<Known> page, Predicate<UUID> which) {
        return page.stream()
                .filter(known -> which.test(known.household()))
                .mapToInt(Known::persons)
                .sum();
    }

    /** By the system, wherever the household was when it was looked at before. */
    private static Step<EvaluationCommand> step(
            UUID run, Known household, Advice now, RunEvent.ReevaluationStarted started, Cause cause) {
        return new Step<>(
                household.household(),
                new Reevaluate(
                        run, household.areaCode(), started.on(), now, household.advised(), household.advisedOn()),
                new Cause(
                        Actor.system("reevaluation"),
                        cause.occurredOn(),
                        cause.recordedAt(),
                        cause.correlation(),
                        run,
                        new PolicyRef(now.policyId(), now.policyVersion())));
    }

    private static Cause under(Cause cause, PolicyTerms terms) {
        return terms == null ? cause : cause.under(terms.ref());
    }

    private static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("reevaluation/" + what).getBytes(StandardCharsets.UTF_8));
    }
}
