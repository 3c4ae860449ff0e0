package org.shouwang.eventsourcing.journal;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Streams.Outcome;

/**
 * Lets commands that wait at the same moment share a transaction: one reading of their streams, one insert, one commit. A refused
 * command leaves the others alone; where the database refuses, each is done again by itself. A stream's commands stay in one lane.
 */
final class Gatherer {

    /** Transactions at a time. */
    private static final int LANES = 4;

    /** Commands in one. */
    private static final int MOST = 64;

    /** Where a command stands: what it did, or why not. */
    private record Answer(Outcome outcome, RuntimeException failure) {
        Outcome orThrow() {
            if (failure != null) throw failure;
            return outcome;
        }
    }

    private record Waiting(Ask<?, ?, ?> ask, UniEmitter<? super Outcome> emitter, Context context) {
        void answer(Answer answer) {
            context.runOnContext(_ -> {
                if (answer.failure() == null) emitter.complete(answer.outcome());
                else emitter.fail(answer.failure());
            });
        }
    }

    private record Key(String kind, UUID stream) {}

    private final Journal journal;
    private final Vertx vertx;
    private final List<Lane> lanes = Stream.generate(Lane::new).limit(LANES).toList();

    Gatherer(Journal journal, Vertx vertx) {
        this.journal = journal;
        this.vertx = vertx;
    }

    Uni<Outcome> submit(Ask<?, ?, ?> ask) {
        return Uni.createFrom()
                .emitter(emitter -> lanes.get(Math.floorMod(ask.id().hashCode(), LANES))
                        .add(new Waiting(ask, emitter, vertx.getOrCreateContext())));
    }

    /** One command in a transaction that is already open. */
    Uni<Outcome> alone(StatelessSession session, Ask<?, ?, ?> ask) {
        return wave(session, List.of(ask)).map(answers -> answers.getFirst().orThrow());
    }

    private final class Lane {

        private final Queue<Waiting> queue = new ArrayDeque<>();
        private boolean busy;

        void add(Waiting waiting) {
            synchronized (this) {
                queue.add(waiting);
                if (busy) return;
                busy = true;
            }
            next();
        }

        private void next() {
            var batch = new ArrayList<Waiting>();
            synchronized (this) {
                while (!queue.isEmpty() && batch.size() < MOST) batch.add(queue.remove());
                busy = !batch.isEmpty();
            }
            if (batch.isEmpty()) return;
            var context =
                    VertxContext.createNewDuplicatedContext(batch.getFirst().context());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ -> Uni.createFrom()
                    .deferred(() -> run(batch))
                    .onFailure()
                    .invoke(failure -> all(batch, failure))
                    .subscribe()
                    .with(_ -> next(), _ -> next()));
        }
    }

    private Uni<Void> run(List<Waiting> batch) {
        if (batch.size() == 1) return single(batch.getFirst());
        var asks = batch.stream().<Ask<?, ?, ?>>map(Waiting::ask).toList();
        return journal.once(session -> waves(session, asks))
                .invoke(answers -> {
                    for (var i = 0; i < batch.size(); i++) batch.get(i).answer(answers.get(i));
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    if (!Sql.away(failure)) return inTurn(batch, this::single).replaceWithVoid();
                    all(batch, failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** Who has been answered already hears nothing more. */
    private static void all(List<Waiting> batch, Throwable failure) {
        batch.forEach(waiting -> waiting.answer(new Answer(null, failed(failure))));
    }

    private Uni<Void> single(Waiting waiting) {
        var ask = waiting.ask();
        Function<StatelessSession, Uni<Outcome>> work = session -> alone(session, ask);
        return (ask.expected().isPresent() ? journal.once(work) : journal.transaction(work))
                .map(outcome -> new Answer(outcome, null))
                .onFailure()
                .recoverWithItem(failure -> new Answer(null, failed(failure)))
                .invoke(waiting::answer)
                .replaceWithVoid();
    }

    /** Plain commands that follow each other are one wave; one that asks for what others did is a wave of its own, after them. */
    private Uni<List<Answer>> waves(StatelessSession session, List<Ask<?, ?, ?>> asks) {
        var waves = new ArrayList<List<Ask<?, ?, ?>>>();
        var plain = false;
        for (var ask : asks) {
            if (!plain || ask.reads()) waves.add(new ArrayList<>());
            waves.getLast().add(ask);
            plain = !ask.reads();
        }
        return inTurn(waves, wave -> wave(session, wave))
                .map(answers -> answers.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Answer>> wave(StatelessSession session, List<Ask<?, ?, ?>> asks) {
        if (asks.size() > 1 || !asks.getFirst().reads()) return decide(session, asks);
        return asks.getFirst()
                .made(session)
                .<Ask<?, ?, ?>>map(ask -> ask)
                .map(ask -> new Made(ask, null))
                .onFailure(CommandFailure.class)
                .recoverWithItem(failure -> new Made(null, failure))
                .chain(made -> made.failure() == null
                        ? decide(session, List.of(made.ask()))
                        : Uni.createFrom().item(List.of(new Answer(null, made.failure()))));
    }

    private record Made(Ask<?, ?, ?> ask, CommandFailure failure) {}

    private Uni<List<Answer>> decide(StatelessSession session, List<Ask<?, ?, ?>> asks) {
        var turns = new LinkedHashMap<Key, Turn<?, ?, ?>>();
        for (var ask : asks) turns.computeIfAbsent(key(ask), _ -> new Turn<>(ask.streams(), ask.id()));
        return journal.replayed(session, turns.values()).chain(() -> {
            var answers = asks.stream().map(ask -> take(ask, turns)).toList();
            var changed =
                    turns.values().stream().filter(t -> !t.rows().isEmpty()).toList();
            if (changed.isEmpty()) return Uni.createFrom().item(answers);
            var rows = changed.stream().flatMap(t -> t.rows().stream()).toList();
            return Uni.combine()
                    .all()
                    .unis(journal.insert(session, rows), inTurn(changed, turn -> turn.project(session)))
                    .discardItems()
                    .onFailure()
                    .transform(failure -> told(failure, changed.getFirst(), asks.getFirst()))
                    .replaceWith(answers);
        });
    }

    /** Tells of the first stream; where there are several, each is done again by itself anyway. */
    private static Throwable told(Throwable failure, Turn<?, ?, ?> turn, Ask<?, ?, ?> ask) {
        return Sql.violates(failure, "event_stream_version")
                ? turn.overtaken()
                : ask.streams().refusal(failure);
    }

    @SuppressWarnings("unchecked")
    private static <C, S, E> Answer take(Ask<C, S, E> ask, Map<Key, Turn<?, ?, ?>> turns) {
        try {
            var turn = (Turn<C, S, E>) turns.get(key(ask));
            return new Answer(turn.take(ask.command(), ask.cause(), ask.expected()), null);
        } catch (RuntimeException e) {
            return new Answer(null, e);
        }
    }

    private static Key key(Ask<?, ?, ?> ask) {
        return new Key(ask.streams().kind(), ask.id());
    }

    private static RuntimeException failed(Throwable failure) {
        return failure instanceof RuntimeException e ? e : new java.util.concurrent.CompletionException(failure);
    }

    private static <T, R> Uni<List<R>> inTurn(List<T> items, Function<T, Uni<R>> work) {
        Uni<List<R>> all = Uni.createFrom().item(ArrayList::new);
        for (var item : items)
            all = all.chain(done -> work.apply(item).map(result -> {
                done.add(result);
                return done;
            }));
        return all;
    }
}
