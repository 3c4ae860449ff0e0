package org.shouwang.monitoring.identification;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A household that was not included is looked at again, by itself by a sweep or by a quarterly review, and each time on a next day. */
@QuarkusTest
@WithTestResource(Servers.class)
class WatchListTest {

    private static final String DUTY = "items.findAll { it.duty == 'WATCH_LIST' }";
    private static final String NOTE = "入户复查，务工收入稳定，没有新的风险";

    @BeforeEach
    void policies() {
        Household.policies();
    }

    @Test
    void looking_again_answers_the_duty_and_sets_the_next_day() {
        var village = "610727105541";
        var h = notIncluded(village);
        worklist(village, "2022-04-01")
                .body(DUTY + ".dueOn", contains("2022-04-30"))
                .body(DUTY + ".overdue", contains(false))
                .body(DUTY + ".subject.householdId", contains(h.id.toString()));
        worklist(village, "2022-05-01").body(DUTY + ".overdue", contains(true));
        calendar(village, "2022-04-30").body("items.dueOn", contains("2022-04-30"));

        recheck(h, Map.of("on", "2022-04-20", "risk", false, "note", NOTE))
                .statusCode(422)
                .body("code", is("INCOME_STATEMENT_REQUIRED"));
        recheck(h, Map.of("on", "2022-04-20", "risk", false, "note", NOTE, "incomeStatementId", h.statementId))
                .statusCode(422)
                .body("code", is("INCOME_WINDOW_MISMATCH"))
                .body("details", contains("2021-04..2022-03"));
        var seen = Map.of("on", "2022-04-20", "risk", false, "note", NOTE, "incomeStatementId", lately(h));
        recheck(h, seen).statusCode(204);
        recheck(h, seen).statusCode(204);
        worklist(village, "2022-05-01")
                .body(DUTY + ".dueOn", contains("2022-06-30"))
                .body(DUTY + ".overdue", contains(false));
        worklist(village, "2022-04-19").body(DUTY + ".dueOn", contains("2022-04-30"));
        calendar(village, "2022-04-30")
                .body("items.state", contains("DONE"))
                .body("items.doneOn", contains("2022-04-20"));
        calendar(village, "2022-04-19").body("items.state", contains("OPEN"));
        entry(village)
                .body("items.recheckOn", contains("2022-06-30"))
                .body("items.recheckedOn", contains("2022-04-20"))
                .body("items.risk", contains(false));
        get("town-operator", "/cases/" + h.caseId).body("outcome.recheckOn", is("2022-06-30"));
    }

    @Test
    void a_risk_that_is_found_then_becomes_a_clue() {
        var village = "610727105542";
        var h = notIncluded(village);
        var found = new HashMap<String, Object>(Map.of(
                "on",
                "2022-04-20",
                "risk",
                true,
                "note",
                "主要劳动力住院，收入明显下降",
                "incomeStatementId",
                h.statementId,
                "nextOn",
                "2022-05-20"));
        recheck(h, found).statusCode(204);
        get("town-operator", "/clues?area=" + village + "&waiting=true&limit=200")
                .body("items.source", contains("LOOK_BACK"))
                .body("items.householdId", contains(h.id.toString()))
                .body("items.receivedOn", contains("2022-04-20"));
        entry(village).body("items.risk", contains(true)).body("items.recheckOn", contains("2022-05-20"));
        recheck(h, found).statusCode(204);
        get("town-operator", "/clues?area=" + village + "&limit=200").body("items", hasSize(2));
    }

    @Test
    void a_sweep_that_finds_no_risk_is_a_look_too() {
        var village = "610727105543";
        var h = notIncluded(village);
        var sweep = "/sweeps/" + UUID.randomUUID();
        put(
                        "town-operator",
                        sweep,
                        Map.of("areaCode", village, "name", "春季集中排查", "from", "2022-04-01", "to", "2022-04-30"))
                .statusCode(201);
        swept(sweep, h, Map.of("result", "UNREACHED", "checkedOn", "2022-04-11", "note", "外出务工，电话未接"));
        worklist(village, "2022-04-12").body(DUTY + ".dueOn", contains("2022-04-30"));
        swept(sweep, h, Map.of("result", "NO_RISK", "checkedOn", "2022-04-12", "incomeStatementId", lately(h)));
        worklist(village, "2022-04-12").body(DUTY + ".dueOn", contains("2022-06-30"));
        entry(village).body("items.recheckedOn", contains("2022-04-12")).body("items.risk", contains(false));
    }

    @Test
    void a_quarterly_review_looks_at_all_whom_it_does_not_name() {
        var village = "610727105545";
        notIncluded(village);
        reviewed(village, "2022-04-12", List.of()).statusCode(201);
        worklist(village, "2022-04-12").body(DUTY + ".dueOn", contains("2022-06-30"));
        entry(village)
                .body("items.recheckedOn", contains("2022-04-12"))
                .body("items.recheckOn", contains("2022-06-30"))
                .body("items.risk", contains(false));

        var other = "610727105546";
        var named = notIncluded(other);
        reviewed(other, "2022-04-12", List.of(Map.of("householdId", named.id, "risks", List.of("01"))))
                .statusCode(201);
        entry(other).body("items.recheckedOn", contains(nullValue())).body("items.recheckOn", contains("2022-04-30"));
        get("town-operator", "/clues?area=" + other + "&waiting=true&limit=200")
                .body("items.source", contains("CADRE_SWEEP"))
                .body("items.householdId", contains(named.id.toString()))
                .body("items.receivedOn", contains("2022-04-12"));
    }

