package org.shouwang.monitoring.meeting;

import static io.restassured.RestAssured.given;
import static java.time.format.DateTimeFormatter.ISO_WEEK_DATE;
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
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.Included;

/** The judgement meetings of a village, over HTTP: held, refused, missed, listed. */
@QuarkusTest
@WithTestResource(Servers.class)
class MeetingsTest {

    private static final String DUE = "items.findAll { it.duty == 'WEEKLY_MEETING' }";
    private static final String MONTH_DUE = "items.findAll { it.duty == 'MONTHLY_MEETING' }";
    private static final String SITUATION = "本周入户走访一次，务工收入稳定，住房和饮水安全，医保已经缴纳";

    @Test
    void minutes_that_leave_out_a_monitored_household_are_refused() {
        var village = "610727105401";
        var one = monitoredIn(village);
        var two = monitoredIn(village);
        hold(village, "2021-W47", body("2021-11-24", one))
                .statusCode(422)
                .body("code", is("MINUTES_NOT_PER_HOUSEHOLD"))
                .body("details", contains(two + ":ITEM"));
        hold(village, "2021-W47", body("2021-11-24")).statusCode(422).body("details", hasSize(2));
        hold(
                        village,
                        "2021-W47",
                        with(body("2021-11-24", one, two), "items", List.of(item(one, "正常"), item(two, SITUATION))))
                .statusCode(422)
                .body("code", is("MINUTES_NOT_PER_HOUSEHOLD"))
                .body("details", contains(one + ":SITUATION"));
        hold(village, "2021-W47", body("2021-11-24", one, two, UUID.randomUUID()))
                .statusCode(422)
                .body("code", is("HOUSEHOLD_NOT_MONITORED"));
        hold(village, "2021-W47", body("2021-11-24", one, two)).statusCode(201).header("ETag", "\"1\"");
        hold(village, "2021-W47", body("2021-11-24", one, two)).statusCode(204);
        hold(village, "2021-W47", body("2021-11-25", one, two))
                .statusCode(409)
                .body("code", is("DUPLICATE_MEETING"))
                .body("detail", containsString("已经提交"));
        get("town-operator", "/meetings/" + village + "/2021-W47")
                .statusCode(200)
                .body("missed", is(false))
                .body("households", is(2))
                .body("minutes.host", is("village-secretary"))
                .body("minutes.recorder", is("info-officer"))
                .body("minutes.attendees", contains("village-secretary", "info-officer", "grid-member"))
                .body("items.householdId", containsInAnyOrder(one.toString(), two.toString()))
                .body("items[0].situation", is(SITUATION))
                .body("items[0].conclusion", is("风险未消除，继续监测"));
        hold(village, "2021-W46", body("2021-11-19")).statusCode(201);
    }

    @Test
    void minutes_that_do_not_count_are_refused() {
        var village = "610727105402";
        Household.policies();
        var good = body("2021-11-24");
        refused(village, changed(good, "recorder", null), "MINUTES_INCOMPLETE").body("details", contains("recorder"));
        refused(village, changed(good, "attendees", List.of()), "MINUTES_INCOMPLETE");
        refused(village, changed(good, "heldOn", null), "MINUTES_INCOMPLETE");
        refused(village, changed(good, "signedIn", 2), "MINUTES_INCOMPLETE");
        refused(village, changed(good, "heldOn", "2021-11-29"), "HELD_OUTSIDE_WEEK");
        refused(village, changed(good, "host", "闵某"), "PERSON_CODE");
        refused(village, changed(good, "place", "村部，电话13912345678"), "SENSITIVE_TEXT");
        refused(village, with(good, "documents", List.of(Map.of("kind", "X", "sha256", "y"))), "DOCUMENT_INVALID");
        hold(village, "2099-W10", body("2099-03-04")).statusCode(422).body("code", is("DATE_IN_FUTURE"));
        hold(village, "2018-W10", body("2018-03-07")).statusCode(409).body("code", is("POLICY_NOT_FOUND"));
        hold(village, "2021-W53", good).statusCode(400).body("fields.field", contains("period"));
        hold("610727105000", "2021-W47", good).statusCode(400).body("fields.field", contains("areaCode"));
        hold(village, "2021-W47", with(good, "items", List.of(Map.of("situation", SITUATION))))
                .statusCode(400)
                .body("code", is("INVALID_FIELDS"));
        get("town-operator", "/meetings/" + village + "/2021-W47")
                .statusCode(404)
                .body("code", is("NOT_FOUND"));
    }

