package org.shouwang.monitoring.deadline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.journal.Streams;

/**
 * Ticks once a day, ten minutes after midnight in Asia/Shanghai, and once after the start, which makes up for days on which the
 * service was down. What cannot be reached then is tried again after ten minutes.
 */
@Singleton
class DailyTick {

    private static final Logger LOG = Logger.getLogger(DailyTick.class);
    private static final LocalTime AT = LocalTime.of(0, 10);
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final Tick tick;
    private final Clock clock;
    private final boolean enabled;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("daily-tick").factory());

    DailyTick(
            Tick tick,
            Clock clock,
            @ConfigProperty(name = "shouwang.tick.daily", defaultValue = "true") boolean enabled) {
        this.tick = tick;
        this.clock = clock;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) plan(Duration.ZERO);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void plan(Duration wait) {
        timer.schedule(this::run, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Duration untilNext(ZonedDateTime now) {
        var today = now.with(AT);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    private void run() {
        var wait = RETRY;
        try {
            LOG.infof("daily tick: %s", VertxContextSupport.subscribeAndAwait(() -> tick.run(null)));
            wait = untilNext(clock.instant().atZone(Streams.ZONE));
        } catch (Throwable e) {
            if (timer.isShutdown()) LOG.info("daily tick cut short by the end of the service");
            else LOG.errorf(e, "daily tick failed, tried again in %s", wait);
        } finally {
            if (!timer.isShutdown()) plan(wait);
        }
    }
}