    @Test
    void the_first_look_is_in_the_month_of_the_decision_where_its_review_is_still_ahead() {
        notIncluded("610727105547", "2022-04-05");
        entry("610727105547").body("items.recheckOn", contains("2022-04-30"));
        reviewed(VILLAGE, "2023-04-04", List.of()).statusCode(anyOf(is(201), is(204)));
        notIncluded("610727105548", "2023-04-05");
        entry("610727105548").body("items.recheckOn", contains("2023-06-30"));
    }

    @Test
    void only_who_is_on_the_list_is_looked_at_again() {
        var h = Household.registered("LIFTED");
        recheck(h, Map.of("on", "2022-04-20", "risk", false, "note", NOTE, "incomeStatementId", h.statementId))
                .statusCode(404)
                .body("code", is("NOT_WATCHED"));
        var watched = notIncluded("610727105544");
        var body = Map.of("on", "2022-04-20", "risk", false, "note", NOTE, "incomeStatementId", watched.statementId);
        put("other-town", "/watch-list/" + watched.id + "/recheck", body)
                .statusCode(404)
                .body("code", is("NOT_FOUND"));
        put("auditor", "/watch-list/" + watched.id + "/recheck", body).statusCode(403);
    }

    @Test
    void the_code_of_a_village_that_was_replaced_leads_to_whom_it_watched_until_they_move_themselves() {
        var h = notIncluded("610727105538");
        moved(h, "610727105538", "610727105549", true);
        entry("610727105538")
                .body("items.householdId", contains(h.id.toString()))
                .body("items.areaCode", contains("610727105549"));
        get("county-operator", "/watch-list?limit=200&area=610727")
                .body("items.findAll { it.householdId == '" + h.id + "' }", hasSize(1));

        moved(h, "610727105549", "610727105539", false);
        entry("610727105538").body("items", empty());
        entry("610727105549").body("items", empty());
    }

    private static void moved(Household h, String from, String to, boolean recoded) {
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                LocalDate.of(2022, 1, 5),
                Map.of("fromArea", from, "toArea", to, "on", "2022-01-05", "recoded", recoded));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> entry(to)
                .body("items.householdId", contains(h.id.toString())));
        ReadModels.settle();
    }

    /** Above the line, not included, and moved to a village of its own. */
    private static Household notIncluded(String village) {
        return notIncluded(village, "2021-11-05");
    }

    private static Household notIncluded(String village, String decidedOn) {
        var h = Household.notIncluded("31000", "ABOVE_LINE_NO_HARDSHIP", "工资收入稳定，人均6200元，无突发困难", decidedOn);
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                LocalDate.of(2021, 11, 20),
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2021-11-20"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> entry(village)
                .body("items.householdId", contains(h.id.toString())));
        return h;
    }

    /** One household was looked at; it is named or without risk. */
    private static ValidatableResponse reviewed(String village, String heldOn, List<Map<String, Object>> atRisk) {
        return put(
                "town-operator",
                "/quarterly-reviews/" + village + "/" + heldOn.substring(0, 7),
                Map.of(
                        "minutes",
                        minutes(heldOn),
                        "counts",
                        List.of(Map.of("category", "LIFTED", "households", 1)),
                        "householdsChecked",
                        1,
                        "householdsWithoutRisk",
                        1 - atRisk.size(),
                        "documents",
                        docs("DOC_MEETING_MINUTES"),
                        "atRisk",
                        atRisk));
    }

    /** Of the twelve months before April 2022, signed. */
    private static UUID lately(Household h) {
        var papers = h.again().income("31000", "2021-04", "2022-03", "ACTUAL_12M");
        ReadModels.settle();
        return papers.statementId;
    }

    private static void swept(String sweep, Household h, Map<String, Object> body) {
        known(() -> put("town-operator", sweep + "/households/" + h.id, body)).statusCode(anyOf(is(201), is(204)));
    }

    private static ValidatableResponse recheck(Household h, Map<String, ?> body) {
        return put("town-operator", "/watch-list/" + h.id + "/recheck", body);
    }

    private static ValidatableResponse entry(String village) {
        return get("town-operator", "/watch-list?area=" + village).statusCode(200);
    }

    private static ValidatableResponse worklist(String village, String date) {
        return get("town-operator", "/worklist?limit=200&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar(String village, String date) {
        return get(
                        "town-operator",
                        "/calendar?duty=WATCH_LIST&area=" + village + "&from=2022-04-01&to=2022-04-30&date=" + date)
                .statusCode(200);
    }
}
