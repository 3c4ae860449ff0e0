package org.shouwang.household.roster;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Streams.Current;
import org.shouwang.eventsourcing.journal.Streams.Step;
import org.shouwang.household.Waiting;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Unknown;
import org.shouwang.household.registry.HouseholdCommand;
import org.shouwang.household.registry.Households;
import org.shouwang.household.roster.Import.Applied;
import org.shouwang.household.roster.Import.Checked;
import org.shouwang.household.roster.Import.Rejected;
import org.shouwang.household.roster.ImportCommand.Finish;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportStore.Done;
import org.shouwang.household.roster.ImportStore.Planned;
import org.shouwang.household.roster.RosterCheck.Terms;

/**
 * Brings a checked file's households to the registry, each whole or not at all. A run that was interrupted goes on where
 * it stood when it is asked for again.
 */
@Singleton
class RosterApplication {

    private static final Logger LOG = Logger.getLogger(RosterApplication.class);

    /** Households that are looked up at once, and those that share a transaction. */
    private static final int AT_ONCE = 480;

    private static final int TOGETHER = 40;
    private static final String DONE = "DONE";

    private final Journal journal;
    private final Imports imports;
    private final Households households;
    private final RosterCheck check;
    private final ImportLocks locks;
    private final int parallel;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentHashMap<UUID, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();

