package org.shouwang.monitoring.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** A policy tried on an area before it is published, and an area judged anew under one: beside the cases, which stay as they were. */
@QuarkusTest
@WithTestResource(Servers.class)
class EvaluationTest {

    @Inject
    Journal journal;

    @Test
    void a_draft_is_tried_and_nothing_is_recorded() {
        var h = visited();
        ReadModels.settle();
        var before = events();

        var change = simulate("POL-2021", draft("610727", 4000), "2021-12-01", h)
                .statusCode(200)
                .body("all.households", greaterThanOrEqualTo(1))
                .body("changed.households", greaterThanOrEqualTo(1))
                .body("version", is(2))
                .body("area", is(VILLAGE))
                .body("types.find { it.code == 'UNSTABLE' }.today.households", greaterThanOrEqualTo(1))
                .extract();
        assertThat(change.<String>path("changes[0].householdId")).isEqualTo(h.id.toString());
        assertThat(change.<Map<String, Object>>path("changes[0].today"))
                .containsEntry("include", true)
                .containsEntry("type", "UNSTABLE")
                .containsEntry("policyId", "POL-2021")
                .containsEntry("policyVersion", 1);
        assertThat(change.<Map<String, Object>>path("changes[0].draft"))
                .containsEntry("include", false)
                .containsEntry("reasonCode", "ABOVE_LINE")
                .containsEntry("policyVersion", 2);
        List<Map<String, Object>> shifts = change.path("shifts");
        assertThat(shifts.stream().mapToInt(s -> (Integer) s.get("households")).sum())
                .isEqualTo(change.<Integer>path("all.households"));

        assertThat(events()).isEqualTo(before);
        get("auditor", "/policies?area=" + VILLAGE).body("findAll { it.policyId == 'POL-2021' }.version", contains(1));
    }

    @Test
    void the_policy_of_a_smaller_area_goes_before_a_draft() {
        var i = Included.yellowIn2020();
        var county = new HashMap<>(draft("610727", 4000));
        county.put("incomeBasis", "ESTIMATED_YEAR");
        assertThat(simulate("POL-2021", county, "2020-06-01", i.household)
                        .statusCode(200)
                        .extract()
                        .<String>path("changes[0].householdId"))
                .isNotEqualTo(i.id().toString());

        var town = new HashMap<>(draft("610727105", 5500));
        town.put("incomeBasis", "ESTIMATED_YEAR");
        town.put("regime", "R2020");
        town.put(
                "grading",
                Map.of("enabled", true, "redBelow", 5500, "yellowBelow", 10000, "redRule", "INCOME_OR_HARDSHIP"));
        simulate("POL-2020-TOWN", town, "2020-06-01", i.household)
                .body("sizeLimit.percent", is(5))
                .body("sizeLimit.monitored", greaterThanOrEqualTo(5))
                .body("sizeLimit.population", greaterThanOrEqualTo(5))
                .body("changes[0].householdId", is(i.id().toString()))
                .body("changes[0].monitored.grade", is("YELLOW"))
                .body("changes[0].today.grade", is("YELLOW"))
                .body("changes[0].draft.grade", is("RED"))
                .body("changes[0].draft.type", is("UNSTABLE"));
        town.put(
                "grading",
                Map.of("enabled", true, "redBelow", 9000, "yellowBelow", 5000, "redRule", "INCOME_OR_HARDSHIP"));
        simulate("POL-2020-TOWN", town, "2020-06-01", i.household)
                .statusCode(422)
                .body("code", is("POLICY_INCONSISTENT"))
                .body("details", contains("grading"));
    }

    @Test
    void a_draft_without_a_type_has_nobody_of_it_monitored() {
        var h = visited();
        var fewer = new HashMap<>(draft("610727", 6000));
        fewer.put("objectTypes", List.of("EDGE", "SUDDEN"));
        simulate("POL-2021", fewer, "2021-12-01", h)
                .statusCode(200)
                .body("changes[0].householdId", is(h.id.toString()))
                .body("changes[0].today.type", is("UNSTABLE"))
                .body("changes[0].draft.include", is(false))
                .body("changes[0].draft.reasonCode", is("TYPE_NOT_IN_POLICY"));
    }

