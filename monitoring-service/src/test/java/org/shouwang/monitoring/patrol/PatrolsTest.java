package org.shouwang.monitoring.patrol;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** Grid members go from door to door, over HTTP: what they find, whom they reach, whom they miss. */
@QuarkusTest
@WithTestResource(Servers.class)
class PatrolsTest {

    private static final String NOVEMBER = "&month=2021-11&date=2021-12-31";

    @BeforeEach
    void terms() {
        Household.policies();
    }

    @Test
    void a_risk_at_a_door_is_a_clue_at_once() {
        var village = new Village(VILLAGE);
        var home = village.household(null, village.grid(901), true);
        village.laidOut(901, "2021-11-01", List.of(), List.of(home), "grid-member");
        var id = UUID.randomUUID();
        var body = with(
                patrol(home, "2021-11-05"), "findings", List.of(finding("RISK", "主要劳动力住院"), finding("CHANGE", "转学")));
        settled(() -> put("grid-member", "/patrols/" + id, body))
                .statusCode(201)
                .header("ETag", "\"1\"");
        put("grid-member", "/patrols/" + id, body).statusCode(204);
        put("grid-member", "/patrols/" + id, patrol(home, "2021-11-05"))
                .statusCode(409)
                .body("code", is("PATROL_ALREADY_RECORDED"));
        String clue = get("town-operator", "/patrols/" + id)
                .statusCode(200)
                .body(
                        "gridCode", is(village.grid(901)),
                        "visitor", is("grid-member"),
                        "findings.kind", contains("RISK", "CHANGE"))
                .extract()
                .path("clueId");
        get("town-operator", "/clues/" + clue)
                .statusCode(200)
                .body("source", is("GRID_PATROL"), "householdId", is(home.toString()), "receivedOn", is("2021-11-05"));
        week(village.grid(901), "2021-W44", "grid-member", true, null)
                .statusCode(409)
                .body("code", is("NOT_ALL_NORMAL"));
        week(village.grid(901), "2021-W44", "grid-member", false, "一户主要劳动力住院").statusCode(201);
        week(village.grid(901), "2021-W45", "grid-member", true, null).statusCode(201);
        var ledger = given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/ledgers/PATROLS.csv?area=" + VILLAGE + "&from=2021-11-01&to=2021-11-30")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ledger).contains("网格走访台账").contains("疑似返贫致贫风险、家庭情况变化").contains("主要劳动力住院；转学");
        get("other-town", "/patrols/" + id).statusCode(404);
        put("other-town", "/patrols/" + UUID.randomUUID(), patrol(home, "2021-11-05"))
                .statusCode(409)
                .body("code", is("NOT_YET_KNOWN"));
    }

    @Test
    void the_town_corrects_a_patrol_and_the_ledger_shows_the_last() {
        var village = new Village("610727105457");
        var home = village.household(village.group(1), null, true);
        village.laidOut(1, "2021-11-01", List.of(village.group(1)), List.of(), "gm-1");
        var id = UUID.randomUUID();
        var body = with(patrol(home, "2021-11-05"), "visitor", "gm-1");
        settled(() -> put("town-operator", "/patrols/" + id, body)).statusCode(201);
        String first = get("town-operator", "/patrols/" + id).extract().path("eventId");
        var better = with(
                with(patrol(home, "2021-11-06"), "visitor", "gm-1"), "findings", List.of(finding("RISK", "主要劳动力住院")));
        Map<String, Object> correction = Map.of("corrects", first, "reason", "漏填疑似风险", "patrol", better);
        put("info-officer", "/patrols/" + id + "/correction", correction).statusCode(403);
        put("town-operator", "/patrols/" + UUID.randomUUID() + "/correction", correction)
                .statusCode(409)
                .body("code", is("NOTHING_TO_CORRECT"));
        put(
                        "town-operator",
                        "/patrols/" + id + "/correction",
                        with(correction, "patrol", with(better, "visitedOn", "2099-11-06")))
                .statusCode(422)
                .body("code", is("DATE_IN_FUTURE"));
        put("town-operator", "/patrols/" + id + "/correction", correction).statusCode(204);
        put("town-operator", "/patrols/" + id + "/correction", correction).statusCode(204);
        put("town-operator", "/patrols/" + id + "/correction", with(correction, "reason", "又错"))
                .statusCode(409)
                .body("code", is("CORRECTION_OUTDATED"));
        String clue = get("town-operator", "/patrols/" + id)
                .statusCode(200)
                .body("visitedOn", is("2021-11-06"), "version", is(2), "eventId", not(is(first)))
                .extract()
                .path("clueId");
        get("town-operator", "/clues/" + clue).statusCode(200).body("source", is("GRID_PATROL"));
        var ledger = given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/ledgers/PATROLS.csv?area=" + village.code() + "&from=2021-11-01&to=2021-11-30")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ledger).contains("2021-11-06", "主要劳动力住院").doesNotContain("2021-11-05");
    }

