package org.shouwang.household.roster;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Unknown;
import org.shouwang.household.registry.HouseholdCommand;
import org.shouwang.household.registry.Households;
import org.shouwang.household.roster.Import.Applied;
import org.shouwang.household.roster.Import.Checked;
import org.shouwang.household.roster.ImportCommand.Finish;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportStore.Planned;
import org.shouwang.household.roster.RosterCheck.Terms;

/**
 * Brings a checked file's households to the registry, each in one transaction: whole, or not at all. A run that was interrupted goes on where
 * it stood when it is asked for again.
 */
@Singleton
class RosterApplication {

    private static final Logger LOG = Logger.getLogger(RosterApplication.class);
    private static final int AT_ONCE = 200;
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
     * @param parallel households that are written at the same time
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
            case Applied _, Checked _ -> throw new Refused(Refusal.NOT_FOUND);
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

    /** Some threads, each with every so-many-th household. */
    private void all(List<Planned> batch, Terms terms, Cause cause) {
        var shares = new CompletableFuture<?>[parallel];
        for (var i = 0; i < parallel; i++) {
            var share = i;
            shares[i] = CompletableFuture.runAsync(
                    () -> {
                        for (var k = share; k < batch.size(); k += parallel) one(batch.get(k), terms, cause);
                    },
                    threads);
        }
        try {
            CompletableFuture.allOf(shares).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void one(Planned planned, Terms terms, Cause cause) {
        try {
            Waiting.on(() -> journal.transaction(session -> apply(session, planned, terms, cause)));
        } catch (Refused e) {
            Waiting.on(() -> journal.once(session -> ImportStore.applied(
                    session,
                    terms.id(),
                    planned.row(),
                    planned.outcome(),
                    e.reason().name())));
        }
    }

    private Uni<Void> apply(StatelessSession session, Planned planned, Terms terms, Cause cause) {
        return ImportStore.lines(session, terms.id(), List.of(planned))
                .chain(lines -> check.read(session, terms, lines))
                .chain(files -> households.load(session, files.getFirst().id()).chain(current -> {
                    var file = files.getFirst();
                    var plan = RosterPlan.of(current.state(), file, terms.on());
                    return carryOut(session, file.id(), plan, terms, cause)
                            .chain(before -> ImportStore.applied(
                                    session,
                                    terms.id(),
                                    planned.row(),
                                    outcome(current.state(), before > current.version())
                                            .name(),
                                    DONE));
                }));
    }

    private static RosterTrial.Kind outcome(Household before, boolean changed) {
        return before instanceof Unknown
                ? RosterTrial.Kind.NEW
                : changed ? RosterTrial.Kind.CHANGED : RosterTrial.Kind.SAME;
    }

    /** All commands of a household, one after the other; the version after the last. */
    private Uni<Long> carryOut(
            StatelessSession session, UUID household, List<HouseholdCommand> plan, Terms terms, Cause cause) {
        return Multi.createFrom()
                .range(0, plan.size())
                .onItem()
                .transformToUniAndConcatenate(i -> households.handle(
                        session,
                        household,
                        plan.get(i),
                        step(cause.on(terms.on()), terms.id(), household, i),
                        OptionalLong.empty()))
                .collect()
                .last()
                .map(last -> last == null ? 0L : last.version());
    }

    /** Every command has a cause of its own, the same whenever the file is applied. */
    private static Cause step(Cause cause, UUID id, UUID household, int step) {
        var own = UUID.nameUUIDFromBytes((id + ":" + household + ":" + step).getBytes(StandardCharsets.UTF_8));
        return new Cause(
                cause.actor(), cause.occurredOn(), cause.recordedAt(), cause.correlation(), own, cause.policy());
    }
}
