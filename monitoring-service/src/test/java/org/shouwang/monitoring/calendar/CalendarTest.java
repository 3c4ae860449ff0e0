package org.shouwang.monitoring.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.deadline.Duty;
import org.shouwang.monitoring.removal.Included;

/** What a village has to do is told by day, over HTTP: what is to come, what was done, what is late. */
@QuarkusTest
@WithTestResource(Servers.class)
class CalendarTest {

    private static final String DECEMBER = "&from=2021-12-01&to=2021-12-31&limit=200";

    /** What a village's calendar does not tell under that name, and why. */
    private static final Map<Duty, String> ELSEWHERE = Map.of(
            Duty.CASE_STEP,
                    "a case is IDENTIFICATION; of its steps CASE_STEP_LIMIT, PUBLICITY and NATIONAL_ENTRY have days",
            Duty.REPORT_REVIEW, "the town's",
            Duty.DELIVERY, "a department's");

    @Test
    void every_duty_of_a_village_is_a_part_of_its_calendar() {
        for (var duty : Duty.values())
            assertThat(CalendarSql.ENTRIES.contains("'" + duty + "'"))
                    .as("%s", duty)
                    .isEqualTo(!ELSEWHERE.containsKey(duty));
    }

    @Test
    void what_is_due_is_told_by_day_with_what_became_of_it() {
        var village = "610727105471";
        var id = monitoredIn(village);
        var warning = UUID.randomUUID();
        put("town-operator", "/warnings/" + warning, warning(id, "2021-12-06")).statusCode(201);
        put(
                        "town-operator",
                        "/meetings/" + village + "/2021-W49",
                        Map.of(
                                "minutes",
                                minutes("2021-12-08"),
                                "items",
                                List.of(Map.of(
                                        "householdId",
                                        id,
                                        "situation",
                                        "本周入户走访一次，务工收入稳定，住房和饮水安全，医保已经缴纳",
                                        "conclusion",
                                        "继续监测"))))
                .statusCode(201);
        calendar(village, DECEMBER + "&date=2021-12-09")
                .body("items.on", everyItem(allOf(greaterThanOrEqualTo("2021-12-01"), lessThanOrEqualTo("2021-12-31"))))
                .body(of("WEEKLY_MEETING") + ".step", contains("2021-W48", "2021-W49", "2021-W50", "2021-W51"))
                .body(of("WEEKLY_MEETING") + ".state", contains("LATE", "DONE", "OPEN", "OPEN"))
                .body(
                        of("WEEKLY_MEETING") + ".doneOn",
                        contains(nullValue(), is("2021-12-08"), nullValue(), nullValue()))
                .body(of("MONTHLY_CHECK") + ".subject.householdId", contains(id.toString()))
                .body(of("MONTHLY_CHECK") + ".dueOn", contains("2021-12-31"))
                .body(of("MONTHLY_CHECK") + ".state", contains("OPEN"))
                .body(of("MONTHLY_REPORT") + ".step", contains("2021-11"))
                .body(of("MONTHLY_REPORT") + ".dueOn", contains("2021-12-02"))
                .body(of("MONTHLY_REPORT") + ".state", contains("LATE"))
                .body(of("MONTHLY_REPORT") + ".stateZh", contains("逾期未办"))
                .body(of("QUARTERLY_REVIEW"), empty());
        calendar(village, DECEMBER + "&date=2021-12-07")
                .body(of("WEEKLY_MEETING") + ".state", contains("LATE", "OPEN", "OPEN", "OPEN"));
        calendar(village, "&from=2022-01-01&to=2022-01-31&limit=200&date=2021-12-09")
                .body(of("WARNING") + ".dueOn", contains("2022-01-05"))
                .body(of("WARNING") + ".subject.id", contains(warning.toString()))
                .body(of("WARNING") + ".state", contains("OPEN"))
                .body(of("MONTHLY_CHECK") + ".dueOn", contains("2022-01-31"));
        calendar(village, "&from=2022-01-01&to=2022-01-31&limit=200&date=2022-01-06")
                .body(of("WARNING") + ".state", contains("LATE"));
        calendar(village, "&from=2022-01-01&to=2022-01-31&limit=200&date=2021-12-05")
                .body(of("WARNING"), empty());
    }

