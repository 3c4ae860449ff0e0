package org.shouwang.archive.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.shouwang.eventsourcing.testing.Servers.token;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.Story;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;

/** What the meter of the intake says. */
@QuarkusTest
@WithTestResource(Servers.class)
class EventConsumerTest {

    @Inject
    Journal journal;

    @Inject
    EventConsumer consumer;

    @Test
    void an_event_is_counted_once_however_often_its_batch_is_tried() {
        var event = new Story()
                .next("drill", "harvest", UUID.randomUUID(), "HarvestSold", "2021-11-02", "{\"tons\":3}")
                .event();
        var torn =
                new StoredEvent(event.envelope(), "{\"tons\":4}", event.personalHash(), event.previous(), event.hash());
        for (var attempt = 0; attempt < 3; attempt++)
            assertThatThrownBy(() -> Bench.await(
                            () -> journal.once(session -> consumer.apply(session, new Message("/drill", torn))
                                    .chain(() -> Uni.createFrom()
                                            .failure(new IllegalStateException("the next of the batch"))))))
                    .hasMessage("the next of the batch");
        given().auth()
                .oauth2(token("sys-admin"))
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("shouwang_archived_events_total{fault=\"HASH\",service=\"drill\"} 1.0"));
    }
}
