package org.shouwang.monitoring.identification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A household that is merged, moves out or dies out while somebody looks at it. */
@QuarkusTest
@WithTestResource(Servers.class)
class HouseholdEndTest {

    @Test
    void what_is_read_is_what_the_household_service_promises() throws IOException {
        EventShapes.assertPromised(List.of(new HouseholdEndConsumer(null, null, null)), "household-service");
    }

    @Test
    void its_case_lapses_and_no_clue_or_case_comes_after() {
        Household.policies();
        var h = Household.registered("LIFTED").opened("2021-11-01", "DOC_APPLICATION");
        get("info-officer", "/worklist?date=2021-11-02&limit=200")
                .body("items.subject.id", hasItem(h.caseId.toString()));

        var waiting =
                Map.of("householdId", h.id, "source", "GRID_PATROL", "text", "网格员反映家中无人", "receivedOn", "2021-11-01");
        var clue = UUID.randomUUID();
        put("info-officer", "/clues/" + clue, waiting).statusCode(201);
        h.publish(
                "household",
                h.id,
                "HouseholdDeactivated",
                LocalDate.of(2021, 11, 5),
                Map.of("reason", "MERGED", "on", "2021-11-05"));

        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "info-officer", "/cases/" + h.caseId)
                .body("state", is("LAPSED"))
                .body("outcome.on", is("2021-11-05"))
                .body("nextSteps", empty()));
        get("info-officer", "/cases?household=" + h.id).body("items.state", contains("LAPSED"));
        get("info-officer", "/worklist?date=2021-11-05&limit=200")
                .body("items.subject.id", not(hasItem(h.caseId.toString())));
        get("info-officer", "/worklist?date=2021-11-04&limit=200")
                .body("items.findAll { it.subject.id == '" + h.caseId + "' }.step", hasItem("VISIT"));

        put("info-officer", "/clues/" + UUID.randomUUID(), waiting)
                .statusCode(409)
                .body("code", is("HOUSEHOLD_ENDED"))
                .body("details", contains("2021-11-05"));
        put("info-officer", "/clues/" + clue, waiting).statusCode(204);
        put(
                        "info-officer",
                        "/cases/" + UUID.randomUUID(),
                        Map.of(
                                "householdId",
                                h.id,
                                "clueIds",
                                List.of(clue),
                                "channel",
                                "GRID_PATROL",
                                "openedOn",
                                "2021-11-01"))
                .statusCode(409)
                .body("code", is("HOUSEHOLD_ENDED"));
        put(
                        "info-officer",
                        "/clues/" + clue + "/answer",
                        Map.of("result", "NOT_FOUND", "answeredOn", "2021-11-02", "reason", "该户已与其父合户，原户已注销"))
                .statusCode(204);
    }
}
