package org.shouwang.assistance.deadline;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.assistance.HelpedHousehold.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.HelpedHousehold;
import org.shouwang.eventsourcing.testing.Servers;

/** What is said of a day in the past, of a household that moved since. */
@QuarkusTest
@WithTestResource(Servers.class)
class PastDayTest {

    private static final String MISTAKEN = "610727105297";
    private static final String SECOND = "610727105298";
    private static final String THIRD = "610727105299";

    @Test
    void a_household_counts_where_it_lived_that_day() {
        var h = included();
        h.carriedOut(h.planned("M07", null, "01"));
        moved(h, VILLAGE, MISTAKEN, "2022-01-10");
        moved(h, MISTAKEN, SECOND, "2022-01-10");
        moved(h, SECOND, THIRD, "2022-02-01");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("auditor").get("/plans/" + h.id).then().body("areaCode", is(THIRD)));

        due(h, "info-officer", VILLAGE, "2022-01-09", hasItem(VILLAGE));
        due(h, "info-officer", VILLAGE, "2022-01-10", empty());
        due(h, "auditor", MISTAKEN, "2022-01-10", empty());
        due(h, "auditor", SECOND, "2022-01-09", empty());
        due(h, "auditor", SECOND, "2022-01-10", contains(SECOND, SECOND, SECOND));
        due(h, "auditor", SECOND, "2022-02-01", empty());
        due(h, "auditor", THIRD, "2022-02-01", contains(THIRD, THIRD, THIRD));

        helped(SECOND, "2022-01-09").body("figures.find { it.code == 'M07' }", nullValue());
        helped(SECOND, "2022-01-31").body("figures.find { it.code == 'M07' }.households", is(1));
        helped(SECOND, "2022-02-01").body("figures.find { it.code == 'M07' }", nullValue());
        helped(THIRD, "2022-02-01").body("figures.find { it.code == 'M07' }.persons", is(2));
    }

    private static void moved(HelpedHousehold h, String from, String to, String on) {
        h.household("HouseholdMoved", Map.of("fromArea", from, "toArea", to, "on", on));
    }

    private static void due(HelpedHousehold h, String user, String area, String date, Matcher<?> areas) {
        as(user).queryParam("area", area)
                .queryParam("date", date)
                .queryParam("limit", 200)
                .get("/worklist")
                .then()
                .statusCode(200)
                .body("items.findAll { it.householdId == '%s' }.areaCode".formatted(h.id), areas);
    }

    private static ValidatableResponse helped(String area, String date) {
        return as("auditor")
                .queryParam("area", area)
                .queryParam("date", date)
                .get("/figures")
                .then()
                .statusCode(200);
    }
}
