package org.shouwang.monitoring.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;

/** What departments delivered is judged by the rules in force, and each hit makes one clue. */
@QuarkusTest
@WithTestResource(Servers.class)
class ScreeningTest {

    private static final String COUNTY = "610727000000";
    private static final LocalDate DELIVERED = LocalDate.of(2021, 10, 5);

    @BeforeEach
    void rules() {
        Household.policies();
        put(
                        "county-operator",
                        "/screening-rules/COUNTY-TEST/versions/1",
                        Map.of("areaPrefix", "610727", "effectiveFrom", "2021-01-01", "source", "2021年预警监测通知"))
                .statusCode(anyOf(is(201), is(204)));
    }

    @Test
    void what_is_read_is_what_the_household_service_promises() throws IOException {
        EventShapes.assertPromised(
                List.of(new DeliveryConsumer(null, null, null, null, null, null)), "household-service");
    }

    @Test
    void a_department_is_reminded_of_the_month_before_until_it_has_delivered() {
        var village = "610729101201";
        put(
                        "sys-admin",
                        "/screening-rules/REMINDED/versions/1",
                        Map.of("areaPrefix", "610729", "effectiveFrom", "2021-01-01", "source", "2021年预警监测通知"))
                .statusCode(anyOf(is(201), is(204)));
        var h = Household.registered("GENERAL");
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2021-01-02"));
        ReadModels.settle();
        reminded("2021-03-31").body("items.step", containsInAnyOrder("HEALTH/2021-02", "MEDINS/2021-02"));
        reminded("2021-04-01")
                .body("items.step", containsInAnyOrder("HEALTH/2021-03", "MEDINS/2021-03", "EDU/2021"))
                .body("items.find { it.step == 'EDU/2021' }.dueOn", is("2021-04-30"))
                .body("items.find { it.step == 'EDU/2021' }.overdue", is(false));
        reminded("2021-05-01").body("items.find { it.step == 'EDU/2021' }.overdue", is(true));
        received("EDU", "610729000000", "2021-04", "2021-05-02");
        reminded("2021-05-03").body("items.step", hasItem("EDU/2021"));
        received("EDU", "610729000000", "2021", "2021-05-04");
        reminded("2021-05-04").body("items.step", not(hasItem("EDU/2021")));
        reminded("2021-10-03")
                .body("items.step", containsInAnyOrder("HEALTH/2021-09", "MEDINS/2021-09"))
                .body("items.dueOn", everyItem(is("2021-10-05")))
                .body("items.overdue", everyItem(is(false)))
                .body("items.areaCode", everyItem(is("610729000000")))
                .body("items.level", everyItem(is("COUNTY")));
        reminded("2021-10-06").body("items.overdue", everyItem(is(true)));
        received("MEDINS", "610729101000", "2021-09", "2021-10-04");
        reminded("2021-10-04").body("items.step", containsInAnyOrder("HEALTH/2021-09", "MEDINS/2021-09"));
        received("MEDINS", "610729000000", "2021-09", "2021-10-04");
        reminded("2021-10-04").body("items.step", contains("HEALTH/2021-09"));
        reminded("2021-10-03").body("items.step", hasSize(2));
        reminded("2021-11-01").body("items.step", containsInAnyOrder("HEALTH/2021-10", "MEDINS/2021-10"));
    }

    @Test
    void a_county_sees_what_each_department_owes_it_and_what_is_late() {
        put(
                        "other-county",
                        "/screening-rules/NEIGHBOUR/versions/1",
                        Map.of("areaPrefix", "620826", "effectiveFrom", "2021-01-01", "source", "2021年预警监测通知"))
                .statusCode(anyOf(is(201), is(204)));
        var h = Household.registered("GENERAL");
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", "620826101201", "on", "2021-01-02"));
        ReadModels.settle();
        owed("2021-10-05")
                .body("items.step", containsInAnyOrder("EDU/2021", "HEALTH/2021-09", "MEDINS/2021-09"))
                .body("items.dueOn", contains("2021-04-30", "2021-10-05", "2021-10-05"))
                .body("items.overdue", contains(true, false, false))
                .body("items.areaCode", everyItem(is("620826000000")));
        owed("2021-10-06").body("items.overdue", contains(true, true, true));
        received("HEALTH", "620826000000", "2021-09", "2021-10-08");
        owed("2021-10-08").body("items.step", contains("EDU/2021", "MEDINS/2021-09"));
        get("county-operator", "/worklist?area=620826000000").statusCode(403);
    }