    @Test
    void what_a_draft_cannot_say_is_told() {
        var h = visited();
        var estimating = new HashMap<>(draft("610727", 4000));
        estimating.put("incomeBasis", "ESTIMATED_YEAR");
        simulate("POL-2021", estimating, "2021-12-01", h)
                .statusCode(200)
                .body("unsaid.find { it.missing == 'INCOME' }.households", greaterThanOrEqualTo(1));
    }

    @Test
    void an_area_is_judged_anew_piece_by_piece_and_once() {
        var h = visited();
        visited();
        visited();
        put("sys-admin", "/policies/POL-REEVAL/versions/1", draft(VILLAGE, 4000, "2031-01-01"));
        var run = UUID.randomUUID();
        var order = order("POL-REEVAL");
        assertThat(put("county-operator", "/reevaluations/" + run, order)
                        .extract()
                        .statusCode())
                .isEqualTo(202);
        get("auditor", "/reevaluations/" + run)
                .body("finished", is(false))
                .body("recorded.by", is("county-operator"), "recorded.on", is("2021-12-01"));
        put("county-operator", "/reevaluations/" + run, Map.of("area", VILLAGE, "on", "2021-12-02", "reason", "政策调整"))
                .statusCode(409)
                .body("code", is("REEVALUATION_EXISTS"));
        var done = finished(run, order);
        get("auditor", "/reevaluations/" + run)
                .body("finished", is(true))
                .body("evaluated", is(done))
                .body("persons.evaluated", greaterThanOrEqualTo(15))
                .body("persons.changed", greaterThanOrEqualTo(5))
                .body("persons.unsaid", greaterThanOrEqualTo(0))
                .body("recorded.by", is("county-operator"), "recorded.role", is("COUNTY_OPERATOR"))
                .body("recorded.on", is("2021-12-01"), "recorded.at", notNullValue());
        changed(run, h)
                .body("items[0].householdId", is(h.id.toString()))
                .body("items[0].before.type", is("UNSTABLE"))
                .body("items[0].before.policyId", is("POL-2021"))
                .body("items[0].now.include", is(false))
                .body("items[0].now.policyId", is("POL-REEVAL"))
                .body("items[0].recorded.by", is("reevaluation"), "items[0].recorded.on", is("2021-12-01"))
                .body("items[0].recorded.at", notNullValue());

        var before = events();
        assertThat(finished(run, order)).isEqualTo(done);
        assertThat(events()).isEqualTo(before);

        var again = UUID.randomUUID();
        finished(again, order);
        assertThat(changed(again, h).extract().<String>path("items[0].householdId"))
                .isNotEqualTo(h.id.toString());
        get("county-operator", "/cases/" + h.caseId)
                .body("recommendation.include", is(true))
                .body("policy.id", is("POL-2021"));
        put("county-operator", "/reevaluations/" + UUID.randomUUID(), order("POL-UNHEARD"))
                .statusCode(404);
        put("sys-admin", "/policies/POL-ELSEWHERE/versions/1", draft("610727101", 4000, "2031-01-01"));
        put("county-operator", "/reevaluations/" + UUID.randomUUID(), order("POL-ELSEWHERE"))
                .statusCode(422)
                .body("code", is("POLICY_NOT_OF_AREA"));
        put("town-operator", "/reevaluations/" + UUID.randomUUID(), order).statusCode(403);
        get("county-operator", "/reevaluations/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void a_case_keeps_the_policy_of_its_clue_date_whatever_is_published_since() {
        put("sys-admin", "/policies/POL-OLD/versions/1", in2015(6000)).statusCode(201);
        var h = Household.registered("LIFTED")
                .income("24300", "2014-11", "2015-10", "ACTUAL_12M")
                .safeguards("2015-11-03")
                .opened("2015-11-01", "DOC_APPLICATION");
        put("sys-admin", "/policies/POL-OLD/versions/2", in2015(4000)).statusCode(204);
        get("auditor", "/policies?area=" + VILLAGE + "&on=2015-11-01").body("version", contains(2));
        known(() -> h.step("grid-member", "/visit", visit(h, "2015-11-03"))).statusCode(204);
        get("county-operator", "/cases/" + h.caseId)
                .body("policy.id", is("POL-OLD"))
                .body("policy.version", is(1))
                .body("recommendation.line", is(6000.00f))
                .body("recommendation.include", is(true));
        var later = Household.registered("LIFTED")
                .income("24300", "2014-11", "2015-10", "ACTUAL_12M")
                .safeguards("2015-11-03")
                .opened("2015-11-01", "DOC_APPLICATION");
        get("county-operator", "/cases/" + later.caseId).body("policy.version", is(2));
    }

    private static Map<String, Object> in2015(int line) {
        var policy = new HashMap<>(draft(VILLAGE, line, "2015-01-01"));
        policy.put("effectiveTo", "2015-12-31");
        return policy;
    }

    /** Asked again until it is done; how many households were judged. */
    private static int finished(UUID run, Object order) {
        var answer = put("county-operator", "/reevaluations/" + run, order).extract();
        while (answer.statusCode() == 202)
            answer = put("county-operator", "/reevaluations/" + run, order).extract();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("recorded.by")).isEqualTo("county-operator");
        return answer.path("evaluated");
    }

