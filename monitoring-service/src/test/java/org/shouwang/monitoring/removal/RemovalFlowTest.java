package org.shouwang.monitoring.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;
import static org.shouwang.monitoring.removal.RemovalRequests.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

/** The removal of a household included in November 2021, over HTTP, with what the other services say coming from the real broker. */
@QuarkusTest
@WithTestResource(Servers.class)
class RemovalFlowTest {

    @BeforeEach
    void verbose() {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    @Test
    void a_household_is_removed_taken_back_and_removed_by_nature() {
        var i = Included.in2021();
        propose(i, i.removalId, "2022-04-01")
                .statusCode(409)
                .body("code", is("REMOVAL_CRITERIA_FAILED"))
                .body("details", hasItem("C6"));
        propose(i, i.removalId, "2022-06-01")
                .statusCode(409)
                .body("code", is("REMOVAL_CRITERIA_FAILED"))
                .body("details", contains("C6"));
        i.helped();
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> propose(i, i.removalId, "2022-06-01").extract().statusCode() == 201);
        propose(i, i.removalId, "2022-06-01").statusCode(204);
        propose(i, UUID.randomUUID(), "2022-06-01").statusCode(409).body("code", is("REMOVAL_IN_PROGRESS"));
        get("info-officer", "/objects/" + i.id())
                .body("state", is("REMOVAL_PENDING"))
                .body("removalId", is(i.removalId.toString()));

        i.betterOff("45000");
        step(i, "town-operator", "/effect-review", Map.of("minutes", minutes())).statusCode(403);
        step(i, "village-committee", "/effect-review", review(i))
                .statusCode(409)
                .body("code", is("STEP_OUT_OF_ORDER"))
                .body("details", contains("VISIT"));
        var bare = new TreeMap<>(visit(i));
        bare.put("documents", docs("DOC_VISIT_FORM"));
        known(() -> step(i, "grid-member", "/visit", bare))
                .statusCode(422)
                .body("code", is("EVIDENCE_MISSING"))
                .body("details", contains("DOC_PHOTO"));
        var unsigned = new TreeMap<>(visit(i));
        unsigned.remove("signatures");
        step(i, "grid-member", "/visit", unsigned).statusCode(422).body("code", is("SIGNATURE_MISSING"));
        known(() -> step(i, "grid-member", "/visit", visit(i))).statusCode(204);
        known(() -> step(i, "village-committee", "/effect-review", review(i))).statusCode(204);
        step(i, "village-committee", "/publicity", publicity("公示"))
                .statusCode(409)
                .body("code", is("STEP_OUT_OF_ORDER"));
        step(i, "info-officer", "/consent", consent(i)).statusCode(204);
        step(i, "info-officer", "/publicity", publicity("户主手机号13912345678"))
                .statusCode(422)
                .body("code", is("SENSITIVE_FIELD_IN_NOTICE"));
        step(i, "info-officer", "/publicity", publicity("拟消除风险户公示，异议请向村委会反映")).statusCode(204);
        step(i, "town-reviewer", "/town-review", town("2022-06-10"))
                .statusCode(409)
                .body("code", is("PUBLICITY_NOT_FINISHED"));
        var objection = UUID.randomUUID();
        step(i, "first-secretary", "/objections/" + objection, Map.of("raisedOn", "2022-06-10", "text", "收入没有写全"))
                .statusCode(204);
        step(i, "info-officer", "/publicity/end", Map.of("endedOn", "2022-06-13"))
                .statusCode(409)
                .body("code", is("PUBLICITY_OBJECTION_OPEN"));
        step(
                        i,
                        "village-head",
                        "/objections/" + objection + "/decision",
                        Map.of("sustained", false, "reason", "已核对收入凭证，收入填写完整", "decidedOn", "2022-06-11"))
                .statusCode(204);
        assertThat(notices(i))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("拟消除风险,2022-06-08,2022-06-13,村务公开栏,")
                .endsWith(",1");
        step(i, "info-officer", "/publicity/end", Map.of("endedOn", "2022-06-13"))
                .statusCode(204);
        get("town-reviewer", "/worklist?area=610727105000&date=2022-06-14&level=TOWN&limit=200")
                .statusCode(200)
                .body("items.find { it.subject.id == '" + i.removalId + "' }.what.zh", is("风险消除程序：乡镇审核"));
        step(i, "town-reviewer", "/town-review", town("2022-06-14")).statusCode(204);
        step(i, "county-approver", "/county-decision", county("2022-06-18")).statusCode(204);
        var incomplete = new TreeMap<>(after());
        incomplete.remove("claims");
        step(i, "info-officer", "/mark", Map.of("markedOn", "2022-06-20", "after", incomplete))
                .statusCode(422)
                .body("code", is("AFTER_REMOVAL_INCOMPLETE"))
                .body("details", contains("claims"));
        step(i, "info-officer", "/mark", Map.of("markedOn", "2022-06-20", "after", after()))
                .statusCode(204);
        step(i, "info-officer", "/mark", Map.of("markedOn", "2022-06-20", "after", after()))
                .statusCode(204);

        calendar(i, "REMOVAL_STEP", "2022-06-01", "2022-06-06", "2022-06-20")
                .body("step", contains("VISIT", "REVIEW", "CONSENT"))
                .body("on", contains("2022-06-01", "2022-06-03", "2022-06-06"))
                .body("doneOn", contains("2022-06-03", "2022-06-06", "2022-06-07"))
                .body("state", everyItem(is("DONE")));
        calendar(i, "REMOVAL_STEP", "2022-06-01", "2022-06-06", "2022-06-05")
                .body("step", contains("VISIT", "REVIEW"))
                .body("state", contains("DONE", "OPEN"));
        calendar(i, "REMOVAL_STEP", "2022-06-07", "2022-06-20", "2022-06-20")
                .body("step", contains("PUBLICITY", "TOWN", "COUNTY", "MARK"))
                .body("doneOn", contains("2022-06-08", "2022-06-14", "2022-06-18", "2022-06-20"));
        calendar(i, "REMOVAL_OBJECTION", "2022-06-10", "2022-06-10", "2022-06-10")
                .body("state", contains("OPEN"));
        calendar(i, "REMOVAL_OBJECTION", "2022-06-10", "2022-06-10", "2022-06-11")
                .body("step", contains(objection.toString()))
                .body("doneOn", contains("2022-06-11"));

        get("info-officer", "/removals/" + i.removalId)
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", is("MARKED"))
                .body("policyId", is("POL-2021"))
                .body("criteria.step", is("MARK"))
                .body("criteria.on", is("2022-06-20"))
                .body("criteria.answers.size()", is(9))
                .body("criteria.answers.result", everyItem(is("PASS")))
                .body("steps.what", hasItems("RemovalProposed", "RemovalVisited", "RemovalMarked"));
        get("info-officer", "/objects/" + i.id())
                .body("state", is("REMOVED"))
                .body("method", is("ASSISTED"))
                .body("episodes[0].endedOn", is("2022-06-20"));
        get("other-town", "/removals/" + i.removalId).statusCode(404);
        get("householder", "/removals/" + i.removalId).statusCode(403);
        get("area-group-leader", "/removals/" + i.removalId).statusCode(200);
        var proposal = Map.of("householdId", i.id(), "method", "ASSISTED", "proposedOn", "2022-06-01");
        for (var user : List.of("helper", "resident-team", "area-group-leader"))
            put(user, "/removals/" + UUID.randomUUID(), proposal).statusCode(403);
        for (var user : new String[] {"householder", "viewer-city"})
            for (var list : new String[] {"/cases", "/clues", "/watch-list", "/objects", "/warnings"})
                get(user, list).statusCode(403);

        revoke(i, "info-officer").statusCode(403);
        step(i, "grid-member", "/visit", visit(i)).statusCode(204);
        step(i, "info-officer", "/publicity", publicity("拟消除风险户公示，异议请向村委会反映")).statusCode(204);
        step(i, "town-reviewer", "/town-review", town("2022-06-14")).statusCode(204);
        step(i, "town-reviewer", "/town-review", town("2022-06-15"))
                .statusCode(409)
                .body("code", is("REMOVAL_CLOSED"));
        get("info-officer", "/removals/" + i.removalId)
                .body("state", is("MARKED"))
                .body("revokedOn", nullValue());
        revoke(i, "county-approver").statusCode(204);
        get("info-officer", "/removals/" + i.removalId)
                .body("state", is("MARKED"))
                .body("revokedOn", is("2022-08-01"));
        revoke(i, "county-approver").statusCode(204);
        get("info-officer", "/objects/" + i.id())
                .body("state", is("ACTIVE"))
                .body("risks", contains("01"))
                .body("episodes[0].endedOn", nullValue());
        gone(i);
        tick("2022-10-01");
        get("info-officer", "/objects/" + i.id() + "/checks")
                .body("month", contains("2022-05", "2022-04", "2022-03", "2022-02", "2022-01", "2021-12"));
        await().ignoreExceptions().untilAsserted(() -> assertThat(Topics.all("monitoring.events").stream()
                        .filter(r -> i.id().toString().equals(r.key()))
                        .map(r -> Topics.header(r, "ce_type")))
                .contains("RemovalProposed", "RiskRemoved", "RemovalRevoked"));
    }