    @Test
    void only_those_who_may_and_only_in_their_area() {
        var village = "610727105403";
        Household.policies();
        put("grid-member", "/meetings/" + village + "/2021-W47", body("2021-11-24"))
                .statusCode(403)
                .body("code", is("ROLE_NOT_ALLOWED"));
        put("other-town", "/meetings/" + village + "/2021-W47", body("2021-11-24"))
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        put("info-officer", "/meetings/" + village + "/2021-W47", body("2021-11-24"))
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        hold(village, "2021-W47", body("2021-11-24")).statusCode(201);
        get("other-town", "/meetings/" + village + "/2021-W47").statusCode(404);
        get("other-town", "/meetings?area=" + village).statusCode(403);
    }

    @Test
    void a_week_without_minutes_is_noted_once_where_households_are_monitored() {
        var village = "610727105404";
        var id = monitoredIn(village);
        hold(village, "2021-W47", body("2021-11-24", id)).statusCode(201);
        due(village, "2021-11-23")
                .body(DUE + ".dueOn", contains("2021-11-28"))
                .body(DUE + ".step", contains("2021-W47"))
                .body(DUE + ".what.zh", contains("召开本周研判会议"))
                .body(DUE + ".subject.kind", contains("meeting"))
                .body(
                        DUE + ".subject.id",
                        contains(Meetings.stream(
                                        village, IsoWeek.parse("2021-W47").orElseThrow())
                                .toString()));
        due(village, "2021-11-24").body(DUE, empty());
        due(village, "2021-11-29").body(DUE + ".step", contains("2021-W48"));
        tick("2021-12-05");
        missed(village).body("items", empty());
        tick("2021-12-06").body("weeks", greaterThanOrEqualTo(1));
        missed(village).body("items.week", contains("2021-W48"));
        tick("2021-12-06").body("weeks", is(0));
        get("county-operator", "/meetings/" + village + "/2021-W48")
                .body("missed", is(true))
                .body("minutes", nullValue());
        hold(village, "2021-W48", body("2021-12-01", id)).statusCode(204).header("ETag", "\"2\"");
        missed(village).body("items", empty());
        due(village, "2021-12-01").body(DUE, empty());
        tick("2021-12-13");
        missed(village).body("items.week", contains("2021-W49"));
        get("town-operator", "/meetings?area=610727105405").body("items", empty());
    }

    @Test
    void no_week_is_missed_where_the_policy_wants_no_meeting() {
        var town = "610727199";
        put(
                "sys-admin",
                "/policies/POL-NO-TALK/versions/1",
                SamplePolicies.document("pol-2021")
                        .replace("POL-2021", "POL-NO-TALK")
                        .replace("\"610727\"", "\"" + town + "\"")
                        .replace("\"meetings\":\"WEEKLY\"", "\"meetings\":\"NONE\""));
        monitoredIn(town + "201");
        tick("2021-12-13");
        get("county-operator", "/meetings?area=" + town).body("items", empty());
    }

