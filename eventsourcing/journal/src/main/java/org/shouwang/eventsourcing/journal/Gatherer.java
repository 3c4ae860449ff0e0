package org.shouwang.eventsourcing.journal;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Streams.Outcome;

/**
 * Lets commands that wait at the same moment share a transaction: one reading of their streams, one insert, one commit. A refused
 * command leaves the others alone; where the database refuses, each is done again by itself. A stream's commands stay in one lane, which
 * remembers what its streams added up to, so that only what came since is read.
 */
final class Gatherer {

    /** Transactions at a time. */
    private static final int LANES = 2;

    /** Commands in one. */
    private static final int MOST = 64;

    /** Events of the streams that a lane remembers, about 100 bytes each. */
    private static final int REMEMBERED = 50_000;

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

    /** One transaction and the streams that it looked at. @param known what is remembered of streams; null: nothing, all is read */
    private record Sharing(StatelessSession session, Map<Key, Turn<?, ?, ?>> turns, Known known) {

        Turn<?, ?, ?> turn(Ask<?, ?, ?> ask) {
            return turns.computeIfAbsent(key(ask), key -> {
                var turn = known == null ? null : known.take(key);
                return turn == null ? new Turn<>(ask.streams(), ask.id()) : turn;
            });
        }

        /** Who says that the stream is new is believed: the insert fails where it is not. */
        boolean mustRead(Turn<?, ?, ?> turn, Ask<?, ?, ?> first) {
            return known == null || turn.version() > 0 || first.expected().orElse(-1) != 0;
        }
    }

    /** What streams added up to after the last transaction that looked at them; those that were not looked at for longest are forgotten. */
    private static final class Known {

        private final SequencedMap<Key, Turn<?, ?, ?>> turns = new LinkedHashMap<>();
        private long events;

        Turn<?, ?, ?> take(Key key) {
            var turn = turns.remove(key);
            if (turn != null) events -= turn.version();
            return turn;
        }

        void keep(Map<Key, Turn<?, ?, ?>> committed) {
            committed.forEach((key, turn) -> {
                turn.settled();
                if (turn.version() > 0) turns.put(key, turn);
                events += turn.version();
            });
            while (events > REMEMBERED)
                events -= turns.pollFirstEntry().getValue().version();
        }
    }

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

    /** Commands that may be decided, in a transaction that is already open, all or none. */
    Uni<List<Outcome>> together(StatelessSession session, List<? extends Ask<?, ?, ?>> asks) {
        return decide(new Sharing(session, new LinkedHashMap<>(), null), List.copyOf(asks))
                .map(answers -> answers.stream().map(Answer::orThrow).toList());
    }

    private final class Lane {

