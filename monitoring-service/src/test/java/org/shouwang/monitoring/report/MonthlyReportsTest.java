package org.shouwang.monitoring.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.Included;

/** A village reports to its town every month, over HTTP: filled in, handed in, sent back, taken, late. */
@QuarkusTest
@WithTestResource(Servers.class)
class MonthlyReportsTest {

    private static final String OWED = "items.findAll { it.duty == 'MONTHLY_REPORT' }";
    private static final String WAITS = "items.findAll { it.duty == 'REPORT_REVIEW' }";
    private static final String YELLOW = "figures.grades.find { it.code == 'YELLOW' }.households";
    private static final String REASON = "走访数与监测台账不一致，请核对";

    @BeforeEach
    void terms() {
        Household.policies();
    }

    @Test
    void a_report_is_filled_in_from_what_is_on_record() {
        var village = "610727105461";
        var i = Included.in2021().movedTo(village, "2021-11-20").helped();
        put(
                        "town-operator",
                        "/warnings/" + UUID.randomUUID(),
                        Map.of(
                                "householdId",
                                i.id(),
                                "item",
                                "INCOME",
                                "level",
                                "NORMAL",
                                "source",
                                "MEETING",
                                "raisedOn",
                                "2021-12-06"))
                .statusCode(201);
        ReadModels.settle();
        get("town-operator", "/monthly-reports/" + village + "/2021-12")
                .statusCode(200)
                .body("state", is("EXPECTED"))
                .body("stateZh", is("待报送"))
                .body("dueOn", is("2022-01-02"))
                .body("late", is(true))
                .body("version", is(0))
                .body("figures.stock.households", is(1))
                .body("figures.stock.persons", is(6))
                .body("figures.types.code", contains("UNSTABLE"))
                .body("figures.added.households", is(0))
                .body("figures.warningsRaised", is(1))
                .body("figures.warningsClosed", is(0))
                .body("figures.warningsOpen", is(1))
                .body("figures.measures", is(2))
                .body("figures.measuresInEffect", is(2))
                .body("figures.visitsPlanned", is(1))
                .body("figures.visitsDone", is(0))
                .body("figures.visitsToOthers", is(0));
        submit("sys-admin", village, "2021-12", "2022-01-02").statusCode(403);
        get("other-town", "/monthly-reports/" + village + "/2021-12").statusCode(403);
    }

    /** Who is kept in a colour only is visited like all others; stock, and who came and went, are of the three types. */
    @Test
    void visits_are_counted_against_whom_they_were_planned_for_and_others_beside() {
        var month = "2021-11";
        var coloured = Included.yellowIn2020();
        var gone = Included.redIn2020();
        ReadModels.settle();
        var before = report(VILLAGE, month).extract().jsonPath();
        check(coloured, "2021-11-02");
        check(gone, "2021-11-02");
        removed(gone);
        check(Included.in2021(), "2021-11-20");
        Included.in2021();
        ReadModels.settle();
        report(VILLAGE, month)
                .body("figures.stock.households", is(before.getInt("figures.stock.households") + 1))
                .body("figures.added.households", is(before.getInt("figures.added.households") + 2))
                .body("figures.removed.households", is(before.getInt("figures.removed.households") + 1))
                .body(YELLOW, is(before.getInt(YELLOW)))
                .body("figures.visitsPlanned", is(before.getInt("figures.visitsPlanned") - 1))
                .body("figures.visitsDone", is(before.getInt("figures.visitsDone") + 1))
                .body("figures.visitsToOthers", is(before.getInt("figures.visitsToOthers") + 2));
        report(VILLAGE, "2021-10")
                .body(YELLOW, greaterThanOrEqualTo(1))
                .body("figures.grades.find { it.code == 'RED' }.households", greaterThanOrEqualTo(1));
    }

    private static void check(Included i, String on) {
        put(
                        "grid-member",
                        "/objects/" + i.id() + "/checks/" + YearMonth.from(LocalDate.parse(on)),
                        Map.of(
                                "visitor",
                                "grid-member",
                                "visitedOn",
                                on,
                                "method",
                                "ON_SITE",
                                "items",
                                Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                                        .map(item -> Map.of("indicator", item, "result", "PASS"))
                                        .toList(),
                                "income",
                                "SAME",
                                "householderSigned",
                                true))
                .statusCode(201);
    }

