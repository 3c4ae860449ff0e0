package org.shouwang.monitoring.omission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.Included;

/** For whom an inclusion would be recommended, and who is not monitored and not decided against, stands on the list; who is not, does not. */
@QuarkusTest
@WithTestResource(Servers.class)
class OmissionTest {

    private static final String REFERENCE = "610727105771";
    private static final String COUNTED = "610727105772";
    private static final String DECIDED = "610727105773";

    @Test
    void a_household_below_the_line_that_nobody_took_up_is_listed() {
        Household.policies();
        var poor = below("29999.95");
        var onTheLine = below("30000.00");
        var atRisk = below("20000.00").safeguards("2021-10-01", "WATER", "AT_RISK");
        var heard = below("20000.00").heard("2021-11-01");
        var gone = below("20000.00");
        gone.publish(
                "household",
                gone.id,
                "HouseholdDeactivated",
                LocalDate.of(2021, 11, 1),
                Map.of("reason", "x", "on", "2021-11-01"));

        ReadModels.settle();
        listed(poor.id, true, false);
        listed(atRisk.id, true, true);
        listed(heard.id, true, true);
        listed(onTheLine.id, false, false);
        listed(gone.id, false, false);
        assertThat(find(poor.id, "2021-12-01", false)).isNull();
        assertThat(find(heard.id, "2021-12-01", false)).containsEntry("type", "EDGE");
        assertThat(find(poor.id, "2021-06-01", true))
                .as("income behind the date")
                .isNull();
        item(VILLAGE, poor.id, "2021-12-01")
                .body("perCapita", is(5999.99f))
                .body("line", is(6000.0f))
                .body("until", is("2021-10"))
                .body("persons", is(5))
                .body("clues", is(0));
    }

    @Test
    void who_is_monitored_is_not_listed_from_that_day_on() {
        var included = Included.in2021();
        ReadModels.settle();
        listed(included.id(), false, false);
        assertThat(find(included.id(), "2021-11-10", false))
                .containsEntry("type", "UNSTABLE")
                .containsEntry("risks", List.of("01"))
                .containsEntry("caseId", included.household.caseId.toString());
    }

    @Test
    void a_household_that_is_only_coloured_is_listed_where_it_falls_below_the_line() {
        var yellow = Included.yellowIn2020();
        ReadModels.settle();
        listed(yellow.id(), true, false);
    }

    @Test
    void who_is_above_the_line_is_listed_for_a_sudden_event_with_serious_difficulty() {
        Household.policies();
        var struck = visited(true);
        var coping = visited(false);
        ReadModels.settle();
        listed(struck.id, true, true);
        listed(coping.id, false, false);
        assertThat(find(struck.id, "2021-12-01", false)).containsEntry("type", "SUDDEN");
    }

