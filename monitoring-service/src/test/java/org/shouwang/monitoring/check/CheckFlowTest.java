package org.shouwang.monitoring.check;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.removal.Included;

/** What a monthly visit does to the household that was visited, over HTTP. */
@QuarkusTest
@WithTestResource(Servers.class)
class CheckFlowTest {

    @Test
    void a_sixth_risk_stays_in_the_visit_and_its_warnings_are_raised() {
        var i = Included.in2021();
        var checks = "/objects/" + i.id() + "/checks";
        put("grid-member", checks + "/2021-12", visit("2021-12-08", "PASS", "05", "06", "10", "11"))
                .statusCode(201);
        var full = visit("2022-01-08", "FAIL", "12", "13");
        put("grid-member", checks + "/2022-01", full).statusCode(201);
        put("grid-member", checks + "/2022-01", full).statusCode(204);
        String event = get("info-officer", checks)
                .body("month", contains("2022-01", "2021-12"))
                .body("[0].newRisks", contains("12", "13"))
                .body("[0].leftOut", contains("12", "13"))
                .body("[1].leftOut", empty())
                .extract()
                .path("[0].eventId");
        get("info-officer", "/objects/" + i.id()).body("risks", contains("01", "05", "06", "10", "11"));
        get("info-officer", "/warnings?area=" + VILLAGE + "&household=" + i.id())
                .body("items.item", contains("WATER"));

        put("info-officer", "/objects/" + i.id() + "/risks/05/resolution", Map.of("on", "2022-01-20"))
                .statusCode(204);
        put("grid-member", checks + "/2022-01", full).statusCode(204);
        var whole = new TreeMap<>(full);
        whole.put("note", "家中收入骤减");
        put(
                        "town-operator",
                        checks + "/2022-01/correction",
                        Map.of("corrects", event, "reason", "漏填走访情况", "record", whole))
                .statusCode(204);
        get("info-officer", checks).body("[0].leftOut", contains("13"));
        get("info-officer", "/objects/" + i.id()).body("risks", contains("01", "06", "10", "11", "12"));
    }

    private static Map<String, Object> visit(String on, String water, String... risks) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(item -> Map.of("indicator", item, "result", item.equals("WATER") ? water : "PASS"))
                .toList();
        return Map.of(
                "visitor",
                "grid-member",
                "visitedOn",
                on,
                "method",
                "ON_SITE",
                "items",
                items,
                "income",
                "SAME",
                "newRisks",
                List.of(risks),
                "householderSigned",
                true);
    }
}
