package org.shouwang.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.patrol.Village;
import org.shouwang.monitoring.removal.Included;

/** All that is told of policies, clues, cases, monitored households and their duties comes back as it was. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReadModelsTest {

    private static final List<String> PAGES = List.of(
            "/policies",
            "/lines",
            "/clues?limit=200",
            "/cases?limit=200",
            "/watch-list?limit=200",
            "/objects?area=610727&limit=200",
            "/warnings?area=610727&limit=200",
            "/removals?area=610727&limit=200",
            "/sweeps?area=610727&limit=200",
            "/meetings?area=610727&limit=200",
            "/villages/610727105431/checklist?date=2021-12-31",
            "/quarterly-reviews?area=610727&limit=200",
            "/calendar?area=610727105208&from=2021-11-01&to=2022-02-28&date=2022-02-28&limit=200",
            "/monthly-reports?area=610727&limit=200",
            "/patrols?area=610727&from=2021-01-01&to=2021-12-31&limit=200",
            "/patrols/closed?area=610727&limit=200",
            "/patrols/coverage?area=610727&month=2021-11&date=2021-12-31&level=VILLAGE&limit=200",
            "/grid-weeks?area=610727&week=2021-W44&limit=200",
            "/worklist?area=610727&date=2021-11-08&limit=200",
            "/figures?area=610727&date=2022-06-30",
            "/quality/findings?area=610727&date=2022-06-30&limit=200",
            "/worklist?area=610727&date=2022-06-30&limit=200");

    /** Of each stream's id, however it is found, the events are found that say who recorded it. */
    private static final List<String> RECORDED = PAGES.stream()
            .filter(
                    path -> !path.matches(
                            "/(calendar|worklist|figures|quality|patrols/coverage|grid-weeks|watch-list|removals|sweeps|villages)[?/].*"))
            .toList();

    private static String items(String path) {
        return path.matches("/(policies|lines)") ? "" : "items.";
    }

    @Test
    void read_models_come_back_as_they_were() {
        var i = Included.in2021().helped();
        i.assistance("plan", i.id(), "PlanApproved", Map.of("episode", 1, "on", "2021-11-20"));
        put(
                        "info-officer",
                        "/warnings/" + UUID.randomUUID(),
                        Map.of(
                                "householdId",
                                i.id(),
                                "item",
                                "INCOME",
                                "level",
                                "NORMAL",
                                "source",
                                "MEETING",
                                "raisedOn",
                                "2021-12-01"))
                .statusCode(201);
        var gone = Household.registered("LIFTED").opened("2021-11-01");
        gone.publish(
                "household",
                gone.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", "610727105207", "on", "2021-11-02"));
        gone.publish("household", gone.id, "HouseholdDeactivated", Map.of("reason", "x", "on", "2021-11-03"));
        var recoded = Household.registered("LIFTED").opened("2021-11-01");
        recoded.publish(
                "household",
                recoded.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", "610727105433", "on", "2021-11-02", "recoded", true));
        put(
                        "town-operator",
                        "/villages/610727105431/checklist/FLOW_CHART",
                        Map.of(
                                "shownOn",
                                "2021-03-03",
                                "photo",
                                docs("DOC_PHOTO").getFirst()))
                .statusCode(201);
        put("town-operator", "/meetings/610727105431/2021-W09", Map.of("minutes", minutes("2021-03-03")))
                .statusCode(201);
        put(
                        "town-operator",
                        "/quarterly-reviews/610727105431/2021-04",
                        Map.of(
                                "minutes",
                                minutes("2021-04-12"),
                                "counts",
                                List.of(Map.of("category", "GENERAL", "households", 9)),
                                "householdsChecked",
                                9,
                                "householdsWithoutRisk",
                                9,
                                "documents",
                                docs("DOC_MEETING_MINUTES")))
                .statusCode(201);
        for (var from : List.of("2045-01-01", "2045-07-01"))
            put(
                            "county-operator",
                            "/lines/610727000000/2045",
                            Map.of("amount", 6000, "effectiveFrom", from, "source", "2045年通知"))
                    .statusCode(anyOf(is(201), is(204)));
        patrolled();
        var delivery = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "delivery",
                delivery,
                delivery,
                1,
                "ScreeningBatchReceived",
                "610727000000",
                LocalDate.of(2021, 10, 4),
                Map.of("dept", "MEDINS", "areaCode", "610727000000", "period", "2021-09"));
        var page = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "match",
                page,
                page,
                1,
                "ScreeningRowsMatched",
                "610727000000",
                LocalDate.of(2021, 10, 4),
                Map.of(
                        "deliveryId",
                        delivery,
                        "areaCode",
                        "610727000000",
                        "dept",
                        "MEDINS",
                        "period",
                        "2021-09",
                        "rows",
                        List.of(
                                Map.of(
                                        "row",
                                        1,
                                        "household",
                                        i.id(),
                                        "areaCode",
                                        VILLAGE,
                                        "registeredType",
                                        "LIFTED",
                                        "item",
                                        "OUTPATIENT_SELF_PAID",
                                        "value",
                                        120.5),
                                Map.of(
                                        "row",
                                        2,
                                        "household",
                                        i.id(),
                                        "areaCode",
                                        VILLAGE,
                                        "registeredType",
                                        "LIFTED",
                                        "item",
                                        "OUTPATIENT_SELF_PAID",
                                        "value",
                                        30))));
        put(
                        "info-officer",
                        "/monthly-reports/" + VILLAGE + "/2021-06",
                        Map.of("submittedOn", "2021-07-01", "problems", "无", "nextSteps", "继续按月走访"))
                .statusCode(anyOf(is(201), is(204)));
        ReadModels.settle();
        var before = PAGES.stream().map(ReadModelsTest::page).toList();
        var checks = page("/objects/" + i.id() + "/checks");
        RECORDED.forEach(path -> assertThat(
                        get("county-operator", path).extract().<List<Object>>path(items(path) + "recorded.by"))
                .as(path)
                .isNotEmpty()
                .doesNotContainNull());
        assertThat(before.getLast()).contains("WARNING").contains(i.id().toString());

        ReadModels.comeBack(Map.of());

        assertThat(PAGES.stream().map(ReadModelsTest::page).toList()).isEqualTo(before);
        assertThat(page("/objects/" + i.id() + "/checks")).isEqualTo(checks);
    }

    /** A grid that covers one household by its group and names another. */
    private static void patrolled() {
        var village = new Village("610727105432");
        var seen = village.household(village.group(1), null, true);
        var listed = village.household(null, null, false);
        village.laidOut(1, "2021-10-01", List.of(village.group(1)), List.of(listed), "gm-1")
                .laidOut(2, "2021-10-01", List.of(village.group(2)), List.of(), "gm-2")
                .released(2, "gm-2", "2021-11-20");
        ReadModels.settle();
        put(
                        "town-operator",
                        "/patrols/" + UUID.randomUUID(),
                        Map.of("householdId", seen, "visitedOn", "2021-11-05", "visitor", "gm-1", "method", "ON_SITE"))
                .statusCode(201);
        put(
                        "town-operator",
                        "/grid-weeks/" + village.grid(1) + "/2021-W44",
                        Map.of("reportedOn", "2021-11-06", "reporter", "gm-1", "normal", true))
                .statusCode(201);
        given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=2021-12-01")
                .then()
                .statusCode(200);
    }

    private static String page(String path) {
        return get("county-operator", path).statusCode(200).extract().asString();
    }
}
