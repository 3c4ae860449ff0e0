package org.shouwang.assistance.plan;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.assistance.HelpedHousehold.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.HelpedHousehold;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

/** Plans over HTTP and through the real broker. */
@QuarkusTest
@WithTestResource(Servers.class)
class PlanHttpTest {

    private static final LocalDate DUE = INCLUDED.plusDays(10);

    private final HelpedHousehold h = new HelpedHousehold();

    @Test
    void an_inclusion_opens_a_plan_with_its_due_days() {
        var h = included();
        as("village-committee")
                .get("/plans/" + h.id)
                .then()
                .statusCode(200)
                .body("episode", is(1), "version", is(0), "risks", contains("01"), "planDueOn", is(DUE.toString()))
                .body("measureDueOn", is(INCLUDED.plusDays(30).toString()), "caseId", is(h.caseId.toString()));
        as("town-operator")
                .queryParam("area", VILLAGE)
                .queryParam("state", "DRAFT")
                .queryParam("limit", 200)
                .get("/plans")
                .then()
                .body("items.householdId", hasItem(h.id.toString()));
    }

    @Test
    void the_same_message_three_times_opens_one_plan_and_strange_ones_do_no_harm() {
        var id = UUID.randomUUID();
        var inclusion = h.inclusion(1, h.caseId);
        var message = Topics.message(
                "monitoring.events", "object", id, id, 1, "ObjectIncluded", VILLAGE, INCLUDED, inclusion);
        for (var delivery = 0; delivery < 3; delivery++) Topics.send(message.toRecord("monitoring.events"));
        Topics.publish("monitoring.events", "object", id, id, 2, "SomethingNew", VILLAGE, INCLUDED, Map.of("a", 1));
        var later = Topics.message(
                        "monitoring.events",
                        "object",
                        id,
                        id,
                        3,
                        "RiskAdded",
                        VILLAGE,
                        INCLUDED,
                        Map.of("risk", "03", "on", "2021-11-20", "weight", 5))
                .toRecord("monitoring.events");
        later.headers().remove("ce_revision").add("ce_revision", "2".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Topics.send(later);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("auditor")
                .get("/plans/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("risks", contains("01", "03")));
    }

    @Test
    void a_plan_goes_its_whole_way() {
        var h = included();
        var medical = h.planned("M07", "MEDICAL_AID", "01");
        var dibao = h.planned("M10", "DIBAO", "01", h.disabled);
        h.drafted().statusCode(204);
        h.drafted().statusCode(204).header("ETag", "\"3\"");
        h.approved().statusCode(409).body("code", is("STEP_OUT_OF_ORDER"));
        h.signed().statusCode(204);
        h.approved().statusCode(409).body("code", is("HELPER_REQUIRED"));
        h.helped().statusCode(201);
        h.approved().statusCode(204);
        h.carriedOut(medical);
        h.awaitPlan("IN_PROGRESS");
        as("inspector")
                .get("/plans/" + h.id)
                .then()
                .body(
                        "helper",
                        is("cadre-1"),
                        "approvedOn",
                        is("2021-11-19"),
                        "measures.id",
                        containsInAnyOrder(medical.toString(), dibao.toString()));
        as("inspector")
                .queryParam("date", "2021-12-31")
                .get("/plans/" + h.id + "/findings")
                .then()
                .statusCode(200)
                .body("name", hasItems("LABOUR_SHOULD_DEVELOP"));
        put("town-operator", "/plans/" + h.id + "/closure", "{\"closedOn\":\"2022-06-01\"}")
                .statusCode(409)
                .body("code", is("STEP_OUT_OF_ORDER"));

        h.object(
                "RiskRemoved",
                Map.of("episode", 1, "removalId", UUID.randomUUID(), "method", "ASSISTED", "removedOn", "2022-06-20"));
        h.awaitPlan("CLOSED");
        h.object("RemovalRevoked", Map.of("episode", 1, "on", "2022-07-01", "reason", "收入不稳定"));
        h.awaitPlan("IN_PROGRESS");
        h.object(
                "RiskRemoved",
                Map.of("episode", 1, "removalId", UUID.randomUUID(), "method", "ASSISTED", "removedOn", "2022-08-20"));
        h.awaitPlan("CLOSED");
        h.object("ObjectIncluded", h.inclusion(2, UUID.randomUUID()));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> as("auditor").get("/plans/" + h.id).then().body("episode", is(2), "state", is("DRAFT")));
    }

    @Test
    void every_event_names_the_policy_under_which_it_was_decided() {
        var h = included();
        var medical = h.planned("M07", "MEDICAL_AID", "01");
        h.planned("M10", "DIBAO", "01", h.disabled);
        h.drafted().statusCode(204);
        h.signed().statusCode(204);
        h.helped().statusCode(201);
        h.approved().statusCode(204);
        h.carriedOut(medical);
        h.awaitPlan("IN_PROGRESS");
        evaluated(medical, "2022-05-10", true);
        put("info-officer", "/effect-reviews/" + UUID.randomUUID(), """
                {"householdId":"%s","reviewedOn":"2022-05-20","conclusion":"EFFECTIVE","risksGone":["01"],
                 "meeting":{"place":"村委会","host":"village-head","recorder":"info-officer","attendees":["village-head"],"signedIn":1},
                 "documents":[{"kind":"DOC_REVIEW_MINUTES","sha256":"%s"}]}""".formatted(h.id, "e".repeat(64)))
                .statusCode(201);
        h.awaitPlan("EVALUATED");
        as("sys-admin").queryParam("date", "2022-06-01").post("/ticks").then().statusCode(200);
        h.household("HouseholdMoved", Map.of("fromArea", VILLAGE, "toArea", "610727105207", "on", "2022-06-02"));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> as("auditor").get("/helpers/" + h.id).then().body("[0].areaCode", is("610727105207")));

        ReadModels.settle();
        var policies = new TreeMap<String, String>();
        for (var record : Topics.all("assistance.events"))
            if (h.id.toString().equals(Topics.header(record, "ce_partitionkey")))
                policies.put(
                        Topics.header(record, "ce_type"),
                        Topics.header(record, "ce_policy") + "@" + Topics.header(record, "ce_policyversion"));
        assertThat(policies)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("PlanOpened", "POL-2021@3"),
                        entry("PlanDeadlinesSet", "POL-2021@3"),
                        entry("PlanDrafted", "ASSISTANCE-2021@1"),
                        entry("PlanSigned", "ASSISTANCE-2021@1"),
                        entry("PlanApproved", "ASSISTANCE-2021@1"),
                        entry("PlanStarted", "ASSISTANCE-2021@1"),
                        entry("PlanEvaluated", "ASSISTANCE-2021@1"),
                        entry("PlanMoved", "null@null"),
                        entry("HelperAssigned", "ASSISTANCE-2021@1"),
                        entry("HelperMoved", "null@null"),
                        entry("MeasurePlanned", "ASSISTANCE-2021@1"),
                        entry("MeasureApproved", "ASSISTANCE-2021@1"),
                        entry("MeasureStarted", "ASSISTANCE-2021@1"),
                        entry("MeasureImplemented", "ASSISTANCE-2021@1"),
                        entry("MeasureEvaluated", "ASSISTANCE-2021@1"),
                        entry("MeasureOverdue", "ASSISTANCE-2021@1"),
                        entry("MeasureMoved", "null@null"),
                        entry("EffectReviewed", "ASSISTANCE-2021@1")));
    }

    @Test
    void a_step_is_repeated_with_the_same_words_only() {
        var h = included();
        var medical = h.planned("M07", "MEDICAL_AID", "01");
        h.planned("M10", "DIBAO", "01", h.disabled);
        h.drafted().statusCode(204);
        var etag = h.signed().statusCode(204).extract().header("ETag");
        h.signed().statusCode(204).header("ETag", etag);
        put(
                        "info-officer",
                        "/plans/" + h.id + "/signature",
                        "{\"signedOn\":\"2021-11-18\",\"signers\":[\"HOUSEHOLDER\",\"HELPER\"],\"document\":" + PAPER
                                + "}")
                .statusCode(409)
                .body("code", is("STEP_ALREADY_RECORDED"));
        h.helped().statusCode(201);
        h.approved().statusCode(204);
        put("town-reviewer", "/plans/" + h.id + "/approval", "{\"approvedOn\":\"2021-11-20\"}")
                .statusCode(409)
                .body("code", is("STEP_ALREADY_RECORDED"));
        h.drafted().statusCode(204);
        var implementation = "/measures/" + medical + "/implementation";
        put("town-reviewer", "/measures/" + medical + "/approval", "{\"on\":\"2021-11-18\"}")
                .statusCode(204);
        put("helper", "/measures/" + medical + "/start", "{\"on\":\"2021-11-19\"}")
                .statusCode(204);
        var done = "{\"on\":\"2021-11-30\",\"evidence\":[" + PAPER + "],\"amount\":%s}";
        put("helper", implementation, done.formatted("1200")).statusCode(204).header("ETag", "\"4\"");
        put("helper", implementation, done.formatted("1200.0")).statusCode(204).header("ETag", "\"4\"");
        put("helper", implementation, done.formatted("1300")).statusCode(409).body("code", is("STEP_ALREADY_RECORDED"));
    }

    @Test
    void a_good_review_makes_the_plan_evaluated_and_what_helps_is_counted() {
        var h = included();
        var medical = h.planned("M07", "MEDICAL_AID", "01");
        h.planned("M10", "DIBAO", "01", h.disabled);
        h.drafted().statusCode(204);
        h.signed().statusCode(204);
        h.helped().statusCode(201);
        h.approved().statusCode(204);
        var review = "/effect-reviews/" + UUID.randomUUID();
        var body = """
                {"householdId":"%s","reviewedOn":"2022-05-20","conclusion":"EFFECTIVE","risksGone":["01"],
                 "measures":[{"measureId":"%s","effective":true}],
                 "meeting":{"place":"村委会","host":"village-head","recorder":"info-officer","attendees":["village-head","helper"],"signedIn":2},
                 "documents":[{"kind":"DOC_REVIEW_MINUTES","sha256":"%s"}]}""".formatted(h.id, medical, "e".repeat(64));
        put("info-officer", review, body).statusCode(409).body("code", is("MEASURE_REQUIRED"));
        h.carriedOut(medical);
        h.awaitPlan("IN_PROGRESS");
        put("info-officer", review, body).statusCode(409).body("code", is("MEASURE_NOT_EFFECTIVE"));
        evaluated(medical, "2022-05-10", false);
        put("info-officer", review, body).statusCode(409).body("code", is("MEASURE_NOT_EFFECTIVE"));
        evaluated(medical, "2022-05-20", true);
        put("info-officer", review, body).statusCode(201);
        h.awaitPlan("EVALUATED");
        as("auditor")
                .queryParam("household", h.id)
                .get("/effect-reviews")
                .then()
                .statusCode(200)
                .body("conclusion", contains("EFFECTIVE"));
        as("auditor").get("/effect-reviews").then().statusCode(200);
        as("auditor")
                .queryParam("date", "2021-11-30")
                .get("/figures")
                .then()
                .statusCode(200)
                .body("figures.find { it.code == 'M07' }.persons", greaterThanOrEqualTo(2));
        put("town-operator", "/plans/" + h.id + "/closure", "{\"closedOn\":\"2022-06-01\"}")
                .statusCode(409)
                .body("code", is("MEASURES_OPEN"));
    }

    @Test
    void the_green_channel_opens_a_plan_at_the_visit_and_withdrawal_closes_it() {
        var h = registered();
        h.identification("HomeVisited", Map.of("visitedOn", "2021-11-10", "greenChannel", true));
        h.awaitPlan("DRAFT");
        var relief = h.planned("M10", "TEMPORARY_RELIEF", null);
        assertThat(relief).isNotNull();
        h.identification("CaseWithdrawn", Map.of("on", "2021-11-12", "reason", "农户撤回"));
        h.awaitPlan("CLOSED");
    }

    @Test
    void a_plan_of_the_green_channel_closes_where_the_case_lapses() {
        var h = registered();
        h.identification("HomeVisited", Map.of("visitedOn", "2021-11-10", "greenChannel", true));
        h.awaitPlan("DRAFT");
        h.identification("CaseLapsed", Map.of("on", "2021-11-12"));
        h.awaitPlan("CLOSED");
    }

    @Test
    void who_may_not_is_told_so_and_learns_nothing() {
        var h = included();
        given().get("/plans/" + h.id).then().statusCode(401);
        as("grid-member").get("/plans/" + h.id).then().statusCode(403);
        as("other-county").get("/plans/" + h.id).then().statusCode(404).body("code", is("PLAN_NOT_FOUND"));
        as("auditor").get("/plans/" + UUID.randomUUID()).then().statusCode(404).body("code", is("PLAN_NOT_FOUND"));
        as("other-county")
                .queryParam("area", VILLAGE)
                .get("/plans")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        put("town-operator", "/plans/" + h.id + "/approval", "{\"approvedOn\":\"2021-11-19\"}")
                .statusCode(403);
        put("info-officer", "/plans/" + h.id + "/draft", "{\"goals\":[]}")
                .statusCode(400)
                .body("code", is("INVALID_FIELDS"));
        as("info-officer")
                .header("If-Match", "\"1\"")
                .body("{\"draftedOn\":\"2021-11-17\",\"goals\":[{\"risk\":\"01\",\"goal\":\"好转\"}]}")
                .put("/plans/" + h.id + "/draft")
                .then()
                .statusCode(412)
                .body("code", is("STALE_SEQUENCE"));
    }

    @Test
    void what_is_late_is_noted_once_and_what_is_due_is_listed() {
        var h = included();
        h.planned("M07", null, "01");
        as("town-operator")
                .queryParam("date", "2021-11-20")
                .queryParam("limit", 200)
                .get("/worklist")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.householdId == '%s' }.duty".formatted(h.id),
                        containsInAnyOrder("PLAN", "HELPER", "FIRST_MEASURE", "MEASURE"))
                .body("items.findAll { it.householdId == '%s' && it.overdue }".formatted(h.id), is(List.of()));
        as("sys-admin")
                .queryParam("date", "2021-12-31")
                .post("/ticks")
                .then()
                .statusCode(200)
                .body("plans", greaterThan(0), "measures", greaterThan(0));
        as("auditor")
                .get("/plans/" + h.id)
                .then()
                .body("planOverdue", is(true), "helpOverdue", is(true), "measures[0].overdue", is(true));
        as("sys-admin")
                .queryParam("date", "2021-12-31")
                .post("/ticks")
                .then()
                .statusCode(200)
                .body("plans", is(0), "measures", is(0));
        as("sys-admin")
                .queryParam("date", "2999-01-01")
                .post("/ticks")
                .then()
                .statusCode(422)
                .body("code", is("DATE_IN_FUTURE"));
        as("town-operator").post("/ticks").then().statusCode(403);
        var page = as("town-operator")
                .queryParam("date", "2021-12-31")
                .queryParam("limit", 1)
                .get("/worklist")
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].overdue", is(true))
                .extract()
                .<String>path("next");
        as("town-operator")
                .queryParam("date", "2021-12-31")
                .queryParam("limit", 1)
                .queryParam("after", page)
                .get("/worklist")
                .then()
                .body("items[0].cursor", greaterThan(page));
    }
}