    /**
     * @param parallel transactions at the same time
     * @param patience how long a request waits for the end; it goes on behind the request's back
     */
    RosterApplication(
            Journal journal,
            Imports imports,
            Households households,
            RosterCheck check,
            ImportLocks locks,
            @ConfigProperty(name = "shouwang.roster.parallel", defaultValue = "6") int parallel,
            @ConfigProperty(name = "shouwang.roster.patience", defaultValue = "PT25S") Duration patience) {
        this.journal = journal;
        this.imports = imports;
        this.households = households;
        this.check = check;
        this.locks = locks;
        this.parallel = parallel;
        this.patience = patience;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** True when all is done, false while it goes on. */
    boolean apply(UUID id, Cause cause) {
        var mine = new CompletableFuture<Boolean>();
        var other = running.putIfAbsent(id, mine);
        if (other == null) threads.execute(() -> run(id, cause, mine));
        try {
            return (other == null ? mine : other).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        }
    }

    /** The failure goes to whoever waits, and to the log for when nobody does any more. */
    private void run(UUID id, Cause cause, CompletableFuture<Boolean> outcome) {
        try {
            locks.take(id);
            try {
                run(id, cause);
            } finally {
                locks.release(id);
            }
            outcome.complete(true);
        } catch (Refused e) {
            outcome.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            LOG.errorf(
                    "import %s stopped, apply it again to go on: %s",
                    id, e.getClass().getName());
            outcome.completeExceptionally(e);
        } finally {
            running.remove(id);
        }
    }

    private void run(UUID id, Cause cause) {
        var current = Waiting.on(() -> journal.read(session -> imports.load(session, id)));
        switch (current.state()) {
            case Import.Unknown _ -> throw new Refused(Import.Refusal.IMPORT_UNKNOWN);
            case Applied s when cause.actor().reaches(s.checked().areaCode()) -> {}
            case Checked s
            when cause.actor().reaches(s.outcome().areaCode()) ->
                apply(Terms.of(id, s.outcome(), cause.actor()), cause, s);
            case Rejected s
            when cause.actor().reaches(s.checked().areaCode()) -> throw new Refused(Import.Refusal.IMPORT_REJECTED);
            case Applied _, Checked _, Rejected _ -> throw new Refused(Refusal.NOT_FOUND);
        }
    }

    private void apply(Terms terms, Cause cause, Checked state) {
        if (state.outcome().accepted() > 0
                && !Waiting.on(() -> journal.read(session -> ImportStore.held(session, terms.id()))))
            throw new Refused(Import.Refusal.IMPORT_PURGED);
        var after = 0;
        for (var batch = waiting(terms, after); !batch.isEmpty(); batch = waiting(terms, after)) {
            all(batch, terms, cause);
            after = batch.getLast().row();
        }
        Waiting.on(() -> journal.transaction(session -> ImportStore.counts(session, terms.id())
                .map(counts -> new RosterApplied(
                        counts.getOrDefault("NEW", 0),
                        counts.getOrDefault("CHANGED", 0),
                        counts.getOrDefault("SAME", 0),
                        counts.getOrDefault("REFUSED", 0)))
                .chain(outcome -> imports.handle(session, terms.id(), new Finish(outcome), cause, OptionalLong.empty()))
                .call(() -> ImportStore.forget(session, terms.id()))));
    }

    private List<Planned> waiting(Terms terms, int after) {
        return Waiting.on(() -> journal.read(session -> ImportStore.waiting(session, terms.id(), after, AT_ONCE)));
    }

    /** Some threads, each with every so-many-th handful. */
    private void all(List<Planned> batch, Terms terms, Cause cause) {
        var shares = new CompletableFuture<?>[parallel];
        for (var i = 0; i < parallel; i++) {
            var share = i;
            shares[i] = CompletableFuture.runAsync(
                    () -> {
                        for (var from = share * TOGETHER; from < batch.size(); from += parallel * TOGETHER)
                            some(batch.subList(from, Math.min(from + TOGETHER, batch.size())), terms, cause);
                    },
                    threads);
        }
        try {
            CompletableFuture.allOf(shares).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** In one transaction where all goes well; where anything does not, one household after another. */
    private void some(List<Planned> handful, Terms terms, Cause cause) {
        try {
            Waiting.on(() -> journal.once(session -> apply(session, handful, terms, cause)));
        } catch (RuntimeException e) {
            LOG.debugf(
                    "import %s goes on one by one: %s", terms.id(), e.getClass().getName());
            for (var planned : handful) one(planned, terms, cause);
        }
    }

    private void one(Planned planned, Terms terms, Cause cause) {
        try {
            Waiting.on(() -> journal.transaction(session -> apply(session, List.of(planned), terms, cause)));
        } catch (Refused e) {
            var done = new Done(planned.row(), planned.outcome(), e.reason().name());
            Waiting.on(() -> journal.once(session -> ImportStore.applied(session, terms.id(), List.of(done))));
        }
    }

    private Uni<Void> apply(StatelessSession session, List<Planned> handful, Terms terms, Cause cause) {
        return ImportStore.lines(session, terms.id(), handful)
                .chain(lines -> check.read(session, terms, lines))
                .chain(files -> households
                        .loadAll(
                                session, files.stream().map(RosterHousehold::id).toList())
                        .chain(before -> carryOut(session, files, before, terms, cause)
                                .chain(after -> ImportStore.applied(
                                        session, terms.id(), done(handful, files, before, after)))));
    }

    private static List<Done> done(
            List<Planned> handful,
            List<RosterHousehold> files,
            Map<UUID, Current<Household>> before,
            Map<UUID, Long> after) {
        var ids = files.stream().collect(toMap(RosterHousehold::key, RosterHousehold::id));
        return handful.stream()
                .map(planned -> {
                    var id = ids.get(planned.key());
                    var was = before.get(id);
                    var outcome = outcome(was.state(), after.getOrDefault(id, 0L) > was.version());
                    return new Done(planned.row(), outcome.name(), DONE);
                })
                .toList();
    }

    private static RosterTrial.Kind outcome(Household before, boolean changed) {
        return before instanceof Unknown
                ? RosterTrial.Kind.NEW
                : changed ? RosterTrial.Kind.CHANGED : RosterTrial.Kind.SAME;
    }

    /** All commands of all households, those of each in their order; where each stands after its last. */
    private Uni<Map<UUID, Long>> carryOut(
            StatelessSession session,
            List<RosterHousehold> files,
            Map<UUID, Current<Household>> before,
            Terms terms,
            Cause cause) {
        if (before.size() < files.size()) throw new IllegalStateException("one household stands under two keys");
        var steps = new ArrayList<Step<HouseholdCommand>>();
        for (var file : files) {
            var plan = RosterPlan.of(before.get(file.id()).state(), file, terms.on());
            for (var i = 0; i < plan.size(); i++)
                steps.add(new Step<>(file.id(), plan.get(i), step(cause.on(terms.on()), terms.id(), file.id(), i)));
        }
        return households.handleAll(session, steps).map(outcomes -> {
            var after = new HashMap<UUID, Long>();
            for (var i = 0; i < outcomes.size(); i++)
                after.put(steps.get(i).id(), outcomes.get(i).version());
            return after;
        });
    }

    /** Every command has a cause of its own, the same whenever the file is applied. */
    private static Cause step(Cause cause, UUID id, UUID household, int step) {
        var own = UUID.nameUUIDFromBytes((id + ":" + household + ":" + step).getBytes(StandardCharsets.UTF_8));
        return new Cause(
                cause.actor(), cause.occurredOn(), cause.recordedAt(), cause.correlation(), own, cause.policy());
    }
}
