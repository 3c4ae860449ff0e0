package org.shouwang.monitoring.succession;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.patrol.Village;
import org.shouwang.monitoring.removal.Included;

/** What the code of a village finds that was replaced, told by the real broker. */
@QuarkusTest
@WithTestResource(Servers.class)
class ExtentTest {

    @Test
    void the_code_that_a_household_was_kept_under_leads_to_all_that_is_about_it() {
        var i = Included.in2021().movedTo("610727105591", "2021-11-20");
        var warning = warned(i);
        moved(i, "610727105591", "610727105592", true);

        for (var code : List.of("610727105591", "610727105592")) {
            found("town-operator", "/objects", code, "householdId", contains(i.id().toString()));
            found("town-operator", "/objects", code, "areaCode", contains("610727105592"));
            found("town-operator", "/cases", code, "id", contains(i.household.caseId.toString()));
            found("town-operator", "/clues", code, "id", contains(i.household.clueId.toString()));
            found("town-operator", "/warnings", code, "id", contains(warning.toString()));
            found("town-operator", "/worklist", code, "subject.id", hasItem(warning.toString()));
            due("MONTHLY_CHECK", code, "householdId", i.id());
            due("WARNING", code, "id", warning);
            for (var ledger : List.of("CLUES", "WARNINGS")) ledger(ledger, code, containsString(i.id().toString()));
        }
        ledger("REVIEWS", "610727105591", containsString(i.id().toString()));
        found("town-operator", "/objects", "610727105593", "householdId", empty());
        ledger("CLUES", "610727105593", not(containsString(i.id().toString())));
        moved(i, "610727105592", "610727105593", false);
        for (var path : List.of("/objects", "/cases", "/clues", "/warnings"))
            found("town-operator", path, "610727105591", "areaCode", empty());
    }

    @Test
    void nobody_is_shown_what_lies_beyond_the_own_area() {
        var i = Included.in2021().movedTo("610727105594", "2021-11-20");
        moved(i, "610727105594", "610727101594", true);
        found("town-operator", "/objects", "610727105594", "householdId", empty());
        found("county-operator", "/objects", "610727105594", "householdId", contains(i.id().toString()));
    }

    @Test
    void a_patrol_keeps_the_code_of_its_day_and_is_found_by_that_of_its_household() {
        policies();
        var village = new Village("610727105571");
        var home = village.household(village.group(1), null, true);
        village.laidOut(1, "2021-11-01", List.of(village.group(1)), List.of(), "gm-1");
        ReadModels.settle();
        var id = UUID.randomUUID();
        var patrol = Map.of("householdId", home, "visitedOn", "2021-11-05", "visitor", "gm-1", "method", "ON_SITE");
        known(() -> put("town-operator", "/patrols/" + id, patrol)).statusCode(201);
        recoded(village, home, "610727105571", "610727105572");
        for (var code : List.of("610727105571", "610727105572")) {
            get("town-operator", "/patrols?from=2021-11-01&to=2021-11-30&area=" + code)
                    .body("items.id", contains(id.toString()), "items.areaCode", contains("610727105571"));
            ledger("PATROLS", code, containsString(home.toString()));
        }
        get("town-operator", "/patrols?from=2021-11-01&to=2021-11-30&area=610727105573")
                .body("items", empty());

        recoded(village, home, "610727105572", "610727101574");
        for (var code : List.of("610727105571", "610727101574"))
            get("county-operator", "/patrols?from=2021-11-01&to=2021-11-30&area=" + code)
                    .body("items.id", contains(id.toString()));
        get("town-operator", "/patrols?from=2021-11-01&to=2021-11-30&area=610727105572")
                .body("items", empty());
    }

    @Test
    void figures_of_a_day_are_of_the_code_that_was_in_use_on_it() {
        var i = Included.in2021().movedTo("610727105521", "2021-11-20");
        moved(i, "610727105521", "610727105522", true);
        stock("610727105521", "2021-12-31", 1);
        stock("610727105522", "2021-12-31", 0);
        stock("610727105521", "2022-01-31", 0);
        stock("610727105522", "2022-01-31", 1);
    }

