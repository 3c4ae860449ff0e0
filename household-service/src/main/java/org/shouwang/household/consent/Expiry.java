package org.shouwang.household.consent;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.consent.ConsentCommand.Expire;

/**
 * Ends the consents whose last day has passed: every night ten minutes past midnight (Asia/Shanghai), once after each start for the nights
 * when nobody ran, and when an operator says so. Replicas may do it at the same time.
 */
@Singleton
class Expiry {

    record Ticked(LocalDate date, int expired) {}

    private static final Logger LOG = Logger.getLogger(Expiry.class);
    private static final int BATCH = 500;
    private static final long LONGEST_WAIT = 60;

    private final Consents consents;
    private final Journal journal;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Expiry(Consents consents, Journal journal, Clock clock) {
        this.consents = consents;
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns at once, whether or not the database is quick. */
    Thread start(@Observes StartupEvent event) {
        return Thread.ofVirtual().name("expiry").start(this::makeUp);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void makeUp() {
        try {
            for (var wait = 1L; !done(); wait = Math.min(2 * wait, LONGEST_WAIT))
                if (stopped.await(wait, TimeUnit.SECONDS)) return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean done() {
        try {
            VertxContextSupport.subscribeAndAwait(this::nightly);
            return true;
        } catch (Throwable e) {
            LOG.warnf("consents that ended while nobody ran are looked for again: %s", e.toString());
            return false;
        }
    }

    @Scheduled(cron = "0 10 0 * * ?", timeZone = "Asia/Shanghai")
    Uni<Void> nightly() {
        var today = LocalDate.ofInstant(clock.instant(), Streams.ZONE);
        return tick(today, Actor.system("household"), "").replaceWithVoid();
    }

    Uni<Ticked> tick(LocalDate date, Actor actor, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select id from consent where status = 'GRANTED' and valid_to < $1 and area_code like $2 || '%' order by valid_to, id limit $3",
                        date,
                        scope,
                        BATCH))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> consents.handle(
                                (UUID) row[0],
                                new Expire(date),
                                cause(date, actor, (UUID) row[0]),
                                OptionalLong.empty()))
                        .collect()
                        .asList()
                        .chain(done -> done.size() < BATCH
                                ? Uni.createFrom().item(new Ticked(date, done.size()))
                                : tick(date, actor, scope)
                                        .map(rest -> new Ticked(date, done.size() + rest.expired()))));
    }

    private Cause cause(LocalDate date, Actor actor, UUID consent) {
        var id = UUID.nameUUIDFromBytes(("expiry/" + consent).getBytes(StandardCharsets.UTF_8));
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Streams.ZONE);
        return new Cause(actor, date.isAfter(today) ? today : date, now, id, id, null);
    }
}
