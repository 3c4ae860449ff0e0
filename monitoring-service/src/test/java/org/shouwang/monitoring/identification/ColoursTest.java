package org.shouwang.monitoring.identification;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** The colours of the 2020 town plan, over HTTP: their boundaries, and that nothing is made public. */
@QuarkusTest
@WithTestResource(Servers.class)
class ColoursTest {

    @BeforeEach
    void policies() {
        io.restassured.RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
        Household.policies();
    }

    @ParameterizedTest
    @CsvSource({"24999.95, RED, UNSTABLE", "25000, YELLOW, ", "49999.95, YELLOW, ", "50000, GREEN, "})
    void the_colour_follows_the_estimated_income(String net, String grade, String type) {
        var h = visited("LIFTED", net, List.of(), false);
        get("info-officer", "/cases/" + h.caseId)
                .body("recommendation.grade", is(grade))
                .body("recommendation.type", is(type));
        h.step("village-committee", "/publicity", publicity())
                .statusCode(409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
    }

    @Test
    void water_at_risk_after_an_accident_is_red() {
        var h = visited("LIFTED", "25000", List.of("05"), true, "WATER", "AT_RISK");
        get("info-officer", "/cases/" + h.caseId)
                .body("recommendation.grade", is("RED"))
                .body("recommendation.type", is("UNSTABLE"));
        h.step("village-committee", "/publicity", publicity())
                .statusCode(409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
    }

    @Test
    void a_general_household_below_5000_is_entered_as_on_the_edge() {
        var h = visited("GENERAL", "24000", List.of("06"), false);
        get("info-officer", "/cases/" + h.caseId)
                .body("recommendation.grade", is("RED"))
                .body("recommendation.type", is("EDGE"));
        review(h);
        h.step("village-committee", "/publicity", publicity())
                .statusCode(409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
        h.step("town-reviewer", "/town-review", Map.of("reviewedOn", "2020-04-10"))
                .statusCode(204);
        h.step("info-officer", "/entry", Map.of("enteredOn", "2020-04-18", "entryNo", "N-2"))
                .statusCode(204);
        get("info-officer", "/cases/" + h.caseId)
                .body("state", is("ENTERED"))
                .body("outcome.type", is("EDGE"))
                .body("outcome.grade", is("RED"))
                .body("outcome.by", is("TOWN"))
                .body(
                        "steps.findAll { it.status == 'SKIPPED' }.step",
                        contains("CONSENT", "COMPARE", "PUBLICITY", "COUNTY"));
        get("info-officer", "/objects/" + h.id).statusCode(200).body("grade", is("RED"));
    }

    @Test
    void a_general_household_above_5000_without_a_risk_is_no_object() {
        var h = visited("GENERAL", "26000", List.of(), false);
        get("info-officer", "/cases/" + h.caseId)
                .body("recommendation.include", is(false))
                .body("recommendation.reasonCode", is("NO_RISK"));
        h.step("village-committee", "/publicity", publicity())
                .statusCode(409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
    }

    @Test
    void a_household_in_yellow_is_kept_in_its_colour() {
        var h = visited("LIFTED", "25000", List.of(), false);
        review(h);
        h.step("town-reviewer", "/town-review", Map.of("reviewedOn", "2020-04-10"))
                .statusCode(204);
        get("info-officer", "/objects/" + h.id)
                .statusCode(200)
                .body("grade", is("YELLOW"))
                .body("type", nullValue());
    }

    @Test
    void households_do_not_apply() {
        var h = Household.registered("LIFTED");
        known(() -> put(
                        "info-officer",
                        "/clues/" + h.clueId,
                        Map.of(
                                "householdId",
                                h.id,
                                "source",
                                "SELF_DECLARATION",
                                "text",
                                "申请纳入",
                                "receivedOn",
                                "2020-04-01",
                                "agent",
                                "邻居代办")))
                .statusCode(409)
                .body("code", is("APPLICATION_FORBIDDEN_BY_POLICY"));
    }

    private static Household visited(
            String type, String net, List<String> risks, boolean hardship, String... safeguards) {
        var h = Household.registered(type)
                .income(net, "2020-01", "2020-12", "ESTIMATED_YEAR")
                .safeguards("2020-04-02", safeguards)
                .opened("2020-04-01");
        var visit = new TreeMap<String, Object>(Map.of(
                "visitedOn",
                "2020-04-02",
                "visitors",
                List.of("grid-member"),
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "risks",
                risks,
                "hardship",
                hardship,
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId));
        known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        return h;
    }

    private static void review(Household h) {
        var body = Map.of(
                "heldOn",
                "2020-04-08",
                "place",
                "村委会",
                "host",
                "village-secretary",
                "recorder",
                "info-officer",
                "attendees",
                List.of("village-head", "village-secretary"),
                "signInCount",
                2,
                "decision",
                "INCLUDED",
                "documents",
                docs("DOC_REVIEW_MINUTES"));
        known(() -> h.step("village-committee", "/review", body)).statusCode(204);
    }

    private static Map<String, Object> publicity() {
        return Map.of(
                "postedOn",
                "2020-04-12",
                "place",
                "村务公开栏",
                "text",
                "公示",
                "documents",
                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }
}