    @Test
    void a_patrol_that_does_not_count_is_refused() {
        var village = new Village("610727105452");
        var home = village.household(village.group(1), null, true);
        var outside = village.household(null, null, true);
        var away = village.household(village.group(1), null, false);
        village.laidOut(1, "2021-11-01", List.of(village.group(1)), List.of(), "gm-1")
                .released(1, "gm-1", "2021-11-20");
        settled(() -> report(patrol(home, "2021-11-05"))).statusCode(201);
        report(patrol(outside, "2021-11-05")).statusCode(409).body("code", is("HOUSEHOLD_WITHOUT_GRID"));
        report(patrol(home, "2021-10-31")).statusCode(409).body("code", is("HOUSEHOLD_WITHOUT_GRID"));
        report(patrol(home, "2021-11-21")).statusCode(409).body("code", is("NOT_THE_GRIDS_MEMBER"));
        report(with(patrol(home, "2021-11-05"), "visitor", "gm-2")).statusCode(409);
        report(with(patrol(home, "2021-11-05"), "method", "PHONE"))
                .statusCode(422)
                .body("code", is("PHONE_ONLY_FOR_AWAY"));
        report(with(patrol(away, "2021-11-05"), "method", "PHONE")).statusCode(201);
        report(patrol(home, "2099-11-05")).statusCode(422).body("code", is("DATE_IN_FUTURE"));
        report(Map.of("householdId", home)).statusCode(400).body("code", is("INVALID_FIELDS"));
        report(patrol(UUID.randomUUID(), "2021-11-05")).statusCode(409).body("code", is("NOT_YET_KNOWN"));
        put("auditor", "/patrols/" + UUID.randomUUID(), patrol(home, "2021-11-05"))
                .statusCode(403)
                .body("code", is("ROLE_NOT_ALLOWED"));
        week("610727105452-X1", "2021-W45", "gm-1", true, null).statusCode(400);
        week(village.grid(1), "2021-W99", "gm-1", true, null).statusCode(400);
        put(
                        "other-town",
                        "/grid-weeks/" + village.grid(1) + "/2021-W45",
                        Map.of("reportedOn", "2021-11-12", "normal", true))
                .statusCode(403);
    }