    @Test
    void each_step_says_who_wrote_it_down_in_which_role_and_of_which_day() {
        var i = RemovalRequests.letGo(Included.in2021().helped());
        get("info-officer", "/removals/" + i.removalId)
                .statusCode(200)
                .body(
                        "steps.step",
                        contains(
                                "PROPOSAL",
                                "VISIT",
                                "REVIEW",
                                "CONSENT",
                                "PUBLICITY",
                                "PUBLICITY",
                                "TOWN",
                                "COUNTY",
                                "MARK"))
                .body(
                        "steps.recorded.by",
                        contains(
                                "info-officer",
                                "grid-member",
                                "village-committee",
                                "info-officer",
                                "info-officer",
                                "info-officer",
                                "town-reviewer",
                                "county-approver",
                                "info-officer"))
                .body(
                        "steps.recorded.role",
                        contains(
                                "INFO_OFFICER",
                                "GRID_MEMBER",
                                "VILLAGE_COMMITTEE",
                                "INFO_OFFICER",
                                "INFO_OFFICER",
                                "INFO_OFFICER",
                                "TOWN_REVIEWER",
                                "COUNTY_APPROVER",
                                "INFO_OFFICER"))
                .body(
                        "steps.recorded.on",
                        contains(
                                "2022-06-01",
                                "2022-06-03",
                                "2022-06-06",
                                "2022-06-07",
                                "2022-06-08",
                                "2022-06-13",
                                "2022-06-14",
                                "2022-06-18",
                                "2022-06-20"))
                .body("steps.recorded.at", everyItem(notNullValue()))
                .body("recorded.by", is("info-officer"), "recorded.on", is("2022-06-01"))
                .body("changed.on", is("2022-06-20"));
    }

