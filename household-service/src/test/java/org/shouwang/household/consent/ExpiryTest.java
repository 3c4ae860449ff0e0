package org.shouwang.household.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.daily.DailyTick;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

@QuarkusTest
@WithTestResource(Servers.class)
class ExpiryTest {

    @Inject
    Expiry expiry;

    @Inject
    Journal journal;

    @Inject
    Clock clock;

    @Test
    void what_ended_while_nobody_ran_is_recorded_after_a_start_once_for_all_replicas() throws Throwable {
        Village.areas();
        var household = couple(QINGGANGPING);
        var consent = UUID.randomUUID();
        var path = "/household/households/" + household + "/consents";
        as("info-officer")
                .body(Map.of(
                        "scope",
                        List.of("VEHICLE"),
                        "signers",
                        List.of(head(household), spouse(household)),
                        "document",
                        Map.of("kind", "DOC_CONSENT", "sha256", "c".repeat(64)),
                        "grantedOn",
                        "2021-11-03"))
                .put(path + "/" + consent)
                .then()
                .statusCode(201);

        var replicas = Stream.generate(() -> new DailyTick(List.of(expiry), clock, true, Duration.ZERO))
                .limit(2)
                .toList();
        replicas.forEach(replica -> replica.start(new StartupEvent()));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("info-officer")
                .get(path)
                .then()
                .body("[0].status", is("EXPIRED"), "[0].endedOn", is("2022-05-04")));
        replicas.forEach(replica -> replica.stop(new ShutdownEvent()));
        VertxContextSupport.subscribeAndAwait(expiry::today);
        var events =
                VertxContextSupport.subscribeAndAwait(() -> journal.read(s -> journal.stream(s, "consent", consent)));
        assertThat(events).hasSize(2);
    }
}
