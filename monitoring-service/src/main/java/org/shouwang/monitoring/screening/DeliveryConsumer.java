package org.shouwang.monitoring.screening;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams.Step;
import org.shouwang.monitoring.clue.ClueCommand;
import org.shouwang.monitoring.clue.ClueEvent.ScreeningHitFound;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.screening.Judge.*;
import org.shouwang.monitoring.screening.JudgementCommand.Note;
import org.shouwang.monitoring.screening.JudgementEvent.Hit;
import org.shouwang.monitoring.screening.JudgementEvent.Result;
import org.shouwang.monitoring.screening.JudgementEvent.ScreeningRowsJudged;
import org.shouwang.monitoring.screening.RuleSets.InForce;

/** Lets the rules speak of what departments delivered, as soon as it is known whose households it is about, and raises the clues. */
@Singleton
class DeliveryConsumer extends Consumer {

    record MatchedRow(
            int row, UUID household, String areaCode, RegisteredType registeredType, String item, BigDecimal value) {}

    record ScreeningRowsMatched(UUID deliveryId, String areaCode, String dept, String period, List<MatchedRow> rows) {}

    /** How a household stands here. */
    private record Standing(String areaCode, RegisteredType type, LocalDate endedOn, boolean object) {}

    /** All that the rows of a page are judged by. */
    private record Grounds(
            InForce rules,
            List<PolicyTerms> policies,
            Map<UUID, Standing> households,
            Map<String, Optional<BigDecimal>> lines) {

        /** The policy of the smallest area around a village. */
        Optional<PolicyTerms> terms(String areaCode) {
            return policies.stream()
                    .filter(p -> areaCode.startsWith(p.areaPrefix()))
                    .findFirst();
        }
    }

    /** A row with what the rules said. */
    private record Judged(MatchedRow row, About about, PolicyTerms terms, Judgement judgement) {}

    private final RuleSets sets;
    private final Judgements judgements;
    private final Clues clues;
    private final Policies policies;
    private final Lines lines;
    private final Clock clock;

    DeliveryConsumer(RuleSets sets, Judgements judgements, Clues clues, Policies policies, Lines lines, Clock clock) {
        super("household.events");
        this.sets = sets;
        this.judgements = judgements;
        this.clues = clues;
        this.policies = policies;
        this.lines = lines;
        this.clock = clock;
        on("ScreeningRowsMatched", ScreeningRowsMatched.class, this::matched);
    }

    /** By the rules of the period's last day, or of the day of delivery where the period goes on. */
    private Uni<?> matched(StatelessSession session, ScreeningRowsMatched e, Envelope envelope) {
        var received = envelope.occurredOn();
        var last = Judge.last(e.period());
        var day = last.isAfter(received) ? received : last;
        return grounds(session, e, received, day)
                .chain(grounds -> Totals.of(session, e.deliveryId(), households(e))
                        .map(totals -> e.rows().stream()
                                .map(row -> judge(row, e, grounds, totals))
                                .toList()))
                .chain(judged -> raise(session, e, judged, envelope)
                        .chain(results -> judgements.handle(
                                session,
                                envelope.stream(),
                                new Note(new ScreeningRowsJudged(e.deliveryId(), e.areaCode(), results)),
                                causedBy(envelope, clock),
                                OptionalLong.empty())));
    }

    private Uni<Grounds> grounds(StatelessSession session, ScreeningRowsMatched e, LocalDate received, LocalDate day) {
        return sets.inForce(session, day).chain(rules -> policies.onDay(session, received)
                .chain(terms -> standings(session, e).chain(households -> {
                    var grounds = new Grounds(rules, terms, households, new HashMap<>());
                    return lines(session, e, grounds, day).replaceWith(grounds);
                })));
    }

    private static List<UUID> households(ScreeningRowsMatched e) {
        return e.rows().stream().map(MatchedRow::household).distinct().toList();
    }

    /** Held until the transaction ends, as for any stream that begins about a household. */
    private static Uni<Map<UUID, Standing>> standings(StatelessSession session, ScreeningRowsMatched e) {
        return Sql.rows(session, """
                        select f.id, f.area_code, f.registered_type, f.ended_on,
                          exists (select from monitored_object o where o.household = f.id and o.state in ('ACTIVE', 'REMOVAL_PENDING'))
                        from household_fact f where f.id = any($1::uuid[]) order by f.id for share of f""", (Object) households(e).toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .collect(toMap(
                                r -> (UUID) r[0],
                                r -> new Standing(
                                        (String) r[1],
                                        RegisteredType.valueOf((String) r[2]),
                                        (LocalDate) r[3],
                                        (Boolean) r[4]))));
    }

