package org.shouwang.monitoring.deadline;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.daily.DailyTick;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A service that was down at midnight. */
@QuarkusTest
@WithTestResource(Servers.class)
class StartTickTest {

    @Inject
    Tick tick;

    @Inject
    Clock clock;

    @Test
    void what_became_late_meanwhile_is_recorded_once_it_is_up_again() {
        Household.policies();
        var clue = Household.registered("LIFTED").heard("2021-11-01").clueId;
        get("info-officer", "/clues/" + clue).body("overdue", is(false));
        var daily = new DailyTick(List.of(tick), clock, true, Duration.ZERO);
        daily.start(null);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> get("info-officer", "/clues/" + clue).body("overdue", is(true)));
            // that run goes on: with all of it done here, no other test meets it
            Bench.await(() -> tick.today());
        } finally {
            daily.stop(null);
        }
    }
}
