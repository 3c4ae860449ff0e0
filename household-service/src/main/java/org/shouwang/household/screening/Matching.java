package org.shouwang.household.screening;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.Waiting;
import org.shouwang.household.screening.DeliveryCommand.Finish;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchMatched;
import org.shouwang.household.screening.DeliveryStore.Found;
import org.shouwang.household.screening.MatchCommand.Match;
import org.shouwang.household.screening.MatchEvent.ScreeningRowsMatched;

/**
 * Matches what was received with the members on record, behind the request's back. A page and what is published of it are one
 * transaction: whatever stops in the midst goes on with the next page, here or in another replica, and no page is done twice.
 */
@Singleton
class Matching {

    private static final Logger LOG = Logger.getLogger(Matching.class);
    private static final int PAGES_AT_ONCE = 20;
    private static final int DELIVERIES_AT_ONCE = 20;

    private record Open(UUID id, String dept, String area, String period, LocalDate receivedOn) {}

    private final Journal journal;
    private final Deliveries deliveries;
    private final Matches matches;
    private final Clock clock;
    private final Duration poll;
    private final Semaphore awake = new Semaphore(0);
    private volatile Thread thread;

    /** @param poll how long what another replica received, or what failed, waits at most */
    Matching(
            Journal journal,
            Deliveries deliveries,
            Matches matches,
            Clock clock,
            @ConfigProperty(name = "shouwang.screening.poll", defaultValue = "PT15S") Duration poll) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.matches = matches;
        this.clock = clock;
        this.poll = poll;
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        var next = Thread.ofVirtual().name("screening").unstarted(this::run);
        thread = next;
        next.start();
    }

    void stop() throws InterruptedException {
        var stopped = thread;
        thread = null;
        if (stopped == null) return;
        stopped.interrupt();
        stopped.join(poll);
    }

    void wake() {
        awake.release();
    }

    private boolean running() {
        return Thread.currentThread() == thread;
    }

    private void run() {
        while (running()) {
            try {
                for (var open : Waiting.on(() -> journal.read(Matching::open))) attempt(open);
            } catch (RuntimeException e) {
                LOG.warnf("matching waits: %s", e.getClass().getName());
            }
            try {
                if (awake.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) awake.drainPermits();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static Uni<List<Open>> open(StatelessSession session) {
        return Sql.rows(
                        session,
                        "select id, dept, area, period, received_on from screening_delivery where state = 'RECEIVED' order by recorded_at limit $1",
                        DELIVERIES_AT_ONCE)
                .map(rows -> rows.stream()
                        .map(r -> new Open((UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (LocalDate) r[4]))
                        .toList());
    }

    /** One that fails does not keep the others waiting. */
    private void attempt(Open open) {
        try {
            match(open);
        } catch (RuntimeException e) {
            LOG.warnf("delivery %s waits: %s", open.id(), e.getClass().getName());
        }
    }

    private void match(Open open) {
        var pages = pages(open);
        while (!pages.isEmpty()) {
            for (var page : pages) {
                if (!running()) return;
                Waiting.on(() -> journal.transaction(session -> match(session, open, page)));
            }
            pages = pages(open);
        }
        Waiting.on(() -> journal.transaction(session -> finish(session, open)));
    }

    private List<Integer> pages(Open open) {
        return Waiting.on(() -> journal.read(session -> DeliveryStore.openPages(session, open.id(), PAGES_AT_ONCE)));
    }

    private Uni<Void> match(StatelessSession session, Open open, int page) {
        return DeliveryStore.hold(session, open.id(), page)
                .chain(mine -> mine
                        ? DeliveryStore.byNumber(session, open.id(), page, Actor.scope(open.area()))
                                .chain(found -> DeliveryStore.settle(session, open.id(), page, found)
                                        .chain(() -> publish(session, open, page, found)))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(StatelessSession session, Open open, int page, List<Found> found) {
        if (found.isEmpty()) return Uni.createFrom().voidItem();
        var rows = new ScreeningRowsMatched(
                open.id(),
                open.area(),
                open.dept(),
                open.period(),
                found.stream().map(Found::row).toList());
        return matches.handle(
                        session,
                        Matches.page(open.id(), page),
                        new Match(rows),
                        cause(open, "page" + page),
                        OptionalLong.empty())
                .replaceWithVoid();
    }

    private Uni<Void> finish(StatelessSession session, Open open) {
        return DeliveryStore.counts(session, open.id())
                .map(counts -> new ScreeningBatchMatched(
                        counts.getOrDefault("MATCHED", 0),
                        counts.getOrDefault("SUGGESTED", 0)
                                + counts.getOrDefault("CONFIRMED", 0)
                                + counts.getOrDefault("REFUSED", 0),
                        counts.getOrDefault("UNMATCHED", 0)))
                .chain(counts -> deliveries.handle(
                        session, open.id(), new Finish(counts), cause(open, "end"), OptionalLong.empty()))
                .replaceWithVoid();
    }

    private Cause cause(Open open, String step) {
        var own = UUID.nameUUIDFromBytes((open.id() + "/" + step).getBytes(StandardCharsets.UTF_8));
        return new Cause(Actor.system("screening"), open.receivedOn(), clock.instant(), open.id(), own, null);
    }
}
