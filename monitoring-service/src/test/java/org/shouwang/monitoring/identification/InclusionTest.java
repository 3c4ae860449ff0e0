package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;

/** Inclusion within its time limits under the 2021 mechanism, over HTTP, with facts from the real broker. */
@QuarkusTest
@WithTestResource(Servers.class)
class InclusionTest {

    private static final Map<String, Object> VISIT = Map.of(
            "visitedOn",
            "2021-11-03",
            "visitors",
            List.of("grid-member"),
            "signatures",
            List.of("COLLECTOR", "HOUSEHOLDER"),
            "documents",
            docs("DOC_VISIT_FORM", "DOC_PHOTO"),
            "risks",
            List.of("01"));
    private static final String NOTICE = "青岗坪村一组某户，家庭人口5人，拟纳入脱贫不稳定户，公示5天，异议请向村委会反映";

    @BeforeEach
    void policies() {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
        Household.policies();
    }

    @Test
    void a_household_is_included_in_fourteen_days() {
        var h = prepared("LIFTED", "24300");
        h.step("county-approver", "/visit", visit(h)).statusCode(403).body("code", is("ROLE_NOT_ALLOWED"));
        known(() -> h.step("grid-member", "/visit", visit(h))).statusCode(204);
        get("town-operator", "/cases/" + h.caseId)
                .statusCode(200)
                .body("state", is("VISITED"))
                .body("dueOn", is("2021-11-16"))
                .body("recommendation.type", is("UNSTABLE"))
                .body("recommendation.income", is(4860.00f))
                .body("recommendation.trace.rule", hasItems("IN_RANGE", "RISK"))
                .body("policy.id", is("POL-2021"))
                .body("recorded.by", is("info-officer"))
                .body("recorded.role", is("INFO_OFFICER"))
                .body("recorded.at", notNullValue())
                .body("steps.find { it.step == 'VISIT' }.recorded.by", is("grid-member"))
                .body("steps.find { it.step == 'TOWN' }.recorded", nullValue());
        get("info-officer", "/cases/" + h.caseId + "/history?limit=1")
                .statusCode(200)
                .body("items.type", contains("CaseOpened"))
                .body("items.zh", contains("受理识别"))
                .body("items.user", contains("info-officer"))
                .body("next", is("1"));
        get("other-town", "/cases/" + h.caseId + "/history").statusCode(404);

        var request = Map.<String, Object>of("depts", List.of("VEHICLE", "HOUSING"), "requestedOn", "2021-11-04");
        h.step("town-operator", "/comparison-request", request).statusCode(409).body("code", is("CONSENT_REQUIRED"));
        h.step("town-operator", "/comparison", comparison("2021-11-05"))
                .statusCode(409)
                .body("code", is("CONSENT_REQUIRED"));
        known(() -> h.step("info-officer", "/consent", consent(h))).statusCode(204);
        h.step("info-officer", "/comparison-request", request).statusCode(403);
        h.step("town-operator", "/comparison-request", request).statusCode(204);
        h.step("town-operator", "/comparison-request", request).statusCode(204);
        h.step("department-user", "/comparison", comparison("2021-11-05"))
                .statusCode(403)
                .body("code", is("COMPARISON_OF_OTHER_DEPT"), "details", contains("VEHICLE"));
        h.step("town-operator", "/comparison", comparison("2021-11-05")).statusCode(204);
        get("town-operator", "/cases/" + h.caseId)
                .body("comparisonRequests.dept", contains("HOUSING", "VEHICLE"))
                .body("comparisonRequests.zh", contains("住建", "公安车管"))
                .body("comparisonRequests.requestedOn", contains("2021-11-04", "2021-11-04"))
                .body("comparisonRequests.find { it.dept == 'VEHICLE' }.answeredOn", is("2021-11-05"))
                .body("comparisonRequests.find { it.dept == 'HOUSING' }.answeredOn", nullValue());
        h.step("village-committee", "/review", review(2))
                .statusCode(422)
                .body("code", is("MINUTES_INCOMPLETE"))
                .body("details", contains("SIGN_IN"));
        known(() -> h.step("village-committee", "/review", review(3))).statusCode(204);
        h.step("village-committee", "/publicity", publicity(NOTICE + "，身份证号999999196503121011"))
                .statusCode(422)
                .body("code", is("SENSITIVE_FIELD_IN_NOTICE"))
                .body("details", hasItem("ID_NUMBER"));
        h.step("village-committee", "/publicity", publicity(NOTICE)).statusCode(204);
        h.step("town-reviewer", "/town-review", town("2021-11-09"))
                .statusCode(409)
                .body("code", is("PUBLICITY_NOT_FINISHED"));
        h.step("village-committee", "/publicity/end", Map.of("endedOn", "2021-11-10"))
                .statusCode(204);
        h.step("town-reviewer", "/town-review", town("2021-11-11")).statusCode(204);
        h.step("county-approver", "/county-decision", county("2021-11-15")).statusCode(204);
        get("info-officer", "/objects/" + h.id).statusCode(200).body("type", is("UNSTABLE"));
        h.step("county-approver", "/county-decision", county("2021-11-15")).statusCode(204);
        h.step(
                        "info-officer",
                        "/entry",
                        Map.of(
                                "enteredOn",
                                "2021-11-15",
                                "system",
                                "全国防返贫监测信息系统",
                                "entryNo",
                                "N-1",
                                "documents",
                                docs("DOC_COLLECTION_FORM")))
                .statusCode(204);
        get("county-operator", "/cases/" + h.caseId)
                .body("state", is("ENTERED"))
                .body("outcome.late", is(false))
                .body("outcome.on", is("2021-11-15"))
                .body("missingDocuments", empty())
                .body("nextSteps", empty())
                .body("steps.find { it.step == 'PUBLICITY' }.on", is("2021-11-05"));
        await().ignoreExceptions().untilAsserted(() -> {
            var mine = Topics.all("monitoring.events").stream()
                    .filter(r -> h.id.toString().equals(r.key()))
                    .toList();
            assertThat(mine)
                    .extracting(r -> Topics.header(r, "ce_type"))
                    .contains("CaseOpened", "HomeVisited", "InclusionDetermined", "ObjectIncluded");
            assertThat(mine)
                    .filteredOn(r -> "ObjectIncluded".equals(Topics.header(r, "ce_type")))
                    .hasSize(1)
                    .allSatisfy(r -> {
                        assertThat(Topics.header(r, "ce_policy")).isEqualTo("POL-2021");
                        assertThat(Topics.header(r, "ce_policyversion")).isEqualTo("1");
                    });
        });
    }

