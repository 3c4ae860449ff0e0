package org.shouwang.household.monitored;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** Lists and details show how monitoring stands with a household, as it publishes it, and can be asked for it. */
@QuarkusTest
@WithTestResource(Servers.class)
class MonitoringConsumerTest {

    private UUID household;
    private long version;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = couple(QINGGANGPING);
    }

    @Test
    void what_is_read_of_monitoring_is_what_it_promises() throws IOException {
        EventShapes.assertPromised(List.of(new MonitoringConsumer()), "monitoring-service");
    }

    @Test
    void a_household_that_is_no_object_says_so() {
        shown(nullValue(), "NONE");
        listed("monitoredState=NONE", true);
        listed("monitoredState=ACTIVE", false);
    }

    @Test
    void an_object_is_shown_with_its_type_until_and_after_its_risk_is_removed() {
        monitoring("ObjectIncluded", Map.of("episode", 1, "type", "EDGE", "areaCode", QINGGANGPING));
        shown(is("EDGE"), "ACTIVE");
        as("town-operator")
                .get("/household/households/" + household)
                .then()
                .body("monitoredTypeZh", is("边缘易致贫户"))
                .body("monitoredStateZh", is("监测中"));
        listed("monitoredType=EDGE", true);
        listed("monitoredType=EDGE&monitoredState=ACTIVE", true);
        listed("monitoredType=SUDDEN", false);
        listed("monitoredState=NONE", false);

        monitoring("RiskRemoved", Map.of("episode", 1, "removedOn", "2022-05-01"));
        shown(is("EDGE"), "REMOVED");
        listed("monitoredType=EDGE&monitoredState=ACTIVE", false);
        listed("monitoredState=REMOVED", true);

        monitoring("RemovalRevoked", Map.of("episode", 1, "on", "2022-06-01"));
        shown(is("EDGE"), "ACTIVE");

        monitoring("RiskRemoved", Map.of("episode", 1, "removedOn", "2022-07-01"));
        monitoring("ObjectIncluded", Map.of("episode", 2, "type", "SUDDEN", "areaCode", QINGGANGPING));
        shown(is("SUDDEN"), "ACTIVE");
    }

    @Test
    void a_coloured_household_gets_its_type_later_and_a_mistake_leaves_nothing() {
        monitoring("ObjectIncluded", Map.of("episode", 1, "grade", "YELLOW", "areaCode", QINGGANGPING));
        shown(nullValue(), "ACTIVE");
        monitoring("ObjectTyped", Map.of("type", "UNSTABLE", "on", "2022-05-01"));
        shown(is("UNSTABLE"), "ACTIVE");
        monitoring("ObjectVoided", Map.of("episode", 1, "on", "2022-06-01"));
        shown(nullValue(), "NONE");
    }

    private void monitoring(String type, Map<String, Object> event) {
        Topics.publish(
                "monitoring.events",
                "object",
                household,
                household,
                ++version,
                type,
                QINGGANGPING,
                LocalDate.of(2022, 7, 1),
                event);
    }

    private void shown(Matcher<Object> type, String state) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("town-operator")
                .get("/household/households/" + household)
                .then()
                .statusCode(200)
                .body("monitoredType", type)
                .body("monitoredState", is(state)));
        as("town-operator")
                .body(Map.of("name", "赵甲", "limit", 200))
                .post("/household/households/searches")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + household + "' }.monitoredType", type)
                .body("items.find { it.id == '" + household + "' }.monitoredState", is(state));
    }

    private void listed(String filter, boolean there) {
        Matcher<Iterable<? super String>> item = hasItem(household.toString());
        as("town-operator")
                .get("/household/households?limit=200&area=" + QINGGANGPING + "&" + filter)
                .then()
                .statusCode(200)
                .body("items.id", there ? item : not(item));
    }
}
