package org.shouwang.monitoring.identification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** Cases that do not go straight through, over HTTP: objections, returns, withdrawals, repeats, races. */
@QuarkusTest
@WithTestResource(Servers.class)
class DetoursTest {

    private static final String NOTICE = "青岗坪村一组某户，家庭人口5人，拟纳入脱贫不稳定户，公示5天，异议请向村委会反映";

    @BeforeEach
    void policies() {
        Household.policies();
    }

    @Test
    void an_objection_that_is_right_leads_back_to_the_visit() {
        var h = publicized("grid-member");
        var objection = UUID.randomUUID();
        h.step("town-operator", "/objections/" + objection, Map.of("raisedOn", "2021-11-08", "text", "该户在县城有房"))
                .statusCode(204);
        get("info-officer", "/cases/" + h.caseId)
                .body("state", is("OBJECTED"))
                .body("nextSteps", contains("OBJECTION_DECISION"));
        h.step("town-reviewer", "/town-review", town("2021-11-11"))
                .statusCode(409)
                .body("code", is("PUBLICITY_OBJECTION_OPEN"));
        objections(h).body("state", contains("OPEN")).body("step", contains(objection.toString()));
        var sustained = Map.of("decidedOn", "2021-11-09", "decision", "SUSTAINED", "reason", "经核实该户在县城确有住房");
        h.step("village-committee", "/objections/" + objection + "/decision", sustained)
                .statusCode(403)
                .body("code", is("SEPARATION_OF_DUTIES"));
        h.step("village-head", "/objections/" + objection + "/decision", sustained)
                .statusCode(204);
        objections(h).body("state", contains("DONE")).body("doneOn", contains("2021-11-09"));
        get("info-officer", "/cases/" + h.caseId).body("state", is("VISITED"));
        get("info-officer", "/cases?household=" + h.id).body("items.state", contains("VISITED"));
    }

    private static ValidatableResponse objections(Household h) {
        return get(
                        "info-officer",
                        "/calendar?duty=CASE_OBJECTION&limit=200&from=2021-11-08&to=2021-11-08&date=2021-11-30&area="
                                + VILLAGE)
                .statusCode(200)
                .rootPath("items.findAll { it.subject.householdId == '" + h.id + "' }");
    }

    @Test
    void the_town_sends_back_and_the_village_posts_again() {
        var h = publicized("grid-member");
        h.step(
                        "town-operator",
                        "/return",
                        Map.of("toState", "REVIEWED", "returnedOn", "2021-11-08", "reason", "公示照片不清晰，请重新公示"))
                .statusCode(204);
        get("info-officer", "/cases/" + h.caseId)
                .body("state", is("REVIEWED"))
                .body("nextSteps", contains("PUBLICITY"));
        var again = new TreeMap<>(publicity());
        again.put("postedOn", "2021-11-09");
        h.step("village-committee", "/publicity", again).statusCode(204);
        get("info-officer", "/cases/" + h.caseId).body("publicity.nextFrom", is("2021-11-15"));
    }

    @Test
    void what_is_done_anew_after_the_county_sent_back_is_not_out_of_order() {
        var h = publicized("grid-member");
        h.step("town-reviewer", "/town-review", town("2021-11-11")).statusCode(204);
        h.step(
                        "county-operator",
                        "/return",
                        Map.of("toState", "REVIEWED", "returnedOn", "2021-11-12", "reason", "公示照片不清晰，请重新公示"))
                .statusCode(204);
        var again = new TreeMap<>(publicity());
        again.put("postedOn", "2021-11-12");
        h.step("village-committee", "/publicity", again).statusCode(204);
        for (var rule : List.of("DQ-30", "DQ-31"))
            get("town-operator", "/quality/findings?limit=200&area=" + VILLAGE + "&date=2021-12-01&rule=" + rule)
                    .statusCode(200)
                    .body("items.householdId", not(hasItem(h.id.toString())));
    }

    @Test
    void a_consent_that_is_withdrawn_before_the_review_stops_comparison_and_review_until_there_is_another() {
        var h = prepared();
        known(() -> h.step("grid-member", "/visit", visit(h, "grid-member"))).statusCode(204);
        known(() -> h.step("info-officer", "/consent", consent(h.consentId, "2021-11-03")))
                .statusCode(204);
        withdrawn(h, "2021-11-04");
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> h.step(
                        "town-operator", "/comparison", comparison("2021-11-05"))
                .statusCode(409)
                .body("code", is("CONSENT_REQUIRED")));
        h.step("village-committee", "/review", review("2021-11-05"))
                .statusCode(409)
                .body("code", is("CONSENT_REQUIRED"));