    /** Of the county's own list, without naming the area. */
    private static ValidatableResponse owed(String date) {
        return get("other-county", "/worklist?limit=200&level=COUNTY&date=" + date)
                .statusCode(200)
                .body("items.duty", everyItem(is("DELIVERY")));
    }

    private static ValidatableResponse reminded(String date) {
        var page = get("sys-admin", "/worklist?limit=200&level=COUNTY&area=610729000000&date=" + date)
                .statusCode(200);
        return page.body("items.duty", everyItem(is("DELIVERY")));
    }

    private static void received(String dept, String area, String period, String on) {
        var id = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "delivery",
                id,
                id,
                1,
                "ScreeningBatchReceived",
                area,
                LocalDate.parse(on),
                Map.of(
                        "dept",
                        dept,
                        "areaCode",
                        area,
                        "period",
                        period,
                        "format",
                        "CSV",
                        "sha256",
                        "ab".repeat(32),
                        "rows",
                        0,
                        "faulty",
                        0));
        ReadModels.settle();
    }

    @Test
    void a_hit_makes_one_clue_per_household_rule_and_period_however_often_it_comes() {
        var h = Household.registered("LIFTED");
        var first = delivered(
                "MEDINS",
                "2021-09",
                row(1, h.id, "LIFTED", "INPATIENT_SELF_PAID", "5200.00"),
                row(2, h.id, "LIFTED", "INPATIENT_SELF_PAID", "7000.00"),
                row(3, UUID.randomUUID(), "LIFTED", "INPATIENT_SELF_PAID", "4999.99"));
        var clue = Judge.clue(h.id, "W-MED-1", "2021-09");
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "info-officer", "/clues/" + clue)
                .statusCode(200)
                .body("householdId", is(h.id.toString()))
                .body("source", is("DEPT_SCREENING"))
                .body("rule", is("W-MED-1"))
                .body("dept", is("MEDINS"))
                .body("period", is("2021-09"))
                .body("receivedOn", is("2021-10-05"))
                .body("dueOn", is("2021-10-14"))
                .body("text", containsString("12200.00，达到5000.00")));
        assertThat(judged(first))
                .contains("\"outcome\":\"HIT\"", "\"outcome\":\"MISS\"", "\"fresh\":true", "\"fresh\":false");

        var again = delivered("MEDINS", "2021-09", row(9, h.id, "LIFTED", "W-MED-1", "9000"));
        assertThat(judged(again)).contains(clue.toString(), "\"fresh\":false");
        assertThat(clues(h.id)).containsExactly(clue.toString());

        var next = delivered("MEDINS", "2021-10", row(1, h.id, "LIFTED", "W-MED-1", "9000"));
        assertThat(judged(next)).contains("\"fresh\":true");
        assertThat(clues(h.id))
                .containsExactlyInAnyOrder(
                        clue.toString(), Judge.clue(h.id, "W-MED-1", "2021-10").toString());
    }

    @Test
    void what_a_households_members_paid_is_added_up_over_one_delivery_and_no_other() {
        var h = Household.registered("LIFTED");
        var delivery = UUID.randomUUID();
        assertThat(judged(page(delivery, "MEDINS", "2021-08", row(1, h.id, "LIFTED", "W-MED-1", "2500.00"))))
                .contains("MISS");
        assertThat(judged(page(
                        delivery,
                        "MEDINS",
                        "2021-08",
                        row(2, h.id, "LIFTED", "W-MED-1", "1500.00"),
                        row(3, h.id, "LIFTED", "INPATIENT_SELF_PAID", "999.99"))))
                .contains("MISS")
                .doesNotContain("HIT");
        assertThat(judged(delivered("MEDINS", "2021-08", row(1, h.id, "LIFTED", "W-MED-1", "4000.00"))))
                .contains("MISS");
        assertThat(judged(page(delivery, "MEDINS", "2021-08", row(4, h.id, "LIFTED", "W-MED-1", "0.01"))))
                .contains("HIT", "\"fresh\":true");
        assertThat(judged(delivered(
                        "MEDINS",
                        "2021-08",
                        row(1, h.id, "LIFTED", "MEDICAL_BURDEN_PERCENT", "30"),
                        row(2, h.id, "LIFTED", "MEDICAL_BURDEN_PERCENT", "30"))))
                .doesNotContain("HIT");
        get("info-officer", "/clues/" + Judge.clue(h.id, "W-MED-1", "2021-08"))
                .statusCode(200)
                .body("text", containsString("5000.00，达到5000.00"));
    }

    @Test
    void a_clue_that_was_answered_does_not_come_back_with_the_same_period() {
        var h = Household.registered("GENERAL");
        judged(delivered("POLICE", "2021-09", row(1, h.id, "GENERAL", "ACCIDENT", null)));
        var clue = Judge.clue(h.id, "W-ACC-1", "2021-09");
        put(
                        "town-operator",
                        "/clues/" + clue + "/department",
                        Map.of("dept", "POLICE", "reason", "请协调交通事故的赔付并答复", "on", "2021-10-08"))
                .statusCode(204);
        put(
                        "info-officer",
                        "/clues/" + clue + "/answer",
                        Map.of("result", "RESOLVED_BY_DEPT", "answeredOn", "2021-10-08", "reason", "交警部门已协调赔付到位"))
                .statusCode(204);
        assertThat(judged(delivered("POLICE", "2021-09", row(1, h.id, "GENERAL", "ACCIDENT", null))))
                .contains("\"fresh\":false");
        get("info-officer", "/clues/" + clue).body("result", is("RESOLVED_BY_DEPT"));
    }

    @Test
    void what_no_rule_can_speak_of_says_why() {
        var ended = Household.registered("LIFTED");
        ended.publish(
                "household",
                ended.id,
                "HouseholdDeactivated",
                LocalDate.of(2021, 9, 1),
                Map.of("reason", "x", "on", "2021-09-01"));
        var h = Household.registered("LIFTED").heard("2021-10-05");
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> put(
                        "info-officer",
                        "/clues/" + UUID.randomUUID(),
                        Map.of(
                                "householdId",
                                ended.id,
                                "source",
                                "CADRE_SWEEP",
                                "text",
                                "走访",
                                "receivedOn",
                                "2021-10-05"))
                .body("code", is("HOUSEHOLD_ENDED")));
        var said = judged(delivered(
                "MEDINS",
                "2021-09",
                row(1, h.id, "LIFTED", "NEVER_HEARD_OF", "1"),
                row(2, ended.id, "LIFTED", "NOT_INSURED", null),
                row(3, h.id, "LIFTED", "W-MED-1", null)));
        assertThat(said)
                .contains(
                        "\"row\":1,\"outcome\":\"NO_RULE\"",
                        "\"row\":2,\"outcome\":\"HOUSEHOLD_ENDED\"",
                        "\"row\":3,\"outcome\":\"NO_VALUE\"");
    }

    @Test
    void an_income_on_the_line_is_below_it_where_the_policy_of_the_place_says_so() {
        var document = SamplePolicies.document("pol-2021")
                .replace("\"policyId\":\"POL-2021\",", "")
                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"610735\"")
                .replace(
                        "\"source\":\"MONITORING_LINE_TABLE\",\"inclusive\":false",
                        "\"source\":\"FIXED\",\"amount\":6000,\"inclusive\":true");
        put("sys-admin", "/policies/POL-ON-THE-LINE/versions/1", document).statusCode(anyOf(is(201), is(204)));
        published("ON-THE-LINE", 1, "610735", "2021-01-01", null).statusCode(anyOf(is(201), is(204)));
        assertThat(judged(delivered("RURAL", "2021", income(1, "6000.00"), income(2, "6000.01"))))
                .contains("\"row\":1,\"outcome\":\"HIT\"", "\"row\":2,\"outcome\":\"MISS\"");
    }

    private static Map<String, Object> income(int row, String value) {
        var map = row(row, UUID.randomUUID(), "LIFTED", "PER_CAPITA_INCOME", value);
        map.put("areaCode", "610735101201");
        return map;
    }

    @Test
    void no_two_sets_hold_for_the_same_prefix_on_the_same_day() {
        published("OVERLAP-A", 1, "610734", "2030-01-01", "2030-12-31").statusCode(201);
        published("OVERLAP-A", 1, "610734", "2030-01-01", "2030-12-31").statusCode(204);
        published("OVERLAP-B", 1, "610734", "2030-12-31", null)
                .statusCode(409)
                .body("code", is("RULES_OVERLAP"))
                .body("details", contains("OVERLAP-A"));
        published("OVERLAP-B", 1, "610734", "2031-01-01", null).statusCode(201);
        published("OVERLAP-C", 1, "610734101", "2030-06-01", null).statusCode(201);
        published("OVERLAP-A", 2, "610734", "2030-07-01", null)
                .statusCode(409)
                .body("code", is("RULES_OVERLAP"))
                .body("details", contains("OVERLAP-B"));
        published("OVERLAP-A", 2, "610734", "2030-07-01", "2030-09-30").statusCode(204);
        published("OVERLAP-D", 1, "610734", "2030-10-01", "2030-12-31").statusCode(201);
        get("sys-admin", "/screening-rules?area=610734101201")
                .body("setId", hasItems("OVERLAP-A", "OVERLAP-B", "OVERLAP-C", "OVERLAP-D"));
    }

    private static ValidatableResponse published(String set, int version, String prefix, String from, String to) {
        var body = new TreeMap<>(Map.of("areaPrefix", prefix, "effectiveFrom", from, "source", "试验通知"));
        if (to != null) body.put("effectiveTo", to);
        return put("sys-admin", "/screening-rules/" + set + "/versions/" + version, body);
    }

    @Test
    void a_village_may_have_rules_of_its_own_from_a_day_on() {
        var town = Map.of(
                "areaPrefix",
                "610727105208",
                "effectiveFrom",
                "2021-06-01",
                "source",
                "镇通知",
                "rules",
                List.of(Map.of(
                        "id",
                        "W-EDU-1",
                        "thresholds",
                        List.of(Map.of("audience", "EVERYBODY", "comparison", "AT_LEAST", "amount", 3000)))));
        put("sys-admin", "/screening-rules/TOWN-TEST/versions/1", town).statusCode(anyOf(is(201), is(204)));
        var h = Household.registered("GENERAL");
        var before = delivered("EDU", "2021-05", row(1, h.id, "GENERAL", "SCHOOL_FEES", "3000"));
        assertThat(judged(before)).contains("MISS");
        var after = delivered("EDU", "2021-06", row(1, h.id, "GENERAL", "SCHOOL_FEES", "3000"));
        assertThat(judged(after)).contains("HIT", "\"period\":\"2021\"");
        get("county-operator", "/screening-rules?area=610727105208")
                .body("setId", hasItems("COUNTY-TEST", "TOWN-TEST"));
        put(
                        "sys-admin",
                        "/screening-rules/TOWN-TEST/versions/1",
                        Map.of("effectiveFrom", "2021-06-01", "source", "镇通知"))
                .statusCode(409)
                .body("code", is("RULES_VERSION_EXISTS"));
        put("info-officer", "/screening-rules/TOWN-TEST/versions/2", town).statusCode(403);
    }

    private static List<String> clues(UUID household) {
        List<String> found = new ArrayList<>();
        String next = null;
        do {
            var page = get("county-operator", "/clues?limit=200" + (next == null ? "" : "&after=" + next))
                    .extract();
            found.addAll(page.path("items.findAll { it.householdId == '" + household + "' }.id"));
            next = page.path("next");
        } while (next != null);
        return found;
    }

    private static Map<String, Object> row(int row, UUID household, String type, String item, String value) {
        var map = new HashMap<String, Object>(
                Map.of("row", row, "household", household, "areaCode", VILLAGE, "registeredType", type, "item", item));
        if (value != null) map.put("value", new java.math.BigDecimal(value));
        return map;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static UUID delivered(String dept, String period, Map<String, Object>... rows) {
        return page(UUID.randomUUID(), dept, period, rows);
    }

    /** A part of a delivery. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static UUID page(UUID delivery, String dept, String period, Map<String, Object>... rows) {
        var page = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "match",
                page,
                page,
                1,
                "ScreeningRowsMatched",
                COUNTY,
                DELIVERED,
                Map.of(
                        "deliveryId",
                        delivery,
                        "areaCode",
                        COUNTY,
                        "dept",
                        dept,
                        "period",
                        period,
                        "rows",
                        List.of(rows)));
        return page;
    }

    /** What was published of a page, once it is. */
    private static String judged(UUID page) {
        var found = new String[1];
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            for (var record : Topics.all("monitoring.events"))
                if ("ScreeningRowsJudged".equals(Topics.header(record, "ce_type"))
                        && page.toString().equals(record.key()))
                    found[0] = new String(record.value(), StandardCharsets.UTF_8);
            return found[0] != null;
        });
        return found[0];
    }
}
