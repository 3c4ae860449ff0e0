package org.shouwang.monitoring.villagereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** A village meeting on households to include and to let go, over HTTP. */
@QuarkusTest
@WithTestResource(Servers.class)
class VillageReviewTest {

    @Test
    void one_meeting_speaks_of_those_to_include_and_those_to_let_go_and_is_recorded_whole_or_not_at_all() {
        var better = removable();
        var unstable = removable();
        var poor = Household.registered("LIFTED")
                .income("24300", "2021-05", "2022-04", "ACTUAL_12M")
                .safeguards("2022-05-17")
                .consents("2022-05-17", "2022-11-17")
                .opened("2022-05-16", "DOC_APPLICATION");
        var id = UUID.randomUUID();
        var stranger = UUID.randomUUID();
        var body = body(
                "2022-06-06", List.of(include(poor)), List.of(letGo(better), keep(unstable, "短"), unknown(stranger)));
        hold(id, body)
                .statusCode(409)
                .body("code", is("HOUSEHOLDS_REFUSED"))
                .body("details", contains(stranger + ":NOT_FOUND"));
        body.put("removals", List.of(letGo(better), keep(unstable, "短")));
        known(() -> hold(id, body))
                .statusCode(409)
                .body(
                        "details",
                        containsInAnyOrder(poor.id + ":STEP_OUT_OF_ORDER:VISIT", unstable.id() + ":REASON_REQUIRED"));
        get("info-officer", "/village-reviews/" + id).statusCode(404);
        get("info-officer", "/removals/" + better.removalId).body("state", is("VISITED"));

        known(() -> poor.step("grid-member", "/visit", visit(poor))).statusCode(204);
        known(() -> poor.step(
                        "info-officer",
                        "/consent",
                        Map.of(
                                "consentId",
                                poor.consentId,
                                "linkedOn",
                                "2022-05-18",
                                "documents",
                                docs("DOC_CONSENT"))))
                .statusCode(204);
        body.put("removals", List.of(letGo(better), keep(unstable, "务工收入还不稳定，继续监测")));
        hold(id, with(body, "minutes", Map.of("heldOn", "2022-06-06")))
                .statusCode(422)
                .body("code", is("MINUTES_INCOMPLETE"))
                .body("details", contains("place", "host", "recorder", "attendees"));
        var away = Household.registered("LIFTED").opened("2022-05-16");
        away.publish(
                "household",
                away.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", "610727105207", "on", "2022-05-20"));
        await().untilAsserted(() -> hold(id, with(body, "inclusions", List.of(include(poor), include(away))))
                .statusCode(409)
                .body("details", contains(away.caseId + ":NOT_FOUND")));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> hold(id, body).extract().statusCode() == 201);
        hold(id, body).statusCode(204);
        hold(id, with(body, "shouldAttend", 9)).statusCode(409).body("code", is("DUPLICATE_MEETING"));

        get("town-operator", "/village-reviews/" + id)
                .statusCode(200)
                .body("kind", is("BOTH"))
                .body("minutes.host", is("village-secretary"))
                .body("results.topic", contains("INCLUSION", "REMOVAL", "REMOVAL"))
                .body("results.agreed", contains(true, true, false))
                .body("results[2].votes.disagree", is(2))
                .body(
                        "results.householdId",
                        contains(
                                poor.id.toString(),
                                better.id().toString(),
                                unstable.id().toString()));
        get("town-operator", "/village-reviews?area=" + VILLAGE + "&limit=200")
                .body("items.id", hasItem(id.toString()));
        get("other-town", "/village-reviews/" + id).statusCode(404);
        get("info-officer", "/cases/" + poor.caseId).body("state", is("REVIEWED"));
        get("info-officer", "/removals/" + better.removalId).body("state", is("EFFECT_REVIEWED"));
        get("info-officer", "/removals/" + unstable.removalId).body("state", is("REJECTED"));
        get("info-officer", "/objects/" + unstable.id()).body("state", is("ACTIVE"));
        var register = new String(
                get("town-operator", "/ledgers/REVIEWS.csv?area=" + VILLAGE + "&from=2022-06-06&to=2022-06-06")
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(register.lines().filter(line -> line.contains(unstable.id().toString())))
                .singleElement()
                .asString()
                .contains(
                        "2022-06-06,风险消除评议,村部会议室,village-secretary,info-officer,,3,village-secretary、info-officer、grid-member,",
                        ",不同意消除，继续监测,1,2,0,务工收入还不稳定，继续监测");
        assertThat(register.lines().filter(line -> line.contains(better.id().toString())))
                .singleElement()
                .asString()
                .contains(",帮扶成效评议通过,");
        hold("village-committee", UUID.randomUUID(), with(body, "areaCode", "620826112201"))
                .statusCode(403);
        hold("town-operator", UUID.randomUUID(), body).statusCode(403);
    }

    /** Proposed and visited. */
    private static Included removable() {
        var i = Included.in2021().helped().betterOff("45000");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> put(
                                        "info-officer",
                                        "/removals/" + i.removalId,
                                        Map.of("householdId", i.id(), "method", "ASSISTED", "proposedOn", "2022-06-01"))
                                .extract()
                                .statusCode()
                        == 201);
        known(() -> put(
                        "grid-member",
                        "/removals/" + i.removalId + "/visit",
                        Map.of(
                                "visitors",
                                List.of("grid-member"),
                                "visitedOn",
                                "2022-06-03",
                                "incomeStatementId",
                                i.statementId,
                                "safeguardCheckId",
                                i.checkId,
                                "incomeStable",
                                true,
                                "spendingSolved",
                                true,
                                "risksGone",
                                List.of("01"),
                                "signatures",
                                List.of("COLLECTOR", "HOUSEHOLDER"),
                                "documents",
                                docs("DOC_VISIT_FORM", "DOC_PHOTO"))))
                .statusCode(204);
        return i;
    }

    private static Map<String, Object> visit(Household h) {
        return Map.of(
                "visitedOn",
                "2022-05-18",
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

    private static Map<String, Object> include(Household h) {
        return Map.of("caseId", h.caseId, "agreed", true, "votes", Map.of("agree", 3, "disagree", 0, "abstain", 0));
    }

    private static Map<String, Object> letGo(Included i) {
        return Map.of("removalId", i.removalId, "agreed", true, "effectReviewId", i.effectId);
    }

    private static Map<String, Object> keep(Included i, String reason) {
        return Map.of(
                "removalId",
                i.removalId,
                "agreed",
                false,
                "votes",
                Map.of("agree", 1, "disagree", 2, "abstain", 0),
                "reason",
                reason,
                "criteria",
                List.of("C1"));
    }

    private static Map<String, Object> unknown(UUID removal) {
        return Map.of("removalId", removal, "agreed", true);
    }

    private static Map<String, Object> body(String heldOn, List<?> inclusions, List<?> removals) {
        return new HashMap<>(Map.of(
                "areaCode",
                VILLAGE,
                "minutes",
                minutes(heldOn),
                "inclusions",
                inclusions,
                "removals",
                removals,
                "documents",
                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO")));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse hold(UUID id, Object body) {
        return hold("village-committee", id, body);
    }

    private static ValidatableResponse hold(String user, UUID id, Object body) {
        return put(user, "/village-reviews/" + id, body);
    }
}