    /** The lines of those villages in which a rule asks for one. */
    private Uni<?> lines(StatelessSession session, ScreeningRowsMatched e, Grounds grounds, LocalDate day) {
        var asked = new HashMap<String, PolicyTerms>();
        for (var row : e.rows()) {
            var about = about(row, grounds);
            var asks = grounds.rules().of(about.areaCode(), e.dept(), row.item()).stream()
                    .anyMatch(rule -> rule.thresholds().stream().anyMatch(ScreeningRules.Threshold::asksForTheLine));
            if (asks) grounds.terms(about.areaCode()).ifPresent(terms -> asked.put(about.areaCode(), terms));
        }
        return Multi.createFrom()
                .iterable(asked.entrySet())
                .onItem()
                .transformToUniAndConcatenate(a -> lines.amount(session, a.getValue(), a.getKey(), day)
                        .invoke(line -> grounds.lines().put(a.getKey(), line)))
                .collect()
                .asList();
    }

    /** What is known here goes before what was known when the row was matched. */
    private static About about(MatchedRow row, Grounds grounds) {
        var here = grounds.households().get(row.household());
        return here == null
                ? new About(row.household(), row.areaCode(), row.registeredType(), false)
                : new About(row.household(), here.areaCode(), here.type(), here.object());
    }

    private static Judged judge(MatchedRow row, ScreeningRowsMatched e, Grounds grounds, Totals totals) {
        var about = about(row, grounds);
        var terms = grounds.terms(about.areaCode()).orElse(null);
        var here = grounds.households().get(row.household());
        var judgement = here != null && here.endedOn() != null
                ? Judgement.of(Outcome.HOUSEHOLD_ENDED)
                : terms == null
                        ? Judgement.of(Outcome.NO_POLICY)
                        : Judge.judge(
                                grounds.rules().of(about.areaCode(), e.dept(), row.item()),
                                rule -> totals.figure(rule, row.household(), row.value()),
                                about,
                                grounds.lines()
                                        .getOrDefault(about.areaCode(), Optional.empty())
                                        .map(line -> new Judge.Line(
                                                line, terms.line().inclusive())));
        return new Judged(row, about, terms, judgement);
    }

    private Uni<List<Result>> raise(
            StatelessSession session, ScreeningRowsMatched e, List<Judged> judged, Envelope envelope) {
        var steps = new ArrayList<Step<ClueCommand>>();
        for (var j : judged) for (var hit : j.judgement().hits()) steps.add(step(j, hit, e, envelope));
        return clues.handleAll(session, steps).map(outcomes -> {
            var results = new ArrayList<Result>();
            var seen = new HashSet<UUID>();
            var at = 0;
            for (var j : judged) {
                var hits = new ArrayList<Hit>();
                for (var hit : j.judgement().hits()) {
                    var clue = steps.get(at).id();
                    var raised = outcomes.get(at++).created();
                    hits.add(new Hit(
                            hit.rule().id(),
                            Judge.period(hit.rule().cycle(), e.period()),
                            hit.threshold(),
                            clue,
                            seen.add(clue) && raised));
                }
                results.add(new Result(j.row().row(), j.judgement().outcome(), List.copyOf(hits)));
            }
            return results;
        });
    }

    private Step<ClueCommand> step(Judged j, Found hit, ScreeningRowsMatched e, Envelope envelope) {
        var period = Judge.period(hit.rule().cycle(), e.period());
        var found = new ScreeningHitFound(
                hit.rule().id(),
                e.dept(),
                period,
                hit.value(),
                hit.threshold(),
                hit.rule().risk(),
                e.deliveryId());
        return new Step<>(
                Judge.clue(j.row().household(), hit.rule().id(), period),
                new ClueCommand.Raise(
                        j.row().household(),
                        j.about().areaCode(),
                        Judge.text(hit, period),
                        envelope.occurredOn(),
                        found,
                        j.terms()),
                causedBy(envelope, clock).under(j.terms().ref()));
    }
}