    private static ValidatableResponse changed(UUID run, Household h) {
        return get(
                        "county-operator",
                        "/reevaluations/" + run + "/households?changed=true&limit=1&after=" + before(h.id))
                .statusCode(200);
    }

    private static Map<String, Object> order(String policy) {
        return Map.of("area", VILLAGE, "on", "2021-12-01", "policyId", policy, "version", 1, "reason", "政策调整");
    }

    private static ValidatableResponse simulate(String policy, Object draft, String on, Household h) {
        return given().auth()
                .oauth2(Servers.token("county-operator"))
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/policies/" + policy + "/simulations?area=" + VILLAGE + "&limit=1&on=" + on + "&after="
                        + before(h.id))
                .then();
    }

    /** The id right before this one, so that a list behind it begins with it. */
    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private static Map<String, Object> draft(String prefix, int line) {
        return draft(prefix, line, "2021-01-01");
    }

    private static Map<String, Object> draft(String prefix, int line, String from) {
        return Map.ofEntries(
                Map.entry("areaPrefix", prefix),
                Map.entry("effectiveFrom", from),
                Map.entry("regime", "R2021"),
                Map.entry("objectTypes", List.of("UNSTABLE", "EDGE", "SUDDEN")),
                Map.entry("incomeMeasure", "NET"),
                Map.entry("incomeBasis", "ACTUAL_12M"),
                Map.entry("line", Map.of("source", "FIXED", "amount", line, "inclusive", false)),
                Map.entry("publicity", Map.of("required", false, "days", 0)),
                Map.entry("procedure", "SIX_STEP"));
    }

    /** Below the line of 2021, with a risk found at home. */
    private static Household visited() {
        Household.policies();
        var h = Household.registered("LIFTED")
                .income("24300", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .opened("2021-11-01", "DOC_APPLICATION");
        known(() -> h.step("grid-member", "/visit", visit(h, "2021-11-03"))).statusCode(204);
        return h;
    }

    private static Map<String, Object> visit(Household h, String on) {
        return Map.of(
                "visitedOn",
                on,
                "visitors",
                List.of("grid-member"),
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

    private Long events() {
        return (Long) Bench.rows(journal, "select count(*) from event").getFirst()[0];
    }
}