    @Test
    void whom_nobody_reached_is_on_the_list_and_missed_when_the_month_is_over() {
        var village = new Village("610727105453");
        var seen = village.household(village.group(1), null, true);
        var unseen = village.household(village.group(1), null, true);
        var away = village.household(village.group(1), null, false);
        var apart = village.household(null, null, true);
        village.laidOut(1, "2021-10-01", List.of(village.group(1)), List.of(), "gm-1");
        settled(() -> report(patrol(seen, "2021-11-05"))).statusCode(201);
        coverage(village, "&month=2021-11&date=2021-11-20&level=GRID")
                .body("items.code", contains(village.code(), village.grid(1)))
                .body("items[1].households", is(3))
                .body("items[1].away", is(1))
                .body("items[1].reached", is(1))
                .body("items[1].open", is(2))
                .body("items[1].missed", is(0))
                .body("items[1].percent", is(33.33f))
                .body("items[0].households", is(1));
        village.changed(seen, "MemberAdded", LocalDate.of(2021, 11, 10), Map.of("member", Village.member()));
        ReadModels.settle();
        coverage(village, "&month=2021-11&date=2021-11-20&level=GRID")
                .body("items[1].persons.all", is(7))
                .body("items[1].persons.away", is(2))
                .body("items[1].persons.reached", is(3))
                .body("items[1].persons.open", is(4))
                .body("items[1].persons.missed", is(0))
                .body("items[0].persons.all", is(2));
        coverage(village, "&month=2021-11&date=2021-11-09&level=GRID")
                .body("items[1].persons.all", is(6))
                .body("items[1].persons.reached", is(2));
        coverage(village, NOVEMBER + "&level=GRID")
                .body("items[1].missed", is(1))
                .body("items[1].open", is(1));
        coverage(village, NOVEMBER + "&level=TOWNSHIP")
                .body("items.code", contains("610727105000"))
                .body("items.households", contains(4))
                .body("items.missed", contains(2))
                .body("items.persons.all", contains(9))
                .body("items.persons.missed", contains(4));
        unreached(village, NOVEMBER)
                .body("items.householdId", containsInAnyOrder(unseen.toString(), away.toString(), apart.toString()))
                .body("items.find { it.householdId == '" + unseen + "' }.missed", is(true))
                .body("items.find { it.householdId == '" + away + "' }.away", is(true))
                .body("items.find { it.householdId == '" + away + "' }.missed", is(false));
        unreached(village, "&month=2021-12&date=2021-12-31&grid=" + village.grid(1))
                .body("items", hasSize(3))
                .body("items.missed", everyItem(is(true)));
        report(with(patrol(away, "2021-10-07"), "method", "PHONE")).statusCode(201);
        unreached(village, "&month=2021-12&date=2021-12-31&grid=" + village.grid(1))
                .body("items.householdId", containsInAnyOrder(seen.toString(), unseen.toString()));
        get("town-operator", "/patrols/coverage?area=" + village.code() + "&month=2021-13")
                .statusCode(400);
        get("town-operator", "/patrols/coverage?month=2021-11&date=2021-10-31").statusCode(400);
        get("town-operator", "/patrols/unreached?after=x").statusCode(400);
        get("other-town", "/patrols/coverage?area=" + village.code()).statusCode(403);
    }

    @Test
    void a_month_of_a_grid_is_closed_by_the_tick_and_stays_as_it_was() {
        var village = new Village("610727105454");
        var seen = village.household(village.group(1), null, true);
        var unseen = village.household(village.group(1), null, true);
        village.laidOut(1, "2021-10-20", List.of(village.group(1)), List.of(), "gm-1");
        settled(() -> report(patrol(seen, "2021-11-05"))).statusCode(201);
        due(village, "2021-11-06")
                .body("items.findAll { it.duty == 'GRID_PATROL' }.step", contains(village.grid(1) + "/2021-11"))
                .body("items.findAll { it.duty == 'GRID_PATROL' }.dueOn", contains("2021-11-30"))
                .body("items.findAll { it.duty == 'GRID_PATROL' }.subject.kind", contains("grid"))
                .body("items.findAll { it.duty == 'GRID_REPORT' }.step", contains(village.grid(1) + "/2021-W44"));
        week(village.grid(1), "2021-W44", "gm-1", true, null).statusCode(201);
        due(village, "2021-11-06").body("items.findAll { it.duty == 'GRID_REPORT' }", empty());
        missing(village, "2021-W45").body("items.gridCode", contains(village.grid(1)));
        missing(village, "2021-W44").body("items", empty());
        get("town-operator", "/grid-weeks?area=" + village.code() + "&week=2021-W44")
                .body("items.normal", contains(true))
                .body("items.reporter", contains("gm-1"));

        tick("2021-12-01").body("gridMonths", greaterThanOrEqualTo(1));
        tick("2021-12-01").body("gridMonths", is(0));
        closed(village)
                .body("items.month", contains("2021-11"))
                .body("items.households", contains(2))
                .body("items.reached", contains(1))
                .body("items[0].missed", contains(unseen.toString()))
                .body("items[0].persons.all", is(4))
                .body("items[0].persons.reached", is(2))
                .body("items[0].persons.missed", is(2));
        get("town-operator", "/calendar?from=2021-11-01&to=2021-11-30&date=2021-12-01&area=" + village.code())
                .body("items.findAll { it.duty == 'GRID_PATROL' }.state", contains("LATE"))
                .body("items.findAll { it.duty == 'GRID_REPORT' }.state", contains("DONE", "LATE", "LATE", "LATE"));
        report(patrol(unseen, "2021-11-30")).statusCode(201);
        coverage(village, NOVEMBER + "&level=GRID").body("items.reached", contains(2));
        closed(village).body("items.reached", contains(1)).body("items.persons.reached", contains(2));
        due(village, "2021-11-30").body("items.findAll { it.duty == 'GRID_PATROL' }", empty());
    }

