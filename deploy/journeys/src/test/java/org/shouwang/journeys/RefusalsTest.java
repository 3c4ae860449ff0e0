package org.shouwang.journeys;

import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules recommend and refuse at their boundaries, and who may do what, from outside. */
class RefusalsTest {

    private final Running stack = Running.stack();

    @ParameterizedTest
    @CsvSource({"4999.99, RED", "5000.00, YELLOW", "9999.99, YELLOW", "10000.00, GREEN"})
    void colours_of_the_2020_plan_at_their_boundaries(String income, String grade) {
        var family = inTwentyTwenty("LIFTED", income, "PASS", "\"risks\":[]");
        seen(family).body("recommendation.grade", is(grade), "recommendation.income", is(Float.parseFloat(income)));
        neverPosted(family);
    }

    @Test
    void water_at_risk_after_an_accident_is_red() {
        var family = inTwentyTwenty("LIFTED", "5000.00", "AT_RISK", "\"risks\":[\"05\"],\"hardship\":true");
        seen(family).body("recommendation.grade", is("RED"));
        neverPosted(family);
    }

    @Test
    void a_general_household_below_5000_is_entered_as_on_the_edge() {
        var family = inTwentyTwenty("GENERAL", "4800.00", "PASS", "\"risks\":[\"06\"]");
        seen(family).body("recommendation.grade", is("RED"), "recommendation.type", is("EDGE"));
        neverPosted(family);
        family.review("2020-04-08", "INCLUDED", "").statusCode(204);
        neverPosted(family);
        family.town("2020-04-10").statusCode(204);
        family.enter("2020-04-18").statusCode(204);
        seen(family).body("state", is("ENTERED"), "outcome.type", is("EDGE"), "outcome.grade", is("RED"));
        family.get("town-operator", "/monitoring/objects/" + family.id)
                .statusCode(200)
                .body("state", is("ACTIVE"), "type", is("EDGE"), "grade", is("RED"));
    }

    @Test
    void a_general_household_above_5000_without_a_risk_is_no_object() {
        var family = inTwentyTwenty("GENERAL", "5200.00", "PASS", "\"risks\":[]");
        seen(family).body("recommendation.include", is(false));
        neverPosted(family);
        family.review("2020-04-08", "NOT_INCLUDED", "").statusCode(204);
        family.reject("2020-04-08", "NO_RISK", "逐项核实五类收入，无返贫致贫风险").statusCode(204);
        seen(family).body("state", is("NOT_INCLUDED"));
        family.get("town-operator", "/monitoring/objects/" + family.id).statusCode(404);
        family.get("town-operator", "/monitoring/watch-list?area=" + Family.VILLAGE + "&limit=200")
                .body("items.householdId", hasItem(family.id.toString()));
    }

    @Test
    void above_the_line_only_a_sudden_hardship_counts() {
        var well = inTwentyTwentyOne(31_000, ",\"risks\":[\"01\"]");
        seen(well)
                .body(
                        "recommendation.income",
                        is(6200.00f),
                        "recommendation.include",
                        is(false),
                        "recommendation.reasonCode",
                        is("ABOVE_LINE"));
        var struck = inTwentyTwentyOne(31_000, ",\"risks\":[\"05\"],\"suddenEvent\":true,\"severeDifficulty\":true");
        seen(struck).body("recommendation.type", is("SUDDEN"));
    }

    @Test
    void who_has_no_token_the_wrong_role_or_another_area_learns_nothing() {
        var family = Family.registered(stack, "LIFTED", 2);
        var path = "/household/households/" + family.id;
        stack.anonymous().get(path).then().statusCode(401).body("code", is("NO_TOKEN"));
        stack.as("householder")
                .body("{}")
                .put("/monitoring/cases/" + UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", is("ROLE_NOT_ALLOWED"));
        for (var user : new String[] {"other-town", "other-county"}) {
            stack.as(user).get(path).then().statusCode(404).body("code", is("HOUSEHOLD_UNKNOWN"));
            stack.as(user)
                    .get("/household/households?area=" + Family.VILLAGE)
                    .then()
                    .statusCode(403)
                    .body("code", is("AREA_OUT_OF_SCOPE"));
            stack.as(user)
                    .get("/monitoring/worklist?area=" + Family.VILLAGE + "&date=2021-11-30")
                    .then()
                    .statusCode(403);
            stack.as(user)
                    .get("/archive/households/" + family.id + "/history")
                    .then()
                    .statusCode(anyOf(is(403), is(404)));
        }
        stack.as("town-operator").get(path).then().statusCode(200);
    }

    @Test
    void every_service_describes_itself() {
        for (var service : new String[] {"household", "monitoring", "assistance", "archive"}) {
            stack.anonymous()
                    .accept("application/json")
                    .get("/" + service + "/openapi?format=json")
                    .then()
                    .statusCode(200)
                    .body("openapi", startsWith("3.1"));
            stack.anonymous()
                    .get("/" + service + "/asyncapi")
                    .then()
                    .statusCode(200)
                    .body("channels.events.address", is(service + ".events"));
            stack.anonymous().get("/" + service + "/q/health").then().statusCode(200);
            stack.anonymous().get("/" + service + "/q/metrics").then().statusCode(200);
        }
    }

    private Family inTwentyTwenty(String type, String income, String water, String findings) {
        var family = Family.registered(stack, type, 1);
        family.visitedIn2020(income, water, findings);
        return family;
    }

    private Family inTwentyTwentyOne(int wage, String findings) {
        var family = Family.registered(stack, "LIFTED", 5);
        var statement = family.income("2020-11", "2021-10", "2021-11-02", wage, 0, 0, 0);
        var check = family.safeguards("2021-11-03");
        family.opens("2021-11-01", "2021-11-01").statusCode(201);
        family.visit("2021-11-03", statement, check, findings).statusCode(204);
        return family;
    }

    private static ValidatableResponse seen(Family family) {
        return family.get("town-operator", "/monitoring/cases/" + family.caseId).statusCode(200);
    }

    private static void neverPosted(Family family) {
        family.publicize("2020-04-08", "公示").statusCode(409).body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
    }
}
