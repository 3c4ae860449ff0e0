package org.shouwang.assistance.deadline;

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
 * Ticks once a day, ten minutes after midnight in Asia/Shanghai, and a pause after the start, when the inbox has had time to catch up, for
 * the nights on which the service was down. What fails is tried again after the same pause.
 */
@Singleton
class DailyTick {

    private static final Logger LOG = Logger.getLogger(DailyTick.class);
    private static final LocalTime AT = LocalTime.of(0, 10);

    private final Tick tick;
    private final Clock clock;
    private final boolean enabled;
    private final Duration pause;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("daily-tick").factory());

    DailyTick(
            Tick tick,
            Clock clock,
            @ConfigProperty(name = "shouwang.tick.daily", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "shouwang.tick.pause", defaultValue = "5M") Duration pause) {
        this.tick = tick;
        this.clock = clock;
        this.enabled = enabled;
        this.pause = pause;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) after(pause);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void after(Duration wait) {
        timer.schedule(this::run, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Duration untilNext(ZonedDateTime now) {
        var today = now.with(AT);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    private void run() {
        var wait = pause;
        try {
            var result = VertxContextSupport.subscribeAndAwait(() -> tick.run("", null));
            LOG.infof("daily tick: %s", result);
            wait = untilNext(clock.instant().atZone(Streams.ZONE));
        } catch (Throwable e) {
            LOG.errorf(e, "daily tick failed, tried again in %s", pause);
        } finally {
            if (!timer.isShutdown()) after(wait);
        }
    }
}
