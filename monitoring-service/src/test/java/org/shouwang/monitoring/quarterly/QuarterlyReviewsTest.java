package org.shouwang.monitoring.quarterly;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.Included;

/** Quarterly reviews over HTTP: what a village without monitored households owes, and what it handed in. */
@QuarkusTest
@WithTestResource(Servers.class)
class QuarterlyReviewsTest {

    private static final String DUE = "items.findAll { it.duty == 'QUARTERLY_REVIEW' }";

    @BeforeEach
    void policies() {
        Household.policies();
    }

    @Test
    void a_village_without_objects_that_skips_october_is_told_so_until_it_hands_it_in() {
        var village = "610727105301";
        review(village, "2021-04", body("2021-04-12")).statusCode(201);
        review(village, "2021-06", body("2021-06-20")).statusCode(201);
        check(village, "2021-10-31").body("applies", is(true)).body("findings", empty());
        check(village, "2021-11-30")
                .body("applies", is(true))
                .body("objects", is(0))
                .body("minutes", is(2))
                .body("minMinutes", is(3))
                .body("months.month", contains("2021-04", "2021-06", "2021-10"))
                .body("months.heldOn", contains("2021-04-12", "2021-06-20", null))
                .body("findings.code", contains("QUARTERLY_REVIEW_MISSING", "QUARTERLY_MINUTES_TOO_FEW"))
                .body("findings[0].month", is("2021-10"))
                .body("findings[0].zh", is("缺季度排查会议记录"));
        review(village, "2021-10", body("2021-10-15")).statusCode(201);
        check(village, "2021-11-30").body("minutes", is(3)).body("findings", empty());
        check(village, "2021-05-31").body("minutes", is(1)).body("findings", empty());
    }

    @Test
    void a_village_with_an_object_owes_none() {
        var village = "610727105302";
        check(village, "2021-11-30")
                .body("applies", is(true))
                .body("findings.month", contains("2021-04", "2021-06", "2021-10", null));
        Included.in2021().movedTo(village, "2021-11-20");
        check(village, "2021-11-30")
                .body("applies", is(false))
                .body("objects", is(1))
                .body("findings", empty());
        check(village, "2021-11-19").body("applies", is(true)).body("findings", hasSize(4));
        review(village, "2021-11", body("2021-11-25")).statusCode(201);
    }

    @Test
    void the_month_of_a_review_is_on_the_work_list_until_it_is_held() {
        var village = "610727105308";
        Included.in2021().movedTo(village, "2021-11-20");
        due(village, "2021-09-30").body(DUE, empty());
        due(village, "2021-10-11")
                .body(DUE + ".dueOn", contains("2021-10-31"))
                .body(DUE + ".step", contains("2021-10"))
                .body(DUE + ".subject.kind", contains("quarterly-review"))
                .body(
                        DUE + ".subject.id",
                        contains(QuarterlyReviews.stream(village, YearMonth.of(2021, 10))
                                .toString()));
        review(village, "2021-10", body("2021-10-12")).statusCode(201);
        due(village, "2021-10-11").body(DUE, hasSize(1));
        due(village, "2021-10-12").body(DUE, empty());
        due(village, "2022-04-10").body(DUE, empty());
    }

    @Test
    void no_review_is_owed_where_no_policy_asks_for_one() {
        check("610727105303", "2020-11-30").body("applies", is(false)).body("findings", empty());
        check("610727105303", "2018-11-30").body("applies", is(false)).body("findings", empty());
    }

    @Test
    void a_policy_may_ask_it_of_every_village_and_from_the_middle_of_a_year() {
        var town = "610727198";
        put(
                "sys-admin",
                "/policies/POL-EVERY-VILLAGE/versions/1",
                SamplePolicies.document("pol-2021")
                        .replace("POL-2021", "POL-EVERY-VILLAGE")
                        .replace("\"610727\"", "\"" + town + "\"")
                        .replace("\"2021-01-01\"", "\"2021-05-01\"")
                        .replace("VILLAGES_WITHOUT_OBJECTS", "EVERY_VILLAGE")
                        .replace("[4,6,10]", "[3,6,11]"));
        var village = town + "201";
        Included.in2021().movedTo(village, "2021-11-20");
        get("county-operator", "/quarterly-reviews/check?area=" + village + "&date=2021-12-01")
                .statusCode(200)
                .body("applies", is(true))
                .body("objects", is(1))
                .body("months.month", contains("2021-04", "2021-06", "2021-11"));
    }