    /** Of its own accord: the whole household moved away on 2021-11-05. */
    private static void removed(Included i) {
        i.household.publish(
                "household",
                i.id(),
                "HouseholdDeactivated",
                LocalDate.parse("2021-11-05"),
                Map.of("reason", "MOVED_OUT", "on", "2021-11-05"));
        ReadModels.settle();
        var path = "/removals/" + i.removalId;
        put(
                        "info-officer",
                        path,
                        Map.of(
                                "householdId",
                                i.id(),
                                "method",
                                "NATURAL",
                                "naturalReason",
                                "ALL_MOVED_OUT",
                                "proposedOn",
                                "2021-11-06",
                                "proof",
                                docs("DOC_MIGRATION_CERTIFICATE")))
                .statusCode(201);
        put(
                        "village-committee",
                        path + "/effect-review",
                        Map.of(
                                "minutes",
                                minutes("2021-11-08"),
                                "documents",
                                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO")))
                .statusCode(204);
        put(
                        "town-reviewer",
                        path + "/town-review",
                        Map.of(
                                "approved",
                                true,
                                "opinion",
                                "同意",
                                "reviewedOn",
                                "2021-11-10",
                                "documents",
                                docs("DOC_TOWN_OPINION")))
                .statusCode(204);
        put(
                        "county-approver",
                        path + "/county-decision",
                        Map.of(
                                "approved",
                                true,
                                "decisionNo",
                                "略振〔2021〕19号",
                                "decidedOn",
                                "2021-11-12",
                                "documents",
                                docs("DOC_COUNTY_DECISION")))
                .statusCode(204);
        put("info-officer", path + "/mark", Map.of("markedOn", "2021-11-15")).statusCode(204);
    }

    @Test
    void a_warning_counts_as_closed_in_its_month_even_when_it_was_opened_again_and_a_false_alarm_never() {
        var village = "610727105464";
        var i = Included.in2021().movedTo(village, "2021-11-20");
        var falseAlarm = warned(i, "HOUSING");
        warning(falseAlarm, "cancellation", Map.of("reason", "核实为邻户房屋，登记有误", "on", "2021-12-08"));
        var id = warned(i, "WATER");
        warning(id, "annotation", Map.of("annotatedOn", "2021-12-07"));
        warning(id, "assignment", Map.of("dept", "WATER", "responsible", "helper", "assignedOn", "2021-12-08"));
        warning(id, "handling", Map.of("action", "修复水管", "handledOn", "2021-12-10"));
        var look = i.household.again().safeguards("2021-12-18");
        known(() -> put(
                        "town-operator",
                        "/warnings/" + id + "/closure",
                        Map.of("checkId", look.checkId, "evidence", docs("DOC_PHOTO"), "closedOn", "2021-12-20")))
                .statusCode(204);
        ReadModels.settle();
        report(village, "2021-12")
                .body("figures.warningsRaised", is(1))
                .body("figures.warningsClosed", is(1))
                .body("figures.warningsOpen", is(0));
        var next = "610727105465";
        i.movedTo(next, "2022-01-03");
        ReadModels.settle();
        warning(id, "reopening", Map.of("reason", "冬季水管冻裂，再次断水", "on", "2022-01-05"));
        report(village, "2021-12").body("figures.warningsClosed", is(1));
        report(next, "2021-12").body("figures.warningsClosed", is(0));
        report(next, "2022-01").body("figures.warningsClosed", is(0)).body("figures.warningsOpen", is(1));
    }

    private static UUID warned(Included i, String item) {
        var id = UUID.randomUUID();
        put(
                        "town-operator",
                        "/warnings/" + id,
                        Map.of("householdId", i.id(), "item", item, "source", "PATROL", "raisedOn", "2021-12-06"))
                .statusCode(201);
        return id;
    }

    private static void warning(UUID id, String step, Object body) {
        put("town-operator", "/warnings/" + id + "/" + step, body).statusCode(204);
    }

    @Test
    void a_village_hands_in_and_its_town_sends_back_and_takes() {
        var month = "2020-12";
        submit("info-officer", VILLAGE, month, "2020-12-31").statusCode(409).body("code", is("MONTH_NOT_OVER"));
        judge("acceptance", VILLAGE, month, Map.of("on", "2021-01-03"))
                .statusCode(409)
                .body("code", is("REPORT_NOT_SUBMITTED"));
        submit("info-officer", VILLAGE, month, "2021-01-02").statusCode(201).header("ETag", "\"1\"");
        submit("info-officer", VILLAGE, month, "2021-01-02").statusCode(204).header("ETag", "\"1\"");
        submit("village-head", VILLAGE, month, "2021-01-02")
                .statusCode(409)
                .body("code", is("REPORT_ALREADY_SUBMITTED"));
        due("TOWN", VILLAGE, "2021-01-03")
                .body(WAITS + ".step", contains(month))
                .body(WAITS + ".subject.kind", contains("monthly-report"))
                .body(
                        WAITS + ".subject.id",
                        contains(MonthlyReports.stream(VILLAGE, YearMonth.parse(month))
                                .toString()));
        judge("return", VILLAGE, month, Map.of("on", "2021-01-04", "reason", "再看"))
                .statusCode(422)
                .body("code", is("REASON_REQUIRED"));
        judge("return", VILLAGE, month, Map.of("on", "2021-01-04", "reason", REASON))
                .statusCode(204);
        report(VILLAGE, month)
                .body("state", is("RETURNED"))
                .body("note", is(REASON))
                .body("late", is(false));
        due("VILLAGE", VILLAGE, "2021-01-05").body(OWED + ".step", contains(month));
        due("TOWN", VILLAGE, "2021-01-05").body(WAITS, empty());
        submit("info-officer", VILLAGE, month, "2021-01-05").statusCode(204);
        report(VILLAGE, month).body("state", is("RESUBMITTED")).body("late", is(false));
        judge("acceptance", VILLAGE, month, Map.of("on", "2021-01-06", "note", "属实"))
                .statusCode(204);
        report(VILLAGE, month)
                .body("state", is("ACCEPTED"))
                .body("submittedBy", is("info-officer"))
                .body("judgedOn", is("2021-01-06"))
                .body("note", is("属实"))
                .body("version", is(4));
        due("TOWN", VILLAGE, "2021-01-07").body(WAITS, empty());
        put("info-officer", "/monthly-reports/" + VILLAGE + "/" + month + "/acceptance", Map.of("on", "2021-01-06"))
                .statusCode(403)
                .body("code", is("ROLE_NOT_ALLOWED"));
        var ledger = given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/ledgers/MONTHLY_REPORTS.csv?area=" + VILLAGE + "&from=2020-12-01&to=2020-12-31")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ledger).contains("月报").contains("2020-12").contains("已通过").contains("无新问题");
    }

    @Test
    void a_report_whose_day_has_passed_is_noted_once_and_still_taken() {
        var village = "610727105462";
        villager(village);
        due("VILLAGE", village, "2022-02-01")
                .body(OWED + ".step", contains("2022-01"))
                .body(OWED + ".dueOn", contains("2022-02-02"))
                .body(OWED + ".overdue", contains(false));
        tick("2022-02-02");
        list(village, "").body("items", empty());
        tick("2022-02-03").body("reports", greaterThanOrEqualTo(1));
        tick("2022-02-03").body("reports", is(0));
        list(village, "&late=true&state=EXPECTED").body("items.month", contains("2022-01"));
        due("VILLAGE", village, "2022-02-03")
                .body(OWED + ".step", contains("2022-01"))
                .body(OWED + ".overdue", contains(true));
        due("VILLAGE", village, "2022-02-01").body(OWED + ".overdue", contains(false));
        tick("2022-04-03");
        list(village, "").body("items.month", contains("2022-03", "2022-02", "2022-01"));
        due("VILLAGE", village, "2022-04-03").body(OWED + ".step", contains("2022-01", "2022-02", "2022-03"));
    }

    @Test
    void no_report_is_owed_before_the_plan_asks_for_it_or_where_it_asks_for_none() {
        var town = "610727194";
        put(
                "sys-admin",
                "/policies/POL-NO-REPORT/versions/1",
                SamplePolicies.document("pol-2021")
                        .replace("POL-2021", "POL-NO-REPORT")
                        .replace("\"610727\"", "\"" + town + "\"")
                        .replace("\"2021-01-01\"", "\"2019-01-01\"")
                        .replace("\"reportDay\":2", "\"reportDay\":2,\"reportFrom\":\"2099-01\""));
        villager(town + "301");
        get("county-operator", "/monthly-reports/" + town + "301/2021-11")
                .statusCode(409)
                .body("code", is("REPORT_NOT_OWED"));
        get("county-operator", "/worklist?area=" + town + "301&date=2021-12-01").body(OWED, empty());
        get("town-operator", "/monthly-reports/610727105000/2021-11").statusCode(400);
        get("town-operator", "/monthly-reports/" + VILLAGE + "/2021-13").statusCode(400);
    }

    @Test
    void reports_are_listed_the_latest_month_first_page_by_page() {
        for (var month : List.of("2021-02", "2021-03", "2021-04"))
            submit("village-secretary", VILLAGE, month, YearMonth.parse(month).plusMonths(1) + "-03")
                    .statusCode(anyOf(is(201), is(204)));
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = list(VILLAGE, "&late=true&limit=1" + after).extract();
            List<Map<String, Object>> items = page.path("items");
            items.stream()
                    .filter(item -> item.get("submittedBy") != null)
                    .forEach(item -> seen.add((String) item.get("month")));
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);
        assertThat(seen).containsSubsequence("2021-04", "2021-03", "2021-02");
        list(VILLAGE, "&month=2021-03").body("items.state", contains("SUBMITTED"));
        get("town-operator", "/monthly-reports?after=x").statusCode(400);
        get("other-town", "/monthly-reports?area=" + VILLAGE).statusCode(403);
    }

    private static void villager(String village) {
        var household = Household.registered("GENERAL");
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2021-01-02"));
        ReadModels.settle();
    }

    private static ValidatableResponse submit(String user, String village, String month, String on) {
        return put(
                user,
                "/monthly-reports/" + village + "/" + month,
                Map.of("submittedOn", on, "problems", "无新问题", "nextSteps", "继续按月走访"));
    }

    private static ValidatableResponse judge(String how, String village, String month, Object body) {
        return put("town-operator", "/monthly-reports/" + village + "/" + month + "/" + how, body);
    }

    private static ValidatableResponse report(String village, String month) {
        return get("town-operator", "/monthly-reports/" + village + "/" + month).statusCode(200);
    }

    private static ValidatableResponse list(String village, String more) {
        return get("town-operator", "/monthly-reports?area=" + village + more).statusCode(200);
    }

    private static ValidatableResponse due(String level, String village, String date) {
        return get("town-operator", "/worklist?limit=200&level=" + level + "&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse tick(String date) {
        return given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=" + date)
                .then()
                .statusCode(200);
    }
}