    private static ValidatableResponse calendar(Included i, String duty, String from, String to, String date) {
        return get(
                        "info-officer",
                        "/calendar?limit=200&area=" + VILLAGE + "&duty=" + duty + "&from=" + from + "&to=" + to
                                + "&date=" + date)
                .statusCode(200)
                .rootPath("items.findAll { it.subject.id == '" + i.removalId + "' }");
    }

    /** The household is gone: certificate and meeting, no notice, no consent. */
    private static void gone(Included i) {
        var id = UUID.randomUUID();
        var body = new TreeMap<String, Object>(Map.of(
                "householdId",
                i.id(),
                "method",
                "NATURAL",
                "naturalReason",
                "ALL_MOVED_OUT",
                "proposedOn",
                "2022-09-01"));
        put("info-officer", "/removals/" + id, body).statusCode(409).body("code", is("HOUSEHOLD_KEPT"));
        i.household.publish(
                "household", i.id(), "HouseholdDeactivated", Map.of("reason", "MOVED_OUT", "on", "2022-08-30"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> put(
                        "info-officer", "/removals/" + id, body)
                .statusCode(422)
                .body("code", is("EVIDENCE_MISSING")));
        body.put("proof", docs("DOC_MIGRATION_CERTIFICATE"));
        put("info-officer", "/removals/" + id, body).statusCode(201);
        var minutes = new TreeMap<>(minutes());
        minutes.put("heldOn", "2022-09-03");
        put(
                        "village-committee",
                        "/removals/" + id + "/effect-review",
                        Map.of("minutes", minutes, "documents", docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO")))
                .statusCode(204);
        put("town-reviewer", "/removals/" + id + "/town-review", town("2022-09-05"))
                .statusCode(204);
        put("county-approver", "/removals/" + id + "/county-decision", county("2022-09-08"))
                .statusCode(204);
        put("info-officer", "/removals/" + id + "/mark", Map.of("markedOn", "2022-09-09"))
                .statusCode(204);
        get("info-officer", "/objects/" + i.id()).body("state", is("REMOVED")).body("method", is("NATURAL"));
    }

    @Test
    void a_risk_resolved_meanwhile_was_helped_against_and_missed_visits_are_noted_after_the_end() {
        var i = Included.in2021().helped();
        put("info-officer", "/objects/" + i.id() + "/risks/01/resolution", Map.of("on", "2022-05-20"))
                .statusCode(204);
        put("info-officer", "/objects/" + i.id() + "/risks/01/resolution", Map.of("on", "2022-05-20"))
                .statusCode(204);
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> propose(i, i.removalId, "2022-06-01").extract().statusCode() == 201);
        step(
                        i,
                        "town-reviewer",
                        "/rejection",
                        Map.of("rejectedOn", "2022-06-03", "reason", "收入来源还不稳定，暂不消除", "criteria", List.of("C1")))
                .statusCode(204);
        put(
                        "county-approver",
                        "/objects/" + i.id() + "/void",
                        Map.of(
                                "reason",
                                "复核发现识别有误，撤销纳入",
                                "decision",
                                docs("DOC_COUNTY_DECISION").getFirst(),
                                "on",
                                "2022-07-04"))
                .statusCode(204);
        tick("2022-08-01");
        var missed = "findAll { it.missed }.month";
        var months = List.of("2022-06", "2022-05", "2022-04", "2022-03", "2022-02", "2022-01", "2021-12");
        get("info-officer", "/objects/" + i.id() + "/checks").body(missed, is(months));
        tick("2022-09-01");
        get("info-officer", "/objects/" + i.id() + "/checks").body(missed, is(months));
    }

    private static void tick(String date) {
        RestAssured.given()
                .auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=" + date)
                .then()
                .statusCode(200);
    }

    @Test
    void a_rejected_removal_leaves_the_household_watched() {
        var i = Included.in2021().helped();
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> propose(i, i.removalId, "2022-06-01").extract().statusCode() == 201);
        step(
                        i,
                        "town-reviewer",
                        "/rejection",
                        Map.of("rejectedOn", "2022-06-03", "reason", "收入来源还不稳定，暂不消除", "criteria", List.of("C1")))
                .statusCode(204);
        get("info-officer", "/objects/" + i.id()).body("state", is("ACTIVE"));
        get("info-officer", "/removals?area=" + VILLAGE + "&state=REJECTED&household=" + i.id())
                .body("items.id", contains(i.removalId.toString()));
        propose(i, UUID.randomUUID(), "2022-07-01").statusCode(201);
    }

    @Test
    void what_is_done_anew_after_the_county_sent_back_is_not_out_of_order() {
        var i = Included.in2021().helped().betterOff("45000");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> propose(i, i.removalId, "2022-06-01").extract().statusCode() == 201);
        known(() -> step(i, "grid-member", "/visit", visit(i))).statusCode(204);
        known(() -> step(i, "village-committee", "/effect-review", review(i))).statusCode(204);
        step(i, "info-officer", "/consent", consent(i)).statusCode(204);
        step(i, "info-officer", "/publicity", publicity("拟消除风险户公示")).statusCode(204);
        step(i, "info-officer", "/publicity/end", Map.of("endedOn", "2022-06-13"))
                .statusCode(204);
        step(i, "town-reviewer", "/town-review", town("2022-06-14")).statusCode(204);
        var back = Map.of("approved", false, "opinion", "入户核查不够细，请重新走访", "decidedOn", "2022-06-18");
        step(i, "county-approver", "/county-decision", back).statusCode(204);
        var again = new TreeMap<>(visit(i));
        again.put("visitedOn", "2022-06-19");
        var byCounty = new TreeMap<>(again);
        byCounty.put("visitors", List.of("county-approver"));
        step(i, "grid-member", "/visit", byCounty).statusCode(403).body("code", is("SEPARATION_OF_DUTIES"));
        step(i, "grid-member", "/visit", again).statusCode(204);
        for (var rule : List.of("DQ-30", "DQ-31"))
            get("town-operator", "/quality/findings?limit=200&area=" + VILLAGE + "&date=2022-07-01&rule=" + rule)
                    .statusCode(200)
                    .body("items.householdId", not(hasItem(i.id().toString())));
    }

