package org.shouwang.household.overview;

import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

/** What is written down about a household beside its members: incomes, safeguard checks, consents. */
@QuarkusTest
@WithTestResource(Servers.class)
class HouseholdFactsRestTest {

    private static final Map<String, Object> CONSENT_FORM = Map.of("kind", "DOC_CONSENT", "sha256", "c".repeat(64));

    private UUID household;
    private String path;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = couple(QINGGANGPING);
        path = "/household/households/" + household;
    }

    @Test
    void an_income_is_drafted_signed_confirmed_and_corrected() {
        var first = path + "/incomes/" + UUID.randomUUID();
        as("info-officer")
                .body(income("18000.00"))
                .put(first)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        as("info-officer")
                .body(income("18000.00"))
                .put(first)
                .then()
                .statusCode(204)
                .header("ETag", "\"1\"");
        as("info-officer")
                .get(first)
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("net", is(24300.00f))
                .body("perCapita", is(4860.00f))
                .body("lines[0].zh", is("务工收入"));
        as("town-operator")
                .body(Map.of("on", "2021-11-04"))
                .put(first + "/confirmation")
                .then()
                .statusCode(409)
                .body("code", is("STATEMENT_NOT_SIGNED"));
        as("info-officer")
                .body(Map.of("signatures", List.of("COLLECTOR"), "on", "2021-11-03"))
                .put(first + "/signatures")
                .then()
                .statusCode(422)
                .body("code", is("SIGNATURE_MISSING"))
                .body("details", contains("HOUSEHOLDER"));
        as("info-officer")
                .body(Map.of("signatures", List.of("COLLECTOR", "HOUSEHOLDER"), "on", "2021-11-03"))
                .put(first + "/signatures")
                .then()
                .statusCode(204);
        as("info-officer")
                .body(income("19000.00"))
                .put(first)
                .then()
                .statusCode(409)
                .body("code", is("STATEMENT_SIGNED"));
        as("town-operator")
                .body(Map.of("on", "2021-11-04"))
                .put(first + "/confirmation")
                .then()
                .statusCode(204);

        var second = UUID.randomUUID();
        as("town-operator")
                .body(Map.of("statementId", second, "reason", "工资填写有误", "on", "2021-11-05"))
                .put(first + "/successor")
                .then()
                .statusCode(422)
                .body("code", is("SUCCESSOR_UNKNOWN"));
        as("info-officer")
                .body(income("19000.00"))
                .put(path + "/incomes/" + second)
                .then()
                .statusCode(201);
        as("town-operator")
                .body(Map.of("statementId", second, "reason", "工资填写有误", "on", "2021-11-05"))
                .put(first + "/successor")
                .then()
                .statusCode(204);
        as("info-officer").get(path + "/incomes").then().body("status", containsInAnyOrder("SUPERSEDED", "DRAFT"));
        as("viewer-city").get(path + "/incomes").then().statusCode(403);
    }

    @Test
    void the_phone_of_who_was_reached_is_whole_for_who_enters_data_and_masked_for_everybody_else() {
        var statement = path + "/incomes/" + UUID.randomUUID();
        as("info-officer").body(income("18000.00")).put(statement).then().statusCode(201);
        as("info-officer").get(statement).then().statusCode(200).body("signatures", nullValue());
        as("info-officer")
                .body(Map.of(
                        "signatures",
                        List.of("COLLECTOR", "HOUSEHOLDER"),
                        "byPhone",
                        true,
                        "reached",
                        "赵甲",
                        "phone",
                        "13900000101",
                        "on",
                        "2021-11-03"))
                .put(statement + "/signatures")
                .then()
                .statusCode(204);
        var check = path + "/safeguard-checks/" + UUID.randomUUID();
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.<String, Object>of("indicator", i, "result", "PASS"))
                .toList();
        as("info-officer")
                .body(Map.of(
                        "checkedOn",
                        "2021-11-03",
                        "method",
                        "PHONE",
                        "items",
                        items,
                        "signatures",
                        List.of("COLLECTOR", "HOUSEHOLDER"),
                        "reached",
                        "赵甲",
                        "phone",
                        "13900000101"))
                .put(check)
                .then()
                .statusCode(201);
        for (var page : List.of(statement, check)) {
            reached("info-officer", page, "13900000101");
            reached("auditor", page, "139****0101");
        }
    }

    private static void reached(String user, String page, String phone) {
        as(user).get(page)
                .then()
                .statusCode(200)
                .body("signatures.party", contains("COLLECTOR", "HOUSEHOLDER"))
                .body("signatures.way", contains("ON_PAPER", "PHONE"))
                .body("signatures[1].reached", is("赵甲"))
                .body("signatures[1].phone", is(phone));
    }

    @Test
    void an_income_of_the_wrong_window_or_household_is_refused() {
        var body = income("18000");
        body.put("to", "2021-11");
        as("info-officer")
                .body(body)
                .put(path + "/incomes/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", is("INCOME_WINDOW_MISMATCH"))
                .body("details", contains("2020-11..2021-11"));
        as("info-officer")
                .body(income("18000"))
                .put("/household/households/" + UUID.randomUUID() + "/incomes/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as("other-county")
                .body(income("18000"))
                .put(path + "/incomes/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        as("other-town")
                .body(income("18000"))
                .put(path + "/incomes/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void which_measure_an_income_is_of_is_stored_and_shown_and_changes_no_figure() {
        var disposable = path + "/incomes/" + UUID.randomUUID();
        var body = income("18000.00");
        body.put("measure", "DISPOSABLE");
        as("info-officer").body(body).put(disposable).then().statusCode(201);
        as("info-officer")
                .get(disposable)
                .then()
                .statusCode(200)
                .body("measure", is("DISPOSABLE"))
                .body("net", is(24300.00f))
                .body("perCapita", is(4860.00f));
        var unsaid = path + "/incomes/" + UUID.randomUUID();
        as("info-officer").body(income("18000.00")).put(unsaid).then().statusCode(201);
        as("info-officer")
                .get(unsaid)
                .then()
                .statusCode(200)
                .body("measure", is("NET"))
                .body("perCapita", is(4860.00f));
    }

    @Test
    void a_check_answers_every_indicator() {
        var check = path + "/safeguard-checks/" + UUID.randomUUID();
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.<String, Object>of("indicator", i, "result", "PASS"))
                .toList();
        as("grid-member")
                .body(Map.of("checkedOn", "2021-11-03", "method", "ON_SITE", "items", items.subList(0, 5)))
                .put(check)
                .then()
                .statusCode(422)
                .body("code", is("INDICATOR_MISSING"));
        as("grid-member")
                .body(Map.of(
                        "checkedOn",
                        "2021-11-03",
                        "method",
                        "ON_SITE",
                        "items",
                        items,
                        "housingGrade",
                        "B",
                        "water",
                        Map.of("piped", true, "litres", 60),
                        "signatures",
                        List.of("COLLECTOR", "HOUSEHOLDER")))
                .put(check)
                .then()
                .statusCode(201);
        as("grid-member")
                .get(check)
                .then()
                .statusCode(200)
                .body("items", hasSize(6))
                .body("housingGrade", is("B"))
                .body("signatures.party", contains("COLLECTOR", "HOUSEHOLDER"))
                .body("signatures.way", contains("ON_PAPER", "ON_PAPER"));
        as("grid-member").get(path + "/safeguard-checks").then().body("$", hasSize(1));
    }

    @Test
    void how_much_water_is_enough_depends_on_where_a_household_lives() {
        var dry = UUID.randomUUID();
        as("other-town")
                .body(household(OTHER_TOWN, List.of(member(head(dry), "02", "赵甲", LocalDate.of(1970, 1, 2), true))))
                .put("/household/households/" + dry)
                .then()
                .statusCode(201);
        watered("other-town", dry, 20).statusCode(201);
        watered("other-town", dry, 19)
                .statusCode(422)
                .body("code", is("WATER_CONTRADICTS"))
                .body("details", contains("QUANTITY"));
        watered("town-operator", household, 35).statusCode(201);
        watered("town-operator", household, 34).statusCode(422).body("code", is("WATER_CONTRADICTS"));
    }

    private static ValidatableResponse watered(String user, UUID household, int litres) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.<String, Object>of("indicator", i, "result", "PASS"))
                .toList();
        return as(user).body(Map.of(
                        "checkedOn",
                        "2021-11-03",
                        "method",
                        "ON_SITE",
                        "items",
                        items,
                        "water",
                        Map.of("piped", true, "litres", litres)))
                .put("/household/households/" + household + "/safeguard-checks/" + UUID.randomUUID())
                .then();
    }

    @Test
    void a_consent_is_signed_by_every_adult_taken_back_or_ends() {
        var consent = path + "/consents/" + UUID.randomUUID();
        as("info-officer")
                .body(consent(head(household)))
                .put(consent)
                .then()
                .statusCode(422)
                .body("code", is("SIGNATURE_MISSING"));
        as("info-officer")
                .body(consent(head(household), spouse(household)))
                .put(consent)
                .then()
                .statusCode(201);
        as("info-officer")
                .get(path + "/consents")
                .then()
                .body("[0].validTo", is("2022-05-03"))
                .body("[0].status", is("GRANTED"));
        as("info-officer")
                .body(Map.of("on", "2021-11-04", "reason", "不愿意"))
                .put(consent + "/withdrawal")
                .then()
                .statusCode(204);

        as("info-officer")
                .body(consent(head(household), spouse(household)))
                .put(path + "/consents/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        as("county-operator")
                .queryParam("date", "2022-05-04")
                .post("/household/ticks")
                .then()
                .statusCode(200)
                .body("expired", greaterThanOrEqualTo(1));
        as("county-operator")
                .queryParam("date", "2022-05-04")
                .post("/household/ticks")
                .then()
                .statusCode(200)
                .body("expired", is(0));
        as("info-officer").get(path + "/consents").then().body("status", containsInAnyOrder("WITHDRAWN", "EXPIRED"));
    }

    private static Map<String, Object> consent(UUID... signers) {
        return Map.of(
                "scope",
                List.of("VEHICLE", "PROPERTY"),
                "signers",
                List.of(signers),
                "document",
                CONSENT_FORM,
                "grantedOn",
                "2021-11-03");
    }

    private static Map<String, Object> income(String wage) {
        var body = new LinkedHashMap<String, Object>();
        body.put("from", "2020-11");
        body.put("to", "2021-10");
        body.put("basis", "ACTUAL_12M");
        body.put("population", 5);
        body.put(
                "lines",
                List.of(
                        Map.of("code", "A1", "amount", wage, "note", "在外务工"),
                        Map.of("code", "B1", "amount", 6000),
                        Map.of("code", "C2", "amount", 0),
                        Map.of("code", "D5a", "amount", 4800),
                        Map.of("code", "E1", "amount", 4500)));
        body.put("on", "2021-11-03");
        return body;
    }
}