    /** Numbers as in a real village's minutes: 84 in the lists, 83 checked, 84 without risk. */
    @Test
    void counts_that_disagree_are_refused() {
        var body = with(
                body("2021-05-12"),
                Map.of(
                        "counts",
                        List.of(
                                count("LIFTED", 3),
                                count("DIBAO", 21),
                                count("DISABLED", 7),
                                count("TEKUN", 2),
                                count("GENERAL", 51)),
                        "householdsChecked",
                        83,
                        "householdsWithoutRisk",
                        84));
        review("610727105304", "2021-05", body)
                .statusCode(422)
                .body("code", is("COUNTS_DISAGREE"))
                .body("details", contains("counts=84", "householdsChecked=83", "householdsWithoutRisk=84"));
        review("610727105304", "2021-05", with(body, Map.of("householdsChecked", 84)))
                .statusCode(201);
        get("town-operator", "/quarterly-reviews/610727105304/2021-05")
                .statusCode(200)
                .body("noRisk", is(true))
                .body("householdsChecked", is(84))
                .body("counts.find { it.category == 'GENERAL' }.households", is(51))
                .body("minutes.host", is("village-secretary"))
                .body("documents.kind", contains("DOC_MEETING_MINUTES"));
    }

    @Test
    void minutes_that_find_a_household_at_risk_count_as_held_but_not_as_without_risk() {
        var village = "610727105305";
        var h = living(village);
        var body = with(body("2021-12-06"), Map.of("householdsWithoutRisk", 53));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> review(village, "2021-12", naming(body, h.id))
                .statusCode(201));
        check(village, "2021-12-31").body("minutes", is(0));
        get("town-operator", "/quarterly-reviews/" + village + "/2021-12")
                .statusCode(200)
                .body("noRisk", is(false))
                .body("atRisk.householdId", contains(h.id.toString()))
                .body("atRisk[0].risks", contains("04", "03"));
    }

    @Test
    void a_household_at_risk_becomes_a_clue_once() {
        var village = "610727105309";
        var h = living(village);
        var body = with(body("2021-12-06"), Map.of("householdsWithoutRisk", 53));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> review(village, "2021-12", naming(body, h.id))
                .statusCode(201));
        review(village, "2021-12", naming(body, h.id)).statusCode(204);
        get("town-operator", "/clues?area=" + village + "&limit=200")
                .statusCode(200)
                .body("items.source", contains("CADRE_SWEEP"))
                .body("items.householdId", contains(h.id.toString()))
                .body("items.receivedOn", contains("2021-12-06"));
    }

    @Test
    void as_many_households_are_named_as_are_at_risk_and_they_live_in_the_village() {
        var village = "610727105310";
        var body = with(body("2021-12-06"), Map.of("householdsWithoutRisk", 53));
        review(village, "2021-12", body)
                .statusCode(422)
                .body("code", is("AT_RISK_NOT_NAMED"))
                .body("details", contains("atRisk=1", "named=0"));
        review(village, "2021-12", naming(body, UUID.randomUUID()))
                .statusCode(409)
                .body("code", is("NOT_YET_KNOWN"));
        var elsewhere = Household.registered("LIFTED");
        known(() -> review(village, "2021-12", naming(body, elsewhere.id)))
                .statusCode(422)
                .body("code", is("HOUSEHOLD_ELSEWHERE"))
                .body("details", contains(elsewhere.id.toString()));
        get("town-operator", "/quarterly-reviews/" + village + "/2021-12").statusCode(404);
        get("town-operator", "/clues?area=" + village).body("items", empty());
    }

    @Test
    void minutes_that_do_not_count_are_refused() {
        var good = body("2021-04-12");
        refused(changed(good, "recorder", " "), "MINUTES_INCOMPLETE").body("details", contains("recorder"));
        refused(changed(good, "attendees", List.of()), "MINUTES_INCOMPLETE");
        refused(changed(good, "heldOn", null), "MINUTES_INCOMPLETE");
        refused(changed(good, "heldOn", "2021-05-01"), "HELD_OUTSIDE_MONTH");
        refused(changed(good, "recorder", "郭某"), "PERSON_CODE");
        refused(changed(good, "place", "村部13912345678"), "SENSITIVE_TEXT");
        refused(with(good, Map.of("documents", List.of())), "EVIDENCE_MISSING")
                .body("details", contains("DOC_MEETING_MINUTES"));
        refused(with(good, Map.of("documents", List.of(Map.of("kind", "X", "sha256", "y")))), "DOCUMENT_INVALID");
        refused(with(good, Map.of("counts", List.of(count("GENERAL", 27), count("GENERAL", 27)))), "CATEGORY_TWICE");
        var village = "610727105306";
        review(village, "2099-04", body("2099-04-12")).statusCode(422).body("code", is("DATE_IN_FUTURE"));
        review(village, "2018-04", body("2018-04-12")).statusCode(409).body("code", is("POLICY_NOT_FOUND"));
        review(village, "2021-13", good).statusCode(400).body("fields.field", contains("month"));
        review("610727105000", "2021-04", good).statusCode(400).body("fields.field", contains("areaCode"));
        review(village, "2021-04", with(good, Map.of("counts", List.of()))).statusCode(400);
        review(village, "2021-04", with(good, Map.of("counts", List.of(count("GENERAL", -1)))))
                .statusCode(400);
        review(village, "2021-04", with(good, Map.of("counts", List.of(count("RICH", 1)))))
                .statusCode(400);
        get("town-operator", "/quarterly-reviews/" + village + "/2021-04").statusCode(404);
        review(village, "2021-04", good).statusCode(201).header("ETag", "\"1\"");
        review(village, "2021-04", good).statusCode(204);
        review(village, "2021-04", body("2021-04-13")).statusCode(409).body("code", is("DUPLICATE_MEETING"));
    }

    @Test
    void only_those_who_may_and_only_in_their_area() {
        var path = "/quarterly-reviews/610727105307/2021-04";
        put("grid-member", path, body("2021-04-12")).statusCode(403).body("code", is("ROLE_NOT_ALLOWED"));
        put("other-town", path, body("2021-04-12")).statusCode(403).body("code", is("AREA_OUT_OF_SCOPE"));
        put("town-operator", path, body("2021-04-12")).statusCode(201);
        get("other-town", path).statusCode(404);
        get("other-town", "/quarterly-reviews/check?area=610727105307&date=2021-11-30")
                .statusCode(403);
        get("town-operator", "/quarterly-reviews/check?area=610727105000&date=2021-11-30")
                .statusCode(400);
    }

    @Test
    void reviews_are_listed_by_area_and_year_page_by_page() {
        for (var village : List.of("610727105311", "610727105312"))
            for (var day : List.of("2021-04-12", "2022-04-12"))
                review(village, day.substring(0, 7), body(day)).statusCode(201);
        var next = get("town-operator", "/quarterly-reviews?area=61072710531&limit=3")
                .body("items.month", contains("2022-04", "2022-04", "2021-04"))
                .body("items.areaCode", contains("610727105312", "610727105311", "610727105312"))
                .extract()
                .<String>path("next");
        get("town-operator", "/quarterly-reviews?area=61072710531&limit=3&after=" + next)
                .body("items.areaCode", contains("610727105311"))
                .body("next", nullValue());
        get("town-operator", "/quarterly-reviews?area=61072710531&year=2021")
                .body("items.month", contains("2021-04", "2021-04"));
        get("town-operator", "/quarterly-reviews?after=nonsense").statusCode(400);
    }

    /** Moved there; known there a moment later. */
    private static Household living(String village) {
        var h = Household.registered("LIFTED");
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                LocalDate.of(2021, 11, 20),
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2021-11-20"));
        return h;
    }

    private static Map<String, Object> naming(Map<String, Object> body, UUID household) {
        return with(body, Map.of("atRisk", List.of(Map.of("householdId", household, "risks", List.of("04", "03")))));
    }

    private static ValidatableResponse review(String village, String month, Object body) {
        return put("town-operator", "/quarterly-reviews/" + village + "/" + month, body);
    }

    private static ValidatableResponse refused(Object body, String code) {
        return review("610727105306", "2021-04", body).statusCode(422).body("code", is(code));
    }

    private static ValidatableResponse due(String village, String date) {
        return get("town-operator", "/worklist?level=VILLAGE&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse check(String village, String date) {
        return get("town-operator", "/quarterly-reviews/check?area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static Map<String, Object> body(String heldOn) {
        return Map.of(
                "minutes",
                Household.minutes(heldOn),
                "counts",
                List.of(count("LIFTED", 3), count("GENERAL", 51)),
                "householdsChecked",
                54,
                "householdsWithoutRisk",
                54,
                "documents",
                docs("DOC_MEETING_MINUTES"));
    }

    private static Map<String, Object> count(String category, int households) {
        return Map.of("category", category, "households", households);
    }

    private static Map<String, Object> with(Map<String, Object> body, Map<String, Object> changes) {
        var changed = new HashMap<>(body);
        changed.putAll(changes);
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changed(Map<String, Object> body, String field, Object value) {
        var minutes = new HashMap<>((Map<String, Object>) body.get("minutes"));
        minutes.put(field, value);
        return with(body, Map.of("minutes", minutes));
    }
}
