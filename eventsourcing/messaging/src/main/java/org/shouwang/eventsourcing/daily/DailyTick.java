package org.shouwang.eventsourcing.daily;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.journal.Streams;

/**
 * Calls for what is done daily ten minutes after midnight in Asia/Shanghai, and a pause after the start, when the inbox has had time to
 * catch up, for the nights on which the service was down. What fails is tried again after the same pause.
 */
@Singleton
public class DailyTick {

    private static final Logger LOG = Logger.getLogger(DailyTick.class);
    private static final LocalTime AT = LocalTime.of(0, 10);

    private final List<Daily> duties;
    private final Clock clock;
    private final boolean enabled;
    private final Duration pause;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("daily-tick").factory());

    public DailyTick(
            @All List<Daily> duties,
            Clock clock,
            @ConfigProperty(name = "shouwang.tick.daily", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "shouwang.tick.pause", defaultValue = "5M") Duration pause) {
        this.duties = duties;
        this.clock = clock;
        this.enabled = enabled;
        this.pause = pause;
    }

    public void start(@Observes StartupEvent event) {
        if (enabled) duties.forEach(duty -> after(pause, duty));
    }

    public void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void after(Duration wait, Daily duty) {
        timer.schedule(() -> run(duty), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Duration untilNext(ZonedDateTime now) {
        var today = now.with(AT);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    private void run(Daily duty) {
        var wait = pause;
        try {
            LOG.infof(
                    "daily tick: %s",
                    VertxContextSupport.<Object>subscribeAndAwait(
                            () -> duty.today().map(done -> done)));
            wait = untilNext(clock.instant().atZone(Streams.ZONE));
        } catch (Throwable e) {
            if (timer.isShutdown()) LOG.info("daily tick cut short by the end of the service");
            else LOG.errorf(e, "daily tick failed, tried again in %s", pause);
        } finally {
            if (!timer.isShutdown()) after(wait, duty);
        }
    }
}