    private static void stock(String code, String day, int households) {
        get("county-operator", "/figures?area=" + code + "&date=" + day)
                .statusCode(200)
                .body("figures.find { it.code == 'STOCK' }.households", is(households));
        get(
                        "county-operator",
                        "/figures/months?area=" + code + "&from=" + day.substring(0, 7) + "&to=" + day.substring(0, 7))
                .statusCode(200)
                .body("items.stock.households", contains(households));
    }

    static void recoded(Village village, UUID household, String from, String to) {
        village.changed(
                household,
                "HouseholdMoved",
                LocalDate.of(2022, 1, 5),
                Map.of("fromArea", from, "toArea", to, "on", "2022-01-05", "recoded", true));
        ReadModels.settle();
    }

    @Test
    void who_may_be_left_out_and_what_is_wrong_is_found_by_the_former_code() {
        policies();
        var poor = registered("LIFTED")
                .income("20000.00", "2020-11", "2021-10", "ACTUAL_12M")
                .heard("2021-11-01");
        moved(poor, VILLAGE, "610727105581", false);
        moved(poor, "610727105581", "610727105582", true);
        ReadModels.settle();
        for (var code : List.of("610727105581", "610727105582")) {
            var asked = "?date=2021-12-01&area=" + code;
            get("town-operator", "/omissions" + asked)
                    .body("items.householdId", contains(poor.id.toString()), "items.line", contains(6000.0f));
            get("town-operator", "/omissions/figures" + asked).body("recommended.households", is(1));
            get("town-operator", "/omissions/list.csv" + asked).body(containsString(poor.id.toString()));
            get("town-operator", "/quality/findings" + asked + "&rule=DQ-24")
                    .body("items.householdId", contains(poor.id.toString()));
            get("town-operator", "/quality/figures" + asked)
                    .body("rules.find { it.name == 'BELOW_LINE_UNWATCHED' }.households", is(1));
            get("town-operator", "/quality/findings.csv" + asked + "&rule=DQ-24")
                    .body(containsString(poor.id.toString()));
        }
        for (var path : List.of("/omissions", "/quality/findings"))
            get("town-operator", path + "?date=2021-12-01&area=610727105583").body("items", empty());

        moved(poor, "610727105582", "610727101584", true);
        ReadModels.settle();
        for (var path : List.of("/omissions", "/quality/findings")) {
            var asked = path + "?date=2021-12-01&area=610727105581";
            get("town-operator", asked).body("items", empty());
            get("county-operator", asked).body("items.householdId", hasItem(poor.id.toString()));
        }
    }

    private static UUID warned(Included i) {
        var id = UUID.randomUUID();
        put(
                        "town-operator",
                        "/warnings/" + id,
                        Map.of("householdId", i.id(), "item", "WATER", "source", "PATROL", "raisedOn", "2021-12-06"))
                .statusCode(201);
        return id;
    }

    private static void found(String user, String path, String code, String field, Matcher<?> values) {
        var day = path.equals("/worklist") ? "&date=2022-02-01" : "";
        get(user, path + "?limit=200&area=" + code + day).statusCode(200).body("items." + field, values);
    }

    private static void due(String duty, String code, String field, UUID id) {
        var days = duty.equals("WARNING") ? "&from=2021-12-01&to=2022-03-31" : "&from=2022-01-01&to=2022-01-31";
        get("town-operator", "/calendar?date=2022-02-01&limit=200&duty=" + duty + "&area=" + code + days)
                .statusCode(200)
                .body("items.subject." + field, contains(id.toString()));
    }

    private static void ledger(String ledger, String code, Matcher<String> text) {
        get("town-operator", "/ledgers/" + ledger + ".csv?from=2021-01-01&to=2022-12-31&area=" + code)
                .statusCode(200)
                .body(text);
    }

    static void moved(Household h, String from, String to, boolean recoded) {
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                LocalDate.of(2022, 1, 5),
                Map.of("fromArea", from, "toArea", to, "on", "2022-01-05", "recoded", recoded));
    }

    static void moved(Included i, String from, String to, boolean recoded) {
        moved(i.household, from, to, recoded);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "county-operator", "/objects/" + i.id())
                .body("areaCode", is(to)));
        ReadModels.settle();
    }
}