    @Test
    void above_the_line_it_is_not_recommended_and_goes_on_the_watch_list() {
        var h = prepared("LIFTED", "31000");
        known(() -> h.step("grid-member", "/visit", visit(h))).statusCode(204);
        get("info-officer", "/cases/" + h.caseId)
                .body("recommendation.include", is(false))
                .body("recommendation.reasonCode", is("ABOVE_LINE"))
                .body("recommendation.income", is(6200.00f));
        ReadModels.settle();
        h.step(
                        "village-committee",
                        "/non-inclusion",
                        Map.of("reasonCode", "ABOVE_LINE_NO_HARDSHIP", "reason", "收入高", "decidedOn", "2021-11-05"))
                .statusCode(422)
                .body("code", is("REASON_REQUIRED"));
        h.step(
                        "village-committee",
                        "/non-inclusion",
                        Map.of(
                                "reasonCode",
                                "ABOVE_LINE_NO_HARDSHIP",
                                "reason",
                                "工资收入稳定，人均6200元，无突发困难",
                                "decidedOn",
                                "2021-11-05"))
                .statusCode(204);
        get("town-operator", "/watch-list?area=" + VILLAGE + "&limit=200")
                .statusCode(200)
                .body("items.find { it.householdId == '" + h.id + "' }.perCapita", is(6200.00f))
                .body("items.find { it.householdId == '" + h.id + "' }.recheckOn", is("2022-04-30"));
        get("info-officer", "/cases?area=" + VILLAGE + "&state=NOT_INCLUDED&household=" + h.id)
                .body("items.id", contains(h.caseId.toString()));
    }

    @Test
    void above_the_line_after_an_accident_it_is_sudden() {
        var h = prepared("LIFTED", "31000");
        var visit = new java.util.TreeMap<>(visit(h));
        visit.put("risks", List.of("05"));
        visit.put("suddenEvent", true);
        visit.put("severeDifficulty", true);
        known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        get("info-officer", "/cases/" + h.caseId).body("recommendation.type", is("SUDDEN"));
    }

