package org.shouwang.assistance.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.shouwang.assistance.HelpedHousehold.*;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.measure.Measures;
import org.shouwang.assistance.plan.Plans;
import org.shouwang.assistance.plan.Surroundings;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.daily.DailyTick;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;

/** The tick that the service gives itself. */
@QuarkusTest
@WithTestResource(Servers.class)
class DailyTickTest {

    /** New Year's Eve after the inclusion: a plan and its first help are late. */
    private static final Clock CLOCK = Clock.fixed(
            LocalDate.of(2021, 12, 31).atTime(9, 0).atZone(Streams.ZONE).toInstant(), Streams.ZONE);

    @Inject
    Journal journal;

    @Inject
    Plans plans;

    @Inject
    Measures measures;

    @Inject
    Surroundings surroundings;

    @Inject
    PolicyRef policy;

    /** Ticks as it should, after the database was away for some times. */
    private final class Counted extends Tick {

        private final AtomicInteger away;
        private final AtomicInteger done = new AtomicInteger();

        Counted(int away) {
            super(journal, plans, measures, surroundings, policy, CLOCK);
            this.away = new AtomicInteger(away);
        }

        @Override
        public Uni<Result> run(String scope, LocalDate date) {
            return away.getAndDecrement() > 0
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : super.run(scope, date).invoke(done::incrementAndGet);
        }
    }

    @Test
    void who_starts_notes_what_became_late_meanwhile_once_with_two_replicas_too() {
        var h = included();
        var ticks = List.of(new Counted(2), new Counted(0));
        var replicas = ticks.stream()
                .map(tick -> new DailyTick(List.of(tick), CLOCK, true, Duration.ZERO))
                .toList();
        replicas.forEach(replica -> replica.start(new StartupEvent()));
        await().atMost(Duration.ofSeconds(30)).until(() -> ticks.stream().allMatch(tick -> tick.done.get() == 1));
        replicas.forEach(replica -> replica.stop(new ShutdownEvent()));
        as("auditor").get("/plans/" + h.id).then().body("planOverdue", is(true), "helpOverdue", is(true));
        assertThat(Bench.rows(
                        journal,
                        "select type from event where stream = $1 and type like '%Overdue' order by version",
                        h.id))
                .extracting(row -> row[0])
                .containsExactly("PlanOverdue", "HelpOverdue");
    }
}