    @Test
    void an_objection_that_another_one_left_open_is_not_decided_by_who_had_posted() {
        var i = Included.in2021().helped().betterOff("45000");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> propose(i, i.removalId, "2022-06-01").extract().statusCode() == 201);
        known(() -> step(i, "grid-member", "/visit", visit(i))).statusCode(204);
        known(() -> step(i, "village-committee", "/effect-review", review(i))).statusCode(204);
        step(i, "info-officer", "/consent", consent(i)).statusCode(204);
        step(i, "village-committee", "/publicity", publicity("拟消除风险户公示")).statusCode(204);
        var right = UUID.randomUUID();
        var open = UUID.randomUUID();
        for (var objection : List.of(right, open))
            step(i, "first-secretary", "/objections/" + objection, Map.of("raisedOn", "2022-06-10", "text", "收入没有写全"))
                    .statusCode(204);
        step(
                        i,
                        "village-head",
                        "/objections/" + right + "/decision",
                        Map.of("sustained", true, "reason", "经核实外出务工收入没有写全", "decidedOn", "2022-06-11"))
                .statusCode(204);
        var dismissed = Map.of("sustained", false, "reason", "已核对收入凭证，收入填写完整", "decidedOn", "2022-06-12");
        step(i, "village-committee", "/objections/" + open + "/decision", dismissed)
                .statusCode(403)
                .body("code", is("SEPARATION_OF_DUTIES"));
        step(i, "village-head", "/objections/" + open + "/decision", dismissed).statusCode(204);
    }

    @Test
    void a_household_that_became_worse_after_the_county_decided_is_not_marked_but_may_be_rejected() {
        var i = Included.in2021().helped().betterOff("45000");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> propose(i, i.removalId, "2022-06-01").extract().statusCode() == 201);
        known(() -> step(i, "grid-member", "/visit", visit(i))).statusCode(204);
        known(() -> step(i, "village-committee", "/effect-review", review(i))).statusCode(204);
        step(i, "info-officer", "/consent", consent(i)).statusCode(204);
        step(i, "info-officer", "/publicity", publicity("拟消除风险户公示")).statusCode(204);
        step(i, "info-officer", "/publicity/end", Map.of("endedOn", "2022-06-13"))
                .statusCode(204);
        step(i, "town-reviewer", "/town-review", town("2022-06-14")).statusCode(204);
        step(i, "county-approver", "/county-decision", county("2022-06-18")).statusCode(204);
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(item -> Map.of("indicator", item, "result", item.equals("WATER") ? "FAIL" : "PASS"))
                .toList();
        put(
                        "grid-member",
                        "/objects/" + i.id() + "/checks/2022-06",
                        Map.of(
                                "visitor",
                                "grid-member",
                                "visitedOn",
                                "2022-06-19",
                                "method",
                                "ON_SITE",
                                "items",
                                items,
                                "income",
                                "FELL",
                                "newRisks",
                                List.of("11"),
                                "householderSigned",
                                true))
                .statusCode(201);
        step(i, "info-officer", "/mark", Map.of("markedOn", "2022-06-20", "after", after()))
                .statusCode(409)
                .body("code", is("REMOVAL_CRITERIA_FAILED"))
                .body("details", contains("C1", "C4", "C5"));
        get("info-officer", "/removals/" + i.removalId)
                .body("state", is("COUNTY_APPROVED"))
                .body("criteria.step", is("COUNTY"));
        step(
                        i,
                        "county-approver",
                        "/rejection",
                        Map.of(
                                "rejectedOn",
                                "2022-06-21",
                                "reason",
                                "审定后又出现饮水问题，收入下降，暂不消除",
                                "criteria",
                                List.of("C1", "C4", "C5")))
                .statusCode(204);
        get("info-officer", "/objects/" + i.id()).body("state", is("ACTIVE")).body("risks", contains("01", "11"));
    }

    private static ValidatableResponse propose(Included i, UUID id, String on) {
        return put(
                "info-officer",
                "/removals/" + id,
                Map.of("householdId", i.id(), "method", "ASSISTED", "proposedOn", on));
    }

    private static ValidatableResponse step(Included i, String user, String step, Object body) {
        return put(user, "/removals/" + i.removalId + step, body);
    }

    private static ValidatableResponse revoke(Included i, String user) {
        return put(
                user,
                "/objects/" + i.id() + "/removal/revocation",
                Map.of("reason", "复核发现收入不稳定，原标注有误", "on", "2022-08-01"));
    }

    /** Lines of the ledger of notices that tell of the household. */
    private static List<String> notices(Included i) {
        var ledger = get("town-operator", "/ledgers/PUBLICITIES.csv?area=" + VILLAGE + "&from=2022-06-01&to=2022-06-30")
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(ledger, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(i.id().toString()))
                .toList();
    }
}
