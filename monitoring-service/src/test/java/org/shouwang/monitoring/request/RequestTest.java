package org.shouwang.monitoring.request;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** What a household asks for is answered, or made a clue. */
@QuarkusTest
@WithTestResource(Servers.class)
class RequestTest {

    private final UUID id = UUID.randomUUID();
    private final String mine = "items.findAll { it.subject.id == '" + id + "' }";

    @Test
    void a_request_is_taken_down_and_answered_once() {
        Household.policies();
        var h = Household.registered("LIFTED");
        var asked = asked(h, "担心自来水管冻裂，希望再次检测");
        known(() -> put("helper", "/requests/" + id, asked)).statusCode(201);
        put("helper", "/requests/" + id, asked).statusCode(204);
        put("helper", "/requests/" + id, asked(h, "希望接通自来水"))
                .statusCode(409)
                .body("code", is("REQUEST_ALREADY_RECORDED"));
        get("info-officer", "/requests?open=true&limit=200").body("items.id", hasItem(id.toString()));
        due("2021-11-02").body(mine, empty());
        due("2021-11-08")
                .body(mine + ".duty", contains("HOUSEHOLD_REQUEST"))
                .body(mine + ".level", contains("COUNTY"))
                .body(mine + ".step", contains("WATER"))
                .body(mine + ".subject.kind", contains("request"));
        put("department-user", "/requests/" + id + "/answer", Map.of("answer", "已办", "closedOn", "2021-11-09"))
                .statusCode(403)
                .body("code", is("REQUEST_OF_OTHER_DEPT"));
        answer("2021-11-01").statusCode(422).body("code", is("DATE_OUT_OF_ORDER"));
        answer("2021-11-09").statusCode(204);
        answer("2021-11-09").statusCode(204);
        calendar("2021-11-08").body(mine + ".state", contains("OPEN"));
        calendar("2021-11-09").body(mine + ".state", contains("DONE"));
        due("2021-11-09").body(mine, empty());
        due("2021-11-08").body(mine, hasSize(1));
        answer("2021-11-10").statusCode(409).body("code", is("REQUEST_CLOSED"));
        put("town-operator", "/requests/" + id + "/clue", Map.of("on", "2021-11-09"))
                .statusCode(409);
        get("info-officer", "/requests?open=false&limit=200")
                .body("items.find { it.id == '" + id + "' }.closedOn", is("2021-11-09"))
                .body("items.find { it.id == '" + id + "' }.recorded.by", is("helper"))
                .body("items.find { it.id == '" + id + "' }.recorded.on", is("2021-11-03"))
                .body("items.find { it.id == '" + id + "' }.answered.by", is("town-operator"))
                .body("items.find { it.id == '" + id + "' }.changed.role", is("TOWN_OPERATOR"));
        put("other-town", "/requests/" + id + "/clue", Map.of("on", "2021-11-09"))
                .statusCode(404);
    }

    @Test
    void a_request_that_may_be_a_risk_becomes_a_clue() {
        Household.policies();
        var h = Household.registered("LIFTED");
        known(() -> put("helper", "/requests/" + id, asked(h, "孩子上学费用高，无力承担"))).statusCode(201);
        for (var i = 0; i < 2; i++)
            put("town-operator", "/requests/" + id + "/clue", Map.of("on", "2021-11-05"))
                    .statusCode(204);
        var clue = UUID.nameUUIDFromBytes(("request/" + id).getBytes(StandardCharsets.UTF_8));
        get("info-officer", "/clues/" + clue)
                .statusCode(200)
                .body("householdId", is(h.id.toString()))
                .body("text", is("孩子上学费用高，无力承担"))
                .body("receivedOn", is("2021-11-05"));
    }

    @Test
    void a_number_of_a_person_has_no_place_in_it() {
        Household.policies();
        var h = Household.registered("LIFTED");
        known(() -> put("helper", "/requests/" + id, asked(h, "请回电13800138000")))
                .statusCode(422)
                .body("code", is("SENSITIVE_TEXT"));
        put("helper", "/requests/" + UUID.randomUUID() + "/answer", Map.of("answer", "已办", "closedOn", "2021-11-09"))
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse due(String date) {
        return get("info-officer", "/worklist?limit=200&level=COUNTY&area=" + VILLAGE + "&date=" + date)
                .statusCode(200)
                .body("next", nullValue());
    }

    private static io.restassured.response.ValidatableResponse calendar(String date) {
        return get(
                        "info-officer",
                        "/calendar?duty=HOUSEHOLD_REQUEST&from=2021-11-03&to=2021-11-03&limit=200&area=" + VILLAGE
                                + "&date=" + date)
                .statusCode(200);
    }

    private static Map<String, Object> asked(Household h, String text) {
        return Map.of("householdId", h.id, "topic", "WATER", "text", text, "dept", "WATER", "askedOn", "2021-11-03");
    }

    private io.restassured.response.ValidatableResponse answer(String on) {
        return put("town-operator", "/requests/" + id + "/answer", Map.of("answer", "已入户检测水管", "closedOn", on));
    }
}
