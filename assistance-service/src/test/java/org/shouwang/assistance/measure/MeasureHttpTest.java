package org.shouwang.assistance.measure;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.assistance.HelpedHousehold.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;

/** Measures and helpers over HTTP and through the real broker. */
@QuarkusTest
@WithTestResource(Servers.class)
class MeasureHttpTest {

    @Test
    void a_household_that_is_not_monitored_is_helped_too() {
        var h = registered();
        var measure = h.planned("M01", "TECHNIQUE", null);
        h.carriedOut(measure);
        as("auditor")
                .get("/measures/" + measure)
                .then()
                .statusCode(200)
                .body(
                        "episode",
                        is(0),
                        "state",
                        is("IMPLEMENTED"),
                        "dept",
                        is("AGRI"),
                        "amount",
                        is(1200.00f),
                        "implementedOn",
                        is("2021-11-30"));
        as("auditor")
                .queryParam("household", h.id)
                .queryParam("code", "M01")
                .get("/measures")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as("auditor")
                .queryParam("household", h.id)
                .queryParam("state", "CANCELLED")
                .get("/measures")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_measure_goes_its_whole_way_and_refuses_what_is_out_of_order() {
        var h = included();
        var measure = h.planned("M10", "DIBAO", "01", h.disabled);
        h.plan(measure, "M10", "DIBAO", "01", h.disabled).statusCode(204);
        h.plan(measure, "M10", "TEKUN", "01", h.disabled).statusCode(409).body("code", is("ALREADY_PLANNED"));
        put("helper", "/measures/" + measure + "/start", "{\"on\":\"2021-11-17\"}")
                .statusCode(409)
                .body("code", is("STEP_OUT_OF_ORDER"));
        put("town-reviewer", "/measures/" + measure + "/approval", "{\"on\":\"2021-11-15\"}")
                .statusCode(422)
                .body("code", is("DATE_OUT_OF_ORDER"));
        h.carriedOut(measure);
        put("town-operator", "/measures/" + measure + "/evaluation", "{\"on\":\"2022-03-01\",\"effective\":true}")
                .statusCode(204);
        put("town-operator", "/measures/" + measure + "/closure", "{\"on\":\"2022-05-01\"}")
                .statusCode(204)
                .header("ETag", "\"6\"");
        h.plan(UUID.randomUUID(), "M10", null, "01").statusCode(422).body("code", is("ITEM_REQUIRED"));
        h.plan(UUID.randomUUID(), "M07", null, "03").statusCode(422).body("code", is("RISK_UNKNOWN"));
        h.plan(UUID.randomUUID(), "M04", null, "01", UUID.randomUUID())
                .statusCode(422)
                .body("code", is("MEMBER_UNKNOWN"));
    }

    @Test
    void roles_sectors_and_areas_are_kept_apart() {
        var h = registered();
        var measure = h.planned("M05", null, null);
        put("town-operator", "/measures/" + UUID.randomUUID(), "{}").statusCode(403);
        put("info-officer", "/measures/" + measure + "/approval", "{\"on\":\"2021-11-18\"}")
                .statusCode(403);
        put("town-reviewer", "/measures/" + measure + "/approval", "{\"on\":\"2021-11-18\"}")
                .statusCode(204);
        put("department-user", "/measures/" + measure + "/start", "{\"on\":\"2021-11-18\"}")
                .statusCode(403)
                .body("code", is("OTHER_SECTOR"));
        as("other-county").get("/measures/" + measure).then().statusCode(404).body("code", is("MEASURE_NOT_FOUND"));
        as("other-town")
                .queryParam("household", h.id)
                .get("/measures")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        put("town-reviewer", "/measures/" + UUID.randomUUID() + "/approval", "{\"on\":\"2021-11-18\"}")
                .statusCode(404);
        put("info-officer", "/measures/" + UUID.randomUUID(), """
                {"householdId":"%s","code":"M01","plannedOn":"2021-11-16"}""".formatted(UUID.randomUUID()))
                .statusCode(409)
                .body("code", is("NOT_YET_KNOWN"))
                .header("Retry-After", "1");
        as("auditor")
                .get("/measures/catalogue")
                .then()
                .statusCode(200)
                .body("code", hasSize(14), "findAll { it.developmental }.code", contains("M01", "M02", "M03", "M04"));
    }

    @Test
    void a_helper_hands_over_with_a_record() {
        var h = included();
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> h.helped()
                .statusCode(anyOf(is(201), is(204))));
        h.helped().statusCode(204);
        put("town-operator", "/helpers/" + h.id, "{\"helper\":\"cadre-2\",\"unit\":\"县水利局\",\"from\":\"2021-12-01\"}")
                .statusCode(409)
                .body("code", is("HELPER_ALREADY_ASSIGNED"));
        put(
                        "town-operator",
                        "/helpers/" + h.id + "/handover",
                        "{\"helper\":\"cadre-2\",\"unit\":\"县水利局\",\"reason\":\"工作调动离任\",\"on\":\"2021-12-01\"}")
                .statusCode(422)
                .body("code", is("HANDOVER_RECORD_REQUIRED"));
        put("town-operator", "/helpers/" + h.id + "/handover", """
                {"helper":"cadre-2","unit":"县水利局","reason":"工作调动离任","on":"2021-12-01","record":%s}""".formatted(PAPER))
                .statusCode(204);
        put("town-operator", "/helpers/" + h.id + "/release", """
                {"reason":"不再需要了","on":"2021-12-02","record":%s}""".formatted(PAPER))
                .statusCode(409)
                .body("code", is("HELPER_REQUIRED"));
        as("auditor")
                .get("/helpers/" + h.id)
                .then()
                .statusCode(200)
                .body("helper", contains("cadre-1", "cadre-2"), "[0].to", is("2021-12-01"), "[1].to", nullValue());
        as("auditor")
                .queryParam("helper", "cadre-2")
                .queryParam("limit", 200)
                .get("/helpers")
                .then()
                .body("items.householdId", hasItem(h.id.toString()));
    }

    @Test
    void everything_moves_with_the_household() {
        var h = included();
        var measure = h.planned("M07", null, "01");
        h.helped().statusCode(201);
        h.household("HouseholdMoved", Map.of("fromArea", VILLAGE, "toArea", "610727105207", "on", "2021-11-20"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            as("auditor").get("/measures/" + measure).then().body("areaCode", is("610727105207"));
            as("auditor").get("/plans/" + h.id).then().body("areaCode", is("610727105207"));
            as("auditor").get("/helpers/" + h.id).then().body("areaCode", everyItem(is("610727105207")));
        });
        as("info-officer").get("/plans/" + h.id).then().statusCode(404);
    }
}