    @Test
    void publicity_and_the_entry_stand_in_the_calendar_of_the_village() {
        var village = "610727105472";
        var id = monitoredIn(village);
        calendar(village, "&from=2021-11-01&to=2021-11-30&limit=200&date=2021-12-31")
                .body(of("NATIONAL_ENTRY") + ".subject.householdId", contains(id.toString()))
                .body(of("NATIONAL_ENTRY") + ".on", contains("2021-11-15"))
                .body(of("NATIONAL_ENTRY") + ".state", contains("OPEN"));
        put("town-operator", "/objects/" + id + "/national-entry", Map.of("entryNo", "GJ-1", "enteredOn", "2021-11-22"))
                .statusCode(204);
        calendar(village, "&from=2021-11-01&to=2021-11-30&limit=200&date=2021-12-31")
                .body(of("NATIONAL_ENTRY") + ".state", contains("DONE"))
                .body(of("NATIONAL_ENTRY") + ".doneOn", contains("2021-11-22"));
        calendar(VILLAGE, "&from=2021-11-01&to=2021-11-30&limit=200&date=2021-11-30&duty=PUBLICITY")
                .body("items.duty", everyItem(is("PUBLICITY")))
                .body("items.find { it.subject.householdId == '" + id + "' }.state", is("DONE"))
                .body("items.find { it.subject.householdId == '" + id + "' }.subject.kind", is("case"));
    }

    @Test
    void a_village_without_monitored_households_owes_its_quarterly_review() {
        var village = "610727105473";
        var household = Household.registered("GENERAL");
        Household.policies();
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2021-01-02"));
        ReadModels.settle();
        calendar(village, "&from=2021-01-01&to=2021-12-31&limit=200&date=2021-07-01")
                .body(of("QUARTERLY_REVIEW") + ".step", contains("2021-04", "2021-06", "2021-10"))
                .body(of("QUARTERLY_REVIEW") + ".state", contains("LATE", "LATE", "OPEN"))
                .body(of("MONTHLY_REPORT"), hasSize(12))
                .body(of("WEEKLY_MEETING"), empty());
        put("county-operator", "/sweeps/" + UUID.randomUUID(), sweep("610727105000"))
                .statusCode(201);
        calendar(village, "&from=2021-04-01&to=2021-04-30&limit=200&date=2021-04-20")
                .body(of("SWEEP") + ".dueOn", hasItem("2021-04-30"))
                .body(of("SWEEP") + ".state", hasItem("OPEN"));
    }

    @Test
    void pages_follow_each_other_and_only_a_village_has_a_calendar() {
        var village = "610727105474";
        monitoredIn(village);
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = calendar(village, "&from=2021-12-01&to=2021-12-31&date=2021-12-09&limit=2" + after)
                    .extract();
            List<Map<String, String>> items = page.path("items");
            items.forEach(item -> seen.add(item.get("on") + " " + item.get("duty") + " " + item.get("step")));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);
        assertThat(seen)
                .containsExactly(
                        "2021-12-02 MONTHLY_REPORT 2021-11",
                        "2021-12-05 WEEKLY_MEETING 2021-W48",
                        "2021-12-12 WEEKLY_MEETING 2021-W49",
                        "2021-12-19 WEEKLY_MEETING 2021-W50",
                        "2021-12-26 WEEKLY_MEETING 2021-W51",
                        "2021-12-31 MONTHLY_CHECK 2021-12",
                        "2021-12-31 SWEEPS_TOO_FEW 2021");
        bad("area=610727105000");
        bad("area=" + village + "&from=2021-12-02&to=2021-12-01");
        bad("area=" + village + "&from=2021-01-01&to=2022-12-31");
        bad("area=" + village + "&after=x");
        get("other-town", "/calendar?area=" + village).statusCode(403);
        get("viewer-city", "/calendar?area=" + village).statusCode(403);
    }

    private static UUID monitoredIn(String village) {
        return Included.in2021().movedTo(village, "2021-11-20").id();
    }

    private static Map<String, Object> warning(UUID household, String on) {
        return Map.of(
                "householdId", household, "item", "INCOME", "level", "NORMAL", "source", "MEETING", "raisedOn", on);
    }

    private static Map<String, Object> sweep(String area) {
        return Map.of("areaCode", area, "name", "第二季度集中排查", "from", "2021-04-01", "to", "2021-04-30");
    }

    private static String of(String duty) {
        return "items.findAll { it.duty == '" + duty + "' }";
    }

    private static ValidatableResponse calendar(String village, String more) {
        return get("town-operator", "/calendar?area=" + village + more).statusCode(200);
    }

    private static void bad(String query) {
        given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/calendar?" + query)
                .then()
                .statusCode(400)
                .body("fields.field", not(empty()));
    }
}
