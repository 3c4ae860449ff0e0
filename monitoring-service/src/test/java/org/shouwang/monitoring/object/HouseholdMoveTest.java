package org.shouwang.monitoring.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.removal.Included;

/** A monitored household that moves, told by the real broker, once however often it is told. */
@QuarkusTest
@WithTestResource(Servers.class)
class HouseholdMoveTest {

    private static final String NEXT_VILLAGE = "610727105207";

    @Test
    void a_household_moves_once_and_is_seen_where_it_went() {
        var i = Included.in2021();
        int before = get("county-operator", "/objects/" + i.id()).extract().path("version");
        var moved = Topics.message(
                "household.events",
                "household",
                i.id(),
                i.id(),
                9,
                "HouseholdMoved",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 5),
                Map.of("fromArea", VILLAGE, "toArea", NEXT_VILLAGE, "on", "2022-01-05", "somethingNew", 7));
        for (var delivery = 0; delivery < 3; delivery++) Topics.send(moved.toRecord("household.events"));
        var stranger = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "household",
                stranger,
                stranger,
                1,
                "HouseholdMoved",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 5),
                Map.of("toArea", NEXT_VILLAGE, "on", "2022-01-05"));
        Topics.publish(
                "household.events",
                "household",
                i.id(),
                i.id(),
                10,
                "SomethingUnheardOf",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 5),
                Map.of());
        Topics.publish(
                "household.events",
                "household",
                i.id(),
                i.id(),
                11,
                "HouseholdMoved",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 6),
                Map.of("toArea", "610727105206", "on", "2022-01-06"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "county-operator", "/objects/" + i.id())
                .body("areaCode", is("610727105206")));
        get("county-operator", "/objects/" + i.id()).body("version", is(before + 2));
        get("info-officer", "/objects/" + i.id()).statusCode(404);
        get("town-operator", "/objects?area=610727105206&type=UNSTABLE&state=ACTIVE&risk=01&limit=200")
                .body("items.householdId", hasItem(i.id().toString()));
        get("county-operator", "/objects/" + stranger).statusCode(404).body("code", is("NOT_AN_OBJECT"));
    }

    @Test
    void lists_are_paged_without_gaps() {
        Included.in2021();
        Included.in2021();
        for (var path : new String[] {"/objects?area=610727", "/worklist?area=610727&date=2022-02-10"}) {
            var separator =
                    path.startsWith("/worklist") ? "items.collect { it.subject.id + it.duty }" : "items.householdId";
            var all = get("county-operator", path + "&limit=200")
                    .statusCode(200)
                    .extract()
                    .<java.util.List<String>>path(separator);
            var paged = new ArrayList<String>();
            String after = null;
            do {
                var page = get("county-operator", path + "&limit=1" + (after == null ? "" : "&after=" + after))
                        .statusCode(200)
                        .extract();
                paged.addAll(page.<java.util.List<String>>path(separator));
                after = page.path("next");
            } while (after != null);
            assertThat(paged).isEqualTo(all).hasSizeGreaterThanOrEqualTo(2);
        }
    }
}