        var another = UUID.randomUUID();
        granted(h, another, "2021-11-05");
        known(() -> h.step("info-officer", "/consent", consent(another, "2021-11-05")))
                .statusCode(204);
        h.step("town-operator", "/comparison", comparison("2021-11-05")).statusCode(204);
        h.step("village-committee", "/review", review("2021-11-05")).statusCode(204);
    }

    @Test
    void a_consent_that_is_withdrawn_after_the_review_stops_nothing_but_another_comparison() {
        var h = publicized("grid-member");
        withdrawn(h, "2021-11-06");
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> h.step(
                        "town-operator", "/comparison", comparison("2021-11-08"))
                .statusCode(409)
                .body("code", is("CONSENT_REQUIRED")));
        h.step("town-reviewer", "/town-review", town("2021-11-11")).statusCode(204);
    }

    @Test
    void who_visited_does_not_review() {
        var h = publicized("town-reviewer");
        h.step("town-reviewer", "/town-review", town("2021-11-11"))
                .statusCode(403)
                .body("code", is("SEPARATION_OF_DUTIES"));
        h.step("town-leadership", "/town-review", town("2021-11-11")).statusCode(204);
    }

    @Test
    void who_sent_a_case_back_does_not_visit() {
        var h = publicized("grid-member");
        h.step(
                        "town-operator",
                        "/return",
                        Map.of("toState", "OPENED", "returnedOn", "2021-11-08", "reason", "情况复杂，请重新入户核查"))
                .statusCode(204);
        h.step("town-operator", "/visit", visit(h, "first-secretary"))
                .statusCode(403)
                .body("code", is("SEPARATION_OF_DUTIES"))
                .body("details", contains("town-operator"));
        h.step("grid-member", "/visit", visit(h, "town-operator"))
                .statusCode(403)
                .body("code", is("SEPARATION_OF_DUTIES"));
        h.step("grid-member", "/visit", visit(h, "grid-member")).statusCode(204);
        listed(h, "VISITED");
    }

    @Test
    void an_objection_that_is_open_when_the_town_sends_back_goes_along_and_is_decided_there() {
        var h = publicized("grid-member");
        var objection = UUID.randomUUID();
        var other = UUID.randomUUID();
        h.step("town-operator", "/objections/" + objection, Map.of("raisedOn", "2021-11-06", "text", "该户在县城有房"))
                .statusCode(204);
        h.step("town-operator", "/objections/" + other, Map.of("raisedOn", "2021-11-06", "text", "该户有车"))
                .statusCode(204);
        h.step(
                        "town-operator",
                        "/return",
                        Map.of("toState", "REVIEWED", "returnedOn", "2021-11-08", "reason", "公示照片不清晰，请重新公示"))
                .statusCode(204);
        get("info-officer", "/cases/" + h.caseId)
                .body("state", is("REVIEWED"))
                .body("openObjections.id", containsInAnyOrder(objection.toString(), other.toString()))
                .body("nextSteps", contains("PUBLICITY", "OBJECTION_DECISION"));
        listed(h, "REVIEWED");
        var dismissed = Map.of("decidedOn", "2021-11-09", "decision", "UPHELD", "reason", "经核实县城住房为其兄所有");
        h.step("village-committee", "/objections/" + objection + "/decision", dismissed)
                .statusCode(403)
                .body("code", is("SEPARATION_OF_DUTIES"));
        h.step("village-head", "/objections/" + objection + "/decision", dismissed)
                .statusCode(204);
        listed(h, "REVIEWED");
        var again = new TreeMap<>(publicity());
        again.put("postedOn", "2021-11-09");
        h.step("village-committee", "/publicity", again).statusCode(204);
        listed(h, "OBJECTED");
        get("info-officer", "/cases/" + h.caseId).body("state", is("OBJECTED"));
        h.step("village-head", "/objections/" + other + "/decision", dismissed).statusCode(204);
        listed(h, "PUBLICIZED");
        get("info-officer", "/cases/" + h.caseId)
                .body("state", is("PUBLICIZED"))
                .body("openObjections", empty());
        h.step("town-reviewer", "/town-review", town("2021-11-15")).statusCode(204);
    }

    @Test
    void of_two_objections_the_one_that_is_left_still_holds_up_the_list_says_so_too() {
        var h = publicized("grid-member");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        for (var objection : List.of(first, second))
            h.step("town-operator", "/objections/" + objection, Map.of("raisedOn", "2021-11-06", "text", "该户有房"))
                    .statusCode(204);
        var dismissed = Map.of("decidedOn", "2021-11-09", "decision", "UPHELD", "reason", "经核实县城住房为其兄所有");
        h.step("village-head", "/objections/" + first + "/decision", dismissed).statusCode(204);
        listed(h, "OBJECTED");
        get("info-officer", "/cases/" + h.caseId).body("state", is("OBJECTED"));
        h.step(
                        "town-operator",
                        "/return",
                        Map.of("toState", "OPENED", "returnedOn", "2021-11-10", "reason", "情况复杂，请重新入户核查"))
                .statusCode(204);
        var sustained = Map.of("decidedOn", "2021-11-11", "decision", "SUSTAINED", "reason", "经核实该户在县城确有住房");
        h.step("village-head", "/objections/" + second + "/decision", sustained).statusCode(204);
        listed(h, "OPENED");
        get("info-officer", "/cases/" + h.caseId).body("state", is("OPENED"));
    }

    @Test
    void a_case_that_was_never_compared_is_not_sent_back_to_the_comparison() {
        var h = prepared();
        known(() -> h.step("grid-member", "/visit", visit(h, "grid-member"))).statusCode(204);
        known(() -> h.step("info-officer", "/consent", consent(h.consentId, "2021-11-03")))
                .statusCode(204);
        known(() -> h.step("village-committee", "/review", review("2021-11-05")))
                .statusCode(204);
        var back = new TreeMap<String, Object>(
                Map.of("toState", "COMPARED", "returnedOn", "2021-11-08", "reason", "请补充信息比对后再议"));
        h.step("town-operator", "/return", back).statusCode(422).body("code", is("RETURN_TARGET"));
        back.put("toState", "CONSENTED");
        h.step("town-operator", "/return", back).statusCode(204);
        listed(h, "CONSENTED");
        get("info-officer", "/cases/" + h.caseId).body("nextSteps", contains("COMPARE", "REVIEW"));
    }

    private static void listed(Household h, String state) {
        get("info-officer", "/cases?household=" + h.id).body("items.state", contains(state));
    }

    @Test
    void the_household_withdraws() {
        var h = prepared();
        h.step("info-officer", "/withdrawal", Map.of("withdrawnOn", "2021-11-02", "reason", "农户自愿撤回"))
                .statusCode(204);
        get("info-officer", "/cases/" + h.caseId).body("state", is("WITHDRAWN")).body("outcome.reason", is("农户自愿撤回"));
        known(() -> h.step("grid-member", "/visit", visit(h, "grid-member")))
                .statusCode(409)
                .body("code", is("CASE_CLOSED"));
    }

    @Test
    void repeats_change_nothing_and_old_versions_are_told() {
        var h = prepared();
        known(() -> h.step("grid-member", "/visit", visit(h, "grid-member"))).statusCode(204);
        var version = get("info-officer", "/cases/" + h.caseId).extract().header("ETag");
        h.step("grid-member", "/visit", visit(h, "grid-member")).statusCode(204).header("ETag", is(version));
        var withdrawal = Map.of("withdrawnOn", "2021-11-04", "reason", "农户自愿撤回");
        given().auth()
                .oauth2(Servers.token("info-officer"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(withdrawal)
                .put("/cases/" + h.caseId + "/withdrawal")
                .then()
                .statusCode(412)
                .body("code", is("STALE_SEQUENCE"));
        given().auth()
                .oauth2(Servers.token("info-officer"))
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(withdrawal)
                .put("/cases/" + h.caseId + "/withdrawal")
                .then()
                .statusCode(204);
        h.step("info-officer", "/withdrawal", Map.of("withdrawnOn", "2099-01-01", "reason", "农户自愿撤回"))
                .statusCode(422)
                .body("code", is("DATE_IN_FUTURE"));
        h.step("info-officer", "/withdrawal", Map.of("withdrawnOn", "2021-11-04", "why", "x"))
                .statusCode(400);
    }

    @Test
    void opening_again_is_harmless_and_with_other_papers_is_refused() {
        var h = Household.registered("LIFTED").opened("2021-11-01", "DOC_APPLICATION");
        var opening = new TreeMap<String, Object>(Map.of(
                "householdId",
                h.id,
                "clueIds",
                List.of(h.clueId),
                "channel",
                "CADRE_SWEEP",
                "openedOn",
                "2021-11-01",
                "documents",
                docs("DOC_APPLICATION")));
        var version = get("info-officer", "/cases/" + h.caseId).extract().header("ETag");
        h.step("info-officer", "", opening).statusCode(204).header("ETag", is(version));
        opening.put("documents", docs("DOC_APPLICATION", "DOC_PHOTO"));
        h.step("info-officer", "", opening).statusCode(409).body("code", is("CASE_EXISTS"));
        get("info-officer", "/cases/" + h.caseId).header("ETag", is(version));
    }

    @Test
    void a_case_is_opened_by_the_channel_by_which_its_clue_came() {
        var h = Household.registered("LIFTED").heard("2021-11-01");
        var opening = new TreeMap<String, Object>(Map.of(
                "householdId", h.id, "clueIds", List.of(h.clueId), "channel", "PETITION", "openedOn", "2021-11-01"));
        h.step("info-officer", "", opening)
                .statusCode(422)
                .body("code", is("CHANNEL_NOT_OF_CLUES"))
                .body("details", contains("CADRE_SWEEP"));
        get("info-officer", "/clues/" + h.clueId).body("result", nullValue());
        opening.put("channel", "CADRE_SWEEP");
        h.step("info-officer", "", opening).statusCode(201);
    }

    @Test
    void of_two_cases_opened_at_once_one_wins() throws Exception {
        var h = Household.registered("LIFTED").heard("2021-11-01");
        var body = Map.of(
                "householdId", h.id, "clueIds", List.of(h.clueId), "channel", "CADRE_SWEEP", "openedOn", "2021-11-01");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 4)
                    .mapToObj(_ -> pool.submit(() -> put("info-officer", "/cases/" + UUID.randomUUID(), body)
                            .extract()
                            .statusCode()))
                    .toList();
            var codes = new java.util.ArrayList<Integer>();
            for (var answer : answers) codes.add(answer.get());
            assertThat(codes).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void a_household_that_left_comes_back_by_a_new_case() {
        var first = Included.in2021().household;
        put(
                        "county-approver",
                        "/objects/" + first.id + "/void",
                        Map.of(
                                "reason", "经复核该户纳入有误，予以清退",
                                "on", "2021-12-01",
                                "decision", Map.of("kind", "DOC_COUNTY_DECISION", "sha256", "ab".repeat(32))))
                .statusCode(204);
        var clue = UUID.randomUUID();
        var again = UUID.randomUUID();
        put(
                        "info-officer",
                        "/clues/" + clue,
                        Map.of(
                                "householdId",
                                first.id,
                                "source",
                                "LOOK_BACK",
                                "text",
                                "回头看发现风险",
                                "receivedOn",
                                "2021-12-10"))
                .statusCode(201);
        put(
                        "info-officer",
                        "/cases/" + again,
                        Map.of(
                                "householdId",
                                first.id,
                                "clueIds",
                                List.of(clue),
                                "channel",
                                "LOOK_BACK",
                                "openedOn",
                                "2021-12-10"))
                .statusCode(201);
        get("info-officer", "/cases/" + again).body("reEntryOf", is(1)).body("state", is("OPENED"));
        get("info-officer", "/cases?household=" + first.id)
                .body("items.id", hasItems(again.toString(), first.caseId.toString()));
    }

    private static Household prepared() {
        return Household.registered("LIFTED")
                .income("24300", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .consents("2021-11-03", "2022-05-03")
                .opened("2021-11-01", "DOC_APPLICATION");
    }

    private static Household publicized(String visitor) {
        var h = prepared();
        known(() -> h.step("grid-member", "/visit", visit(h, visitor))).statusCode(204);
        known(() -> h.step("info-officer", "/consent", consent(h.consentId, "2021-11-03")))
                .statusCode(204);
        h.step("town-operator", "/comparison", comparison("2021-11-05")).statusCode(204);
        known(() -> h.step("village-committee", "/review", review("2021-11-05")))
                .statusCode(204);
        h.step("village-committee", "/publicity", publicity()).statusCode(204);
        return h;
    }

    private static void granted(Household h, UUID consent, String on) {
        h.publish(
                "consent",
                consent,
                "ConsentGranted",
                Map.of(
                        "householdId",
                        h.id,
                        "scope",
                        List.of("VEHICLE"),
                        "signers",
                        List.of(),
                        "grantedOn",
                        on,
                        "validTo",
                        "2022-05-05"));
    }

    private static void withdrawn(Household h, String on) {
        h.publish("consent", h.consentId, "ConsentWithdrawn", Map.of("householdId", h.id, "on", on, "reason", "不愿意"));
    }

    private static Map<String, Object> consent(UUID id, String on) {
        return Map.of("consentId", id, "linkedOn", on, "documents", docs("DOC_CONSENT"));
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

    private static Map<String, Object> review(String on) {
        return Map.of(
                "heldOn",
                on,
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
                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    private static Map<String, Object> visit(Household h, String visitor) {
        return Map.of(
                "visitedOn",
                "2021-11-03",
                "visitors",
                List.of(visitor),
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "risks",
                List.of("01"),
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId);
    }

    private static Map<String, Object> publicity() {
        return Map.of(
                "postedOn",
                "2021-11-05",
                "place",
                "村务公开栏",
                "text",
                NOTICE,
                "documents",
                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }

    private static Map<String, Object> town(String on) {
        return Map.of("reviewedOn", on, "opinion", "同意", "documents", docs("DOC_TOWN_OPINION"));
    }
}