    @Test
    void a_second_case_of_the_household_waits_and_others_see_nothing() {
        var h = prepared("LIFTED", "24300");
        var second = new java.util.TreeMap<String, Object>(Map.of(
                "householdId", h.id, "clueIds", List.of(h.clueId), "channel", "CADRE_SWEEP", "openedOn", "2021-11-02"));
        put("info-officer", "/cases/" + java.util.UUID.randomUUID(), second)
                .statusCode(409)
                .body("code", is("CASE_ALREADY_OPEN"));
        get("other-town", "/cases/" + h.caseId).statusCode(404);
        put("other-town", "/cases/" + h.caseId + "/visit", visit(h)).statusCode(404);
        for (var household : List.of(h.id, UUID.randomUUID()))
            put(
                            "other-town",
                            "/clues/" + UUID.randomUUID(),
                            Map.of(
                                    "householdId",
                                    household,
                                    "source",
                                    "CADRE_SWEEP",
                                    "text",
                                    "走访发现收入下降",
                                    "receivedOn",
                                    "2021-11-01"))
                    .statusCode(409)
                    .body("code", is("NOT_YET_KNOWN"));
        get("other-county", "/cases?area=" + VILLAGE).statusCode(403).body("code", is("AREA_OUT_OF_SCOPE"));
        get("info-officer", "/clues/" + h.clueId).body("result", is("TO_CASE")).body("caseId", is(h.caseId.toString()));
        io.restassured.RestAssured.given().get("/cases").then().statusCode(401);
    }

    @Test
    void what_has_not_arrived_is_asked_for_again() {
        var h = prepared("LIFTED", "24300");
        var visit = new java.util.TreeMap<>(visit(h));
        visit.put("incomeStatementId", java.util.UUID.randomUUID());
        h.step("grid-member", "/visit", visit)
                .statusCode(409)
                .body("code", is("NOT_YET_KNOWN"))
                .header("Retry-After", is("1"));
    }

    @Test
    void a_case_without_a_line_cannot_be_reviewed() {
        var h = Household.registered("LIFTED")
                .income("24300", "2021-03", "2022-02", "ACTUAL_12M")
                .safeguards("2022-03-02")
                .consents("2022-03-02", "2022-09-02")
                .opened("2022-03-01", "DOC_APPLICATION");
        var visit = new java.util.TreeMap<>(visit(h));
        visit.put("visitedOn", "2022-03-02");
        known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        known(() -> h.step(
                        "info-officer",
                        "/consent",
                        Map.of("consentId", h.consentId, "linkedOn", "2022-03-02", "documents", docs("DOC_CONSENT"))))
                .statusCode(204);
        var review = new java.util.TreeMap<>(review(3));
        review.put("heldOn", "2022-03-05");
        known(() -> h.step("village-committee", "/review", review))
                .statusCode(409)
                .body("code", is("LINE_NOT_DEFINED"));
    }

    private static Household prepared(String type, String net) {
        return Household.registered(type)
                .income(net, "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .consents("2021-11-03", "2022-05-03")
                .opened("2021-11-01", "DOC_APPLICATION");
    }

    private static Map<String, Object> visit(Household h) {
        var visit = new java.util.TreeMap<>(VISIT);
        visit.put("incomeStatementId", h.statementId);
        visit.put("safeguardCheckId", h.checkId);
        return visit;
    }

    private static Map<String, Object> consent(Household h) {
        return Map.of("consentId", h.consentId, "linkedOn", "2021-11-03", "documents", docs("DOC_CONSENT"));
    }

    private static Map<String, Object> comparison(String on) {
        return Map.of(
                "comparedOn",
                on,
                "departments",
                List.of(Map.of("dept", "VEHICLE", "hit", false)),
                "documents",
                docs("DOC_COMPARE_RESULT"));
    }

    private static Map<String, Object> review(int signIns) {
        return Map.of(
                "heldOn",
                "2021-11-05",
                "place",
                "村委会会议室",
                "host",
                "village-secretary",
                "recorder",
                "info-officer",
                "attendees",
                List.of("village-head", "village-secretary", "info-officer"),
                "signInCount",
                signIns,
                "votes",
                Map.of("agree", 3, "disagree", 0, "abstain", 0),
                "decision",
                "INCLUDED",
                "documents",
                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    private static Map<String, Object> publicity(String text) {
        return Map.of(
                "postedOn",
                "2021-11-05",
                "place",
                "村务公开栏",
                "text",
                text,
                "documents",
                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }

    private static Map<String, Object> town(String on) {
        return Map.of("reviewedOn", on, "opinion", "同意", "documents", docs("DOC_TOWN_OPINION"));
    }

    private static Map<String, Object> county(String on) {
        return Map.of(
                "determinedOn",
                on,
                "decisionNo",
                "略振〔2021〕1号",
                "documents",
                docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT"));
    }
}