    @Test
    void nothing_is_owed_where_the_policy_asks_for_no_patrols() {
        var village = new Village("610727105456");
        village.household(village.group(1), null, true);
        village.laidOut(1, "2020-05-01", List.of(village.group(1)), List.of(), "gm-1");
        ReadModels.settle();
        due(village, "2020-06-10").body("items.findAll { it.subject.kind == 'grid' }", empty());
        get("town-operator", "/patrols/coverage?area=" + village.code() + "&month=2020-06&date=2020-07-31&level=GRID")
                .body("items.households", contains(1))
                .body("items.open", contains(1))
                .body("items.missed", contains(0));
        due(village, "2021-01-10").body("items.findAll { it.duty == 'GRID_PATROL' }", hasSize(1));
    }

    @Test
    void patrols_are_listed_the_latest_first_page_by_page() {
        var village = new Village("610727105455");
        var home = village.household(village.group(1), null, true);
        village.laidOut(1, "2021-10-01", List.of(village.group(1)), List.of(), "gm-1");
        settled(() -> report(patrol(home, "2021-11-05"))).statusCode(201);
        for (var day : List.of("2021-11-07", "2021-11-06", "2021-12-01"))
            report(patrol(home, day)).statusCode(201);
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = get("town-operator", "/patrols?area=" + village.code() + "&to=2021-11-30&limit=2" + after)
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.visitedOn"));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);
        assertThat(seen).containsExactly("2021-11-07", "2021-11-06", "2021-11-05");
        get("town-operator", "/patrols?from=2021-11-07&to=2021-12-31&household=" + home)
                .body("items", hasSize(2));
        get("town-operator", "/patrols?from=2021-11-01&to=2021-12-31&grid=" + village.grid(1))
                .body("items", hasSize(4));
    }

    /** Grids and households are heard apart from each other. */
    private static ValidatableResponse settled(java.util.function.Supplier<ValidatableResponse> request) {
        ReadModels.settle();
        return known(request);
    }

    private static Map<String, Object> patrol(UUID household, String on) {
        return Map.of("householdId", household, "visitedOn", on, "method", "ON_SITE");
    }

    private static Map<String, String> finding(String kind, String text) {
        return Map.of("kind", kind, "text", text);
    }

    /** By the town, for a grid member of another village. */
    private static ValidatableResponse report(Map<String, Object> body) {
        return put(
                "town-operator",
                "/patrols/" + UUID.randomUUID(),
                body.containsKey("visitor") ? body : with(body, "visitor", "gm-1"));
    }

    private static ValidatableResponse week(String grid, String week, String reporter, boolean normal, String note) {
        var body =
                new HashMap<String, Object>(Map.of("reportedOn", "2021-11-06", "reporter", reporter, "normal", normal));
        if (week.equals("2021-W45")) body.put("reportedOn", "2021-11-12");
        if (note != null) body.put("note", note);
        return put("town-operator", "/grid-weeks/" + grid + "/" + week, body);
    }

    private static ValidatableResponse missing(Village village, String week) {
        return get("town-operator", "/grid-weeks?missing=true&area=" + village.code() + "&week=" + week)
                .statusCode(200);
    }

    private static ValidatableResponse coverage(Village village, String more) {
        return get("town-operator", "/patrols/coverage?area=" + village.code() + more)
                .statusCode(200);
    }

    private static ValidatableResponse unreached(Village village, String more) {
        return get("town-operator", "/patrols/unreached?area=" + village.code() + more)
                .statusCode(200);
    }

    private static ValidatableResponse closed(Village village) {
        return get("town-operator", "/patrols/closed?area=" + village.code()).statusCode(200);
    }

    private static ValidatableResponse due(Village village, String date) {
        return get("town-operator", "/worklist?level=VILLAGE&limit=200&area=" + village.code() + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse tick(String date) {
        return given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=" + date)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