    @Test
    void a_village_that_meets_by_month_owes_one_meeting_of_each_month() {
        var village = "610727105406";
        put(
                        "sys-admin",
                        "/policies/POL-MONTHLY-TALK/versions/1",
                        SamplePolicies.document("pol-2021")
                                .replace("POL-2021", "POL-MONTHLY-TALK")
                                .replace("\"610727\"", "\"" + village + "\"")
                                .replace("\"meetings\":\"WEEKLY\"", "\"meetings\":\"MONTHLY\""))
                .statusCode(201);
        var id = monitoredIn(village);
        due(village, "2021-11-30").body(MONTH_DUE, empty());
        due(village, "2021-12-08")
                .body(DUE, empty())
                .body(MONTH_DUE + ".step", contains("2021-12"))
                .body(MONTH_DUE + ".dueOn", contains("2021-12-31"))
                .body(MONTH_DUE + ".what.zh", contains("召开本月研判会议"));
        hold(village, "2021-W49", body("2021-12-08", id))
                .statusCode(422)
                .body("code", is("MEETING_PERIOD"))
                .body("details", contains("MONTHLY"));
        hold(village, "2021-12", body("2021-11-30", id)).statusCode(422).body("code", is("HELD_OUTSIDE_MONTH"));
        hold(village, "2021-12", body("2021-12-08"))
                .statusCode(422)
                .body("code", is("MINUTES_NOT_PER_HOUSEHOLD"))
                .body("details", contains(id + ":ITEM"));
        hold(village, "2021-12", body("2021-12-08", id)).statusCode(201);
        hold(village, "2021-12", body("2021-12-08", id)).statusCode(204);
        hold(village, "2021-12", body("2021-12-22", id)).statusCode(409).body("code", is("DUPLICATE_MEETING"));
        due(village, "2021-12-08").body(MONTH_DUE, empty());
        get("town-operator", "/meetings/" + village + "/2021-12")
                .statusCode(200)
                .body("month", is("2021-12"))
                .body("week", nullValue())
                .body("households", is(1));
        tick("2022-01-31");
        missed(village).body("items", empty());
        tick("2022-02-01").body("weeks", greaterThanOrEqualTo(1));
        missed(village).body("items.month", contains("2022-01"));
        tick("2022-02-01").body("weeks", is(0));
        missed(village).body("items", hasSize(1));
        get(
                        "town-operator",
                        "/calendar?duty=MONTHLY_MEETING&from=2021-11-01&to=2022-02-28&date=2022-02-01&area=" + village)
                .statusCode(200)
                .body("items.step", contains("2021-12", "2022-01", "2022-02"))
                .body("items.state", contains("DONE", "LATE", "OPEN"))
                .body("items.dueOn", contains("2021-12-31", "2022-01-31", "2022-02-28"));
        hold(village, "2022-01", body("2022-01-12", id)).statusCode(204).header("ETag", "\"2\"");
        missed(village).body("items", empty());
        get("town-operator", "/meetings?area=" + village + "&month=2021-12").body("items.month", contains("2021-12"));
        get("town-operator", "/meetings?month=2021-12&week=2021-W49").statusCode(400);
    }

    @Test
    void meetings_are_listed_by_area_and_week_page_by_page() {
        Household.policies();
        for (var village : List.of("610727105411", "610727105412"))
            for (var day : List.of("2021-03-03", "2021-03-10"))
                hold(village, week(day), body(day)).statusCode(201);
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = get("town-operator", "/meetings?area=61072710541&limit=3" + after)
                    .statusCode(200)
                    .extract();
            List<Map<String, String>> items = page.path("items");
            items.forEach(item -> seen.add(item.get("week") + " " + item.get("areaCode")));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);
        assertThat(seen)
                .containsExactly(
                        "2021-W10 610727105412",
                        "2021-W10 610727105411",
                        "2021-W09 610727105412",
                        "2021-W09 610727105411");
        get("town-operator", "/meetings?area=61072710541&week=2021-W09")
                .body("items.areaCode", contains("610727105412", "610727105411"));
        get("town-operator", "/meetings?area=610727105411&missed=true").body("items", empty());
        get("town-operator", "/meetings?after=nonsense").statusCode(400);
        get("town-operator", "/meetings?limit=0").statusCode(400);
    }

    private static UUID monitoredIn(String village) {
        return Included.in2021().movedTo(village, "2021-11-20").id();
    }

    private static String week(String day) {
        return LocalDate.parse(day).format(ISO_WEEK_DATE).substring(0, 8);
    }

    private static ValidatableResponse hold(String village, String week, Object body) {
        return put("town-operator", "/meetings/" + village + "/" + week, body);
    }

    private static ValidatableResponse refused(String village, Object body, String code) {
        return hold(village, "2021-W47", body).statusCode(422).body("code", is(code));
    }

    private static ValidatableResponse missed(String village) {
        return get("town-operator", "/meetings?missed=true&area=" + village).statusCode(200);
    }

    private static ValidatableResponse due(String village, String date) {
        return get("town-operator", "/worklist?level=VILLAGE&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse tick(String date) {
        return given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=" + date)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> body(String heldOn, UUID... households) {
        var items = List.of(households).stream()
                .map(household -> item(household, SITUATION))
                .toList();
        return Map.of("minutes", Household.minutes(heldOn), "items", items, "documents", docs("DOC_MEETING_MINUTES"));
    }

    private static Map<String, Object> item(UUID household, String situation) {
        return Map.of("householdId", household, "situation", situation, "conclusion", "风险未消除，继续监测");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Map<String, Object> body, String field, Object value) {
        return with(body, "minutes", with((Map<String, Object>) body.get("minutes"), field, value));
    }
}