        private final Queue<Waiting> queue = new ArrayDeque<>();
        private final Known known = new Known();
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
                    .deferred(() -> run(batch, known))
                    .onFailure()
                    .invoke(failure -> all(batch, failure))
                    .subscribe()
                    .with(_ -> next(), _ -> next()));
        }
    }

    private Uni<Void> run(List<Waiting> batch, Known known) {
        var asks = batch.stream().<Ask<?, ?, ?>>map(Waiting::ask).toList();
        var turns = new LinkedHashMap<Key, Turn<?, ?, ?>>();
        var sharing = new Sharing(null, turns, known);
        var answered = asks.stream().allMatch(ask -> begins(sharing, ask))
                ? begun(sharing, asks)
                : journal.once(session -> waves(new Sharing(session, turns, known), asks));
        return answered.invoke(answers -> {
                    known.keep(turns);
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

    /** Nothing is read for it, before or after: a new stream without read models. */
    private static boolean begins(Sharing sharing, Ask<?, ?, ?> ask) {
        return !ask.reads() && ask.streams().projections().isEmpty() && !sharing.mustRead(sharing.turn(ask), ask);
    }

    /** Decided without the database, and written by one statement where that is enough. */
    private Uni<List<Answer>> begun(Sharing sharing, List<Ask<?, ?, ?>> asks) {
        var answers = asks.stream().map(ask -> take(ask, sharing.turn(ask))).toList();
        var rows = sharing.turns().values().stream()
                .flatMap(turn -> turn.added().rows().stream())
                .toList();
        if (rows.isEmpty()) return Uni.createFrom().item(answers);
        Function<StatelessSession, Uni<Void>> insert = session -> EventColumns.insert(session, rows);
        var one = EventColumns.statements(rows).size() == 1;
        return (one ? journal.alone(insert) : journal.once(insert)).replaceWith(answers);
    }

    /** Who has been answered already hears nothing more. */
    private static void all(List<Waiting> batch, Throwable failure) {
        batch.forEach(waiting -> waiting.answer(new Answer(null, failed(failure))));
    }

    private Uni<Void> single(Waiting waiting) {
        var ask = waiting.ask();
        Function<StatelessSession, Uni<Outcome>> work = session -> ask.made(session)
                .chain(made -> together(session, List.of(made)))
                .map(List::getFirst);
        return (ask.expected().isPresent() ? journal.once(work) : journal.transaction(work))
                .map(outcome -> new Answer(outcome, null))
                .onFailure()
                .recoverWithItem(failure -> new Answer(null, failed(failure)))
                .invoke(waiting::answer)
                .replaceWithVoid();
    }

    /** Plain commands that follow each other are one wave; one that asks for what others did is a wave of its own, after them. */
    private Uni<List<Answer>> waves(Sharing sharing, List<Ask<?, ?, ?>> asks) {
        var waves = new ArrayList<List<Ask<?, ?, ?>>>();
        var plain = false;
        for (var ask : asks) {
            var reads = ask.reads();
            if (!plain || reads) waves.add(new ArrayList<>());
            waves.getLast().add(ask);
            plain = !reads;
        }
        if (waves.size() == 1) return wave(sharing, waves.getFirst());
        return inTurn(waves, wave -> wave(sharing, wave))
                .map(answers -> answers.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Answer>> wave(Sharing sharing, List<Ask<?, ?, ?>> asks) {
        if (asks.size() > 1 || !asks.getFirst().reads()) return decide(sharing, asks);
        return asks.getFirst()
                .made(sharing.session())
                .<Ask<?, ?, ?>>map(ask -> ask)
                .map(ask -> new Made(ask, null))
                .onFailure(CommandFailure.class)
                .recoverWithItem(failure -> new Made(null, failure))
                .chain(made -> made.failure() == null
                        ? decide(sharing, List.of(made.ask()))
                        : Uni.createFrom().item(List.of(new Answer(null, made.failure()))));
    }

    private record Made(Ask<?, ?, ?> ask, CommandFailure failure) {}

    private Uni<List<Answer>> decide(Sharing sharing, List<Ask<?, ?, ?>> asks) {
        var turns = new LinkedHashSet<Turn<?, ?, ?>>();
        var unread = new ArrayList<Turn<?, ?, ?>>();
        for (var ask : asks) {
            var turn = sharing.turn(ask);
            if (turns.add(turn) && sharing.mustRead(turn, ask)) unread.add(turn);
        }
        return unread.isEmpty()
                ? append(sharing, turns, asks)
                : journal.replayed(sharing.session(), unread).chain(() -> append(sharing, turns, asks));
    }

    private Uni<List<Answer>> append(Sharing sharing, Collection<Turn<?, ?, ?>> turns, List<Ask<?, ?, ?>> asks) {
        var answers = asks.stream().map(ask -> take(ask, sharing.turn(ask))).toList();
        var added = turns.stream()
                .<Turn.Added<?>>map(Turn::added)
                .filter(a -> !a.rows().isEmpty())
                .toList();
        if (added.isEmpty()) return Uni.createFrom().item(answers);
        var session = sharing.session();
        return Uni.combine()
                .all()
                .unis(
                        EventColumns.insert(
                                session,
                                added.stream().flatMap(a -> a.rows().stream()).toList()),
                        Turn.project(session, added))
                .discardItems()
                .onFailure()
                .transform(failure -> told(failure, added.getFirst(), asks.getFirst()))
                .replaceWith(answers);
    }

    /** Tells of the first stream; where there are several, each is done again by itself anyway. */
    private static Throwable told(Throwable failure, Turn.Added<?> first, Ask<?, ?, ?> ask) {
        return Sql.violates(failure, "event_stream_version")
                ? first.overtaken()
                : ask.streams().refusal(failure);
    }

    @SuppressWarnings("unchecked")
    private static <C, S, E> Answer take(Ask<C, S, E> ask, Turn<?, ?, ?> turn) {
        try {
            return new Answer(((Turn<C, S, E>) turn).take(ask.command(), ask.cause(), ask.expected()), null);
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