    /** Above the line, with a case that a visit was made for. */
    private static Household visited(boolean severe) {
        var h = Household.registered("GENERAL")
                .income("60000.00", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .opened("2021-11-01", "DOC_APPLICATION");
        var visit = new HashMap<String, Object>(Map.of(
                "visitedOn",
                "2021-11-03",
                "visitors",
                List.of("grid-member"),
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "risks",
                List.of("05"),
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId));
        visit.put("suddenEvent", true);
        visit.put("severeDifficulty", severe);
        known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        return h;
    }

    @Test
    void the_list_is_counted_in_households_and_persons_and_written_to_files() throws IOException {
        Household.policies();
        var poor = below("20000.00");
        var atRisk = below("20000.00").safeguards("2021-10-01", "WATER", "AT_RISK");
        for (var h : List.of(poor, atRisk))
            h.publish(
                    "household",
                    h.id,
                    "HouseholdMoved",
                    Map.of("fromArea", VILLAGE, "toArea", COUNTED, "on", "2021-11-02"));
        ReadModels.settle();
        var asked = "?date=2021-12-01&area=" + COUNTED;
        get("county-operator", "/omissions/figures" + asked)
                .statusCode(200)
                .body("recommended.households", is(1), "recommended.persons", is(5))
                .body("edge.households", is(1), "sudden.households", is(0), "unstable.households", is(0))
                .body("withoutRisk.households", is(1), "withoutRisk.persons", is(5));
        get("county-operator", "/omissions" + asked).body("items.householdId", contains(atRisk.id.toString()));
        get("county-operator", "/omissions" + asked + "&all=true").body("items", hasSize(2));
        get("county-operator", "/omissions" + asked + "&after=x").statusCode(400);

        var csv = new String(file("csv", asked), StandardCharsets.UTF_8).lines().toList();
        assertThat(csv).hasSize(4);
        assertThat(csv.get(1)).contains("数据日期：2021-12-01", "建议纳入：1户5人", "未发现风险：1户5人");
        assertThat(csv.get(3))
                .startsWith("1," + COUNTED + "," + atRisk.id + ",一般户,5,4000.00,6000.00,2021-10,饮水安全,是,0,是,边缘易致贫户");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file("xlsx", asked + "&all=true")))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(5);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("应纳未纳疑似名单");
        }
        for (var what : List.of("figures", "list.csv", "list.xlsx"))
            get("other-town", "/omissions/" + what + asked).statusCode(403);
    }

    private static byte[] file(String extension, String asked) {
        return RestAssured.given()
                .auth()
                .oauth2(Servers.token("county-operator"))
                .get("/omissions/list." + extension + asked)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("omissions." + extension))
                .extract()
                .asByteArray();
    }

    @Test
    void where_the_policy_compares_the_reference_income_that_decides() {
        Household.policies();
        put(
                        "sys-admin",
                        "/policies/POL-REFERENCE/versions/1",
                        SamplePolicies.document("pol-2021")
                                .replace("\"policyId\":\"POL-2021\",", "")
                                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"" + REFERENCE + "\"")
                                .replace("\"inclusive\":false", "\"inclusive\":false,\"useReferenceIncome\":true"))
                .statusCode(201);
        var burdened = compared("40000.00", "29999.95");
        var repaid = compared("20000.00", "30000.00");

        ReadModels.settle();
        listed(burdened.id, true, false);
        listed(repaid.id, false, false);
        item(REFERENCE, burdened.id, "2021-12-01").body("perCapita", is(5999.99f));
        get("town-operator", "/quality/findings?rule=DQ-24&date=2021-12-01&area=" + REFERENCE)
                .statusCode(200)
                .body("items.householdId", contains(burdened.id.toString()));
    }

    private static Household compared(String net, String reference) {
        var household = Household.registered("LIFTED").income(net, reference, "2020-11", "2021-10", "ACTUAL_12M");
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", REFERENCE, "on", "2021-11-02"));
        return household;
    }

    @Test
    void an_area_beyond_a_county_is_refused() {
        get("auditor", "/omissions?area=610727000000").statusCode(200);
        get("auditor", "/omissions?area=620000000000").statusCode(403);
    }

    @Test
    void a_decision_not_to_include_stands_for_the_months_of_the_setting() {
        Household.policies();
        put("county-operator", "/lines/" + DECIDED + "/2022", Map.of("amount", 6000, "source", "2022年通知"))
                .statusCode(anyOf(is(201), is(204)));
        var decided = Household.notIncluded("31000", "ABOVE_LINE_NO_HARDSHIP", "工资收入稳定，人均6200元，无突发困难", "2021-11-05");
        decided.again().income("20000", "2021-01", "2021-12", "ACTUAL_12M");
        decided.publish(
                "household",
                decided.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", DECIDED, "on", "2021-11-20"));
        ReadModels.settle();
        assertThat(find(decided.id, "2022-11-04", true)).isNull();
        assertThat(find(decided.id, "2022-11-05", true)).isNotNull();
    }

    /** With five persons. */
    private static Household below(String net) {
        return Household.registered("GENERAL").income(net, "2020-11", "2021-10", "ACTUAL_12M");
    }

    private static void listed(UUID household, boolean there, boolean recommended) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var row = find(household, "2021-12-01", true);
            assertThat(row != null).isEqualTo(there);
            if (there) assertThat(row.get("recommended")).isEqualTo(recommended);
        });
    }

    private static io.restassured.response.ValidatableResponse item(String area, UUID household, String date) {
        return get(
                        "county-operator",
                        "/omissions?all=true&limit=1&date=" + date + "&after=" + area + "~" + before(household))
                .rootPath("items[0]")
                .body("householdId", is(household.toString()));
    }

    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private static Map<String, Object> find(UUID household, String date, boolean all) {
        String next = null;
        do {
            var page = get(
                            "county-operator",
                            "/omissions?limit=200&all=" + all + "&date=" + date
                                    + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            Map<String, Object> row = page.path("items.find { it.householdId == '" + household + "' }");
            if (row != null) return row;
            next = page.path("next");
        } while (next != null);
        return null;
    }
}
