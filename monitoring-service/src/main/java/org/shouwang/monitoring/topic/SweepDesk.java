package org.shouwang.monitoring.topic;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.succession.FormerCodes;
import org.shouwang.monitoring.topic.AnswerCommand.Tell;
import org.shouwang.monitoring.topic.AnswerEvent.Answer;
import org.shouwang.monitoring.topic.AnswerEvent.TopicSweepAnswered;
import org.shouwang.monitoring.topic.SweepCommand.Close;
import org.shouwang.monitoring.topic.SweepCommand.Start;
import org.shouwang.monitoring.topic.SweepDecider.Sweep;
import org.shouwang.monitoring.topic.SweepEvent.Persons;
import org.shouwang.monitoring.topic.SweepEvent.Question;
import org.shouwang.monitoring.topic.SweepEvent.TopicSweepClosed;
import org.shouwang.monitoring.topic.SweepEvent.TopicSweepStarted;
import org.shouwang.monitoring.topic.SweepResource.SweepBody;
import org.shouwang.monitoring.topic.SweepResource.VisitBody;

/** Starts and ends sweeps, and takes down what households answer. */
@Singleton
class SweepDesk {

    private static final String OBJECTS = """
            from object_stretch o left join topic_answer a on a.household = o.household and a.sweep = SWEEP
            where o.watched and o.from_on <= LAST and (o.until is null or o.until > LAST)
              and (o.area_code ~>=~ PREFIX and o.area_code ~<~ (PREFIX || 'x') or o.household = any(CAME))""";

    private final Journal journal;
    private final TopicSweeps sweeps;
    private final TopicAnswers answers;
    private final Facts facts;

    SweepDesk(Journal journal, TopicSweeps sweeps, TopicAnswers answers, Facts facts) {
        this.journal = journal;
        this.sweeps = sweeps;
        this.answers = answers;
        this.facts = facts;
    }

    /**
     * SQL: monitored in the area of a sweep at the end of its last day; also under a code that came with a change of codes since the first.
     *
     * @param sweep its id, and {@code prefix}, {@code first} and {@code last}, which is infinity while it goes on: expressions
     */
    static String objects(String sweep, String prefix, String first, String last) {
        return OBJECTS.replace("CAME", FormerCodes.came(prefix, first, last))
                .replace("SWEEP", sweep)
                .replace("PREFIX", prefix)
                .replace("LAST", last);
    }

    Uni<Outcome> start(UUID id, SweepBody body, Cause cause, OptionalLong expected) {
        var questions = body.questions().stream()
                .map(q -> new Question(q.code(), q.text()))
                .toList();
        var sweep = new TopicSweepStarted(body.areaCode(), body.title(), questions, body.from(), body.to());
        return sweeps.handle(id, new Start(sweep), cause, expected);
    }

    Uni<Outcome> answer(UUID id, UUID household, VisitBody body, Cause cause) {
        var given =
                body.answers().stream().map(a -> new Answer(a.code(), a.text())).toList();
        return journal.transaction(session -> facts.held(session, household, cause.actor())
                .chain(h -> sweeps.load(session, id).chain(sweep -> watched(session, household)
                        .chain(watched -> former(session, household, sweep.state())
                                .chain(former -> answers.handle(
                                        session,
                                        TopicAnswers.stream(id, household),
                                        new Tell(
                                                new TopicSweepAnswered(
                                                        id,
                                                        household,
                                                        h.areaCode(),
                                                        given,
                                                        body.visitor(),
                                                        body.visitedOn()),
                                                sweep.state(),
                                                watched,
                                                former),
                                        cause,
                                        OptionalLong.empty()))))));
    }

    private static Uni<List<String>> former(StatelessSession session, UUID household, Sweep sweep) {
        return sweep.started() == null
                ? Uni.createFrom().item(List.of())
                : FormerCodes.since(session, household, sweep.started().from());
    }

    private static Uni<Boolean> watched(StatelessSession session, UUID household) {
        return Sql.rows(
                        session,
                        "select 1 from monitored_object where household = $1 and state in ('ACTIVE', 'REMOVAL_PENDING')",
                        household)
                .map(rows -> !rows.isEmpty());
    }

    Uni<Outcome> close(UUID id, LocalDate on, String reason, Cause cause, OptionalLong expected) {
        return journal.transaction(session -> sweeps.load(session, id).chain(current -> {
            var started = current.state().started();
            if (started == null || !cause.actor().reaches(started.areaCode()))
                return Uni.createFrom().failure(new Refused(SweepRefusal.SWEEP_UNKNOWN));
            return Sql.rows(
                            session,
                            "select count(*)::int, count(x.sweep)::int, coalesce(sum(p.persons), 0),"
                                    + " coalesce(sum(p.persons) filter (where x.sweep is not null), 0) from (select o.household, a.sweep "
                                    + objects("$1", "$2::text", "$4::date", "$3::date")
                                    + ") x left join household_stretch p on p.household = x.household and p.from_on <= $3"
                                    + " and (p.until is null or p.until > $3)",
                            id,
                            Actor.scope(started.areaCode()),
                            on,
                            started.from())
                    .chain(rows -> sweeps.handle(
                            session, id, new Close(closed(on, rows.getFirst(), reason)), cause, expected));
        }));
    }

    private static TopicSweepClosed closed(LocalDate on, Object[] r, String reason) {
        return new TopicSweepClosed(on, (Integer) r[0], (Integer) r[1], new Persons((Long) r[2], (Long) r[3]), reason);
    }
}
