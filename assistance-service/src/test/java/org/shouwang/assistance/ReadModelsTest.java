package org.shouwang.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.shouwang.assistance.HelpedHousehold.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;

/** All that is told of plans, helpers, measures and reviews, and of the households that they are for, comes back as it was. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReadModelsTest {

    private static final String NEXT_VILLAGE = "610727105207";
    private static final List<String> PAGES = List.of(
            "/plans?limit=200",
            "/measures?limit=200",
            "/helpers?limit=200",
            "/effect-reviews?limit=200",
            "/worklist?date=2022-05-20&limit=200",
            "/worklist?date=2022-06-30&limit=200");

    @Test
    void read_models_come_back_as_they_were() {
        var h = included();
        h.carriedOut(h.planned("M07", null, "01"));
        h.helped().statusCode(201);
        h.object("RiskAdded", Map.of("risk", "02", "on", "2021-11-20"));
        h.identification("RemovalProposed", Map.of("householdId", h.id, "proposedOn", "2022-05-20"));
        h.household("HouseholdMoved", Map.of("fromArea", VILLAGE, "toArea", NEXT_VILLAGE, "on", "2022-05-21"));
        h.object("ObjectMoved", Map.of("from", VILLAGE, "to", NEXT_VILLAGE, "on", "2022-05-21"));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("auditor").get("/plans/" + h.id).then().body("areaCode", is(NEXT_VILLAGE)));
        ReadModels.settle();
        var before = PAGES.stream().map(ReadModelsTest::page).toList();
        assertThat(before.getLast()).contains("EFFECT_REVIEW").contains(h.id.toString());

        ReadModels.comeBack(Map.of());

        assertThat(PAGES.stream().map(ReadModelsTest::page).toList()).isEqualTo(before);
    }

    private static String page(String path) {
        return as("auditor").get(path).then().statusCode(200).extract().asString();
    }
}
