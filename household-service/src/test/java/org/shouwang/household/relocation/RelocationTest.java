package org.shouwang.household.relocation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

/** A household that moves takes its incomes, checks and consents along: the new village goes on with them, the old one no longer. */
@QuarkusTest
@WithTestResource(Servers.class)
class RelocationTest {

    @Test
    void what_is_read_is_what_this_service_promises() throws IOException {
        EventShapes.assertPromised(List.of(new RelocationConsumer(null, null, null, null, null)), "household-service");
    }

    @Test
    void the_new_village_goes_on_where_the_old_one_stopped() {
        Village.areas();
        var household = couple(QINGGANGPING);
        var path = "/household/households/" + household;
        var income = path + "/incomes/" + UUID.randomUUID();
        var check = path + "/safeguard-checks/" + UUID.randomUUID();
        var consent = path + "/consents/" + UUID.randomUUID();
        Map<String, Object> draft = Map.of(
                "from", "2020-11",
                "to", "2021-10",
                "basis", "ACTUAL_12M",
                "population", 2,
                "lines", List.of(Map.of("code", "A1", "amount", 18000)),
                "on", "2021-11-03");
        Map<String, Object> items = Map.of(
                "checkedOn",
                "2021-11-03",
                "method",
                "ON_SITE",
                "items",
                Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                        .map(i -> Map.of("indicator", i, "result", "PASS"))
                        .toList());
        put("info-officer", income, draft, 201);
        put("info-officer", check, items, 201);
        put(
                "info-officer",
                consent,
                Map.of(
                        "scope",
                        List.of("VEHICLE"),
                        "signers",
                        List.of(head(household), spouse(household)),
                        "document",
                        Map.of("kind", "DOC_CONSENT", "sha256", "c".repeat(64)),
                        "grantedOn",
                        "2021-11-03"),
                201);

        put("county-operator", path + "/area", Map.of("areaCode", OTHER_TOWN, "on", "2021-11-05"), 204);
        Map<String, Object> withdrawal = Map.of("on", "2021-11-06", "reason", "不愿意");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> put("other-town", consent + "/withdrawal", withdrawal, 204));
        put("other-town", income, draft, 204);
        put("other-town", check, items, 204);
        Map<String, Object> signatures = Map.of("signatures", List.of("COLLECTOR", "HOUSEHOLDER"), "on", "2021-11-06");
        put("info-officer", income + "/signatures", signatures, 404);
        put("info-officer", consent + "/withdrawal", withdrawal, 404);
        put("other-town", income + "/signatures", signatures, 204);
        put("town-operator", income + "/confirmation", Map.of("on", "2021-11-06"), 404);
        put("other-town", income + "/confirmation", Map.of("on", "2021-11-06"), 204);
        for (var each : List.of(income, check, path + "/consents", path + "/incomes")) {
            as("other-town").get(each).then().statusCode(200);
            as("info-officer").get(each).then().statusCode(404);
        }
        as("other-town").get(income).then().body("status", is("CONFIRMED"));
    }

    private static void put(String user, String path, Map<String, Object> body, int status) {
        as(user).body(body).put(path).then().statusCode(status);
    }
}
