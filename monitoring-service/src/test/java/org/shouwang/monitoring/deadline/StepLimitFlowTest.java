package org.shouwang.monitoring.deadline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** The limits of single steps, over HTTP: in the case, on the work list and in the calendar, and late once their day is over. */
@QuarkusTest
@WithTestResource(Servers.class)
class StepLimitFlowTest {

    /** Of 2018, when no other policy holds here: three days for the visit, five behind it for the comparison, five behind that for review and posting. */
    private static final String POLICY = """
            {"areaPrefix": "610727105208", "effectiveFrom": "2018-01-01", "effectiveTo": "2018-12-31", "regime": "R2020",
             "objectTypes": ["UNSTABLE", "EDGE", "SUDDEN"], "incomeMeasure": "NET", "incomeBasis": "ACTUAL_12M",
             "line": {"source": "FIXED", "amount": 6000, "inclusive": false},
             "publicity": {"required": true, "forbidden": false, "days": 5, "dayType": "CALENDAR"}, "procedure": "NINE_STEP",
             "stepLimits": [{"step": "VISIT", "after": "CLUE", "days": 3}, {"step": "COMPARE", "after": "VISIT", "days": 5},
               {"step": "REVIEW", "after": "COMPARE", "days": 5}, {"step": "PUBLICITY", "after": "COMPARE", "days": 5}],
             "monitoring": {"cycle": "MONTHLY", "reportFrom": "2030-01", "meetings": "NONE"}}
            """;

    @Test
    void a_step_is_due_by_its_own_day_and_late_behind_it() {
        put("sys-admin", "/policies/POL-STEP-LIMITS/versions/1", POLICY);
        var h = Household.registered("LIFTED")
                .income("24300", "2017-05", "2018-04", "ACTUAL_12M")
                .safeguards("2018-05-09")
                .opened("2018-05-07", "DOC_APPLICATION");
        step(h, "VISIT").body("dueOn", is("2018-05-10")).body("late", is(false));
        work("2018-05-10")
                .body(of(h, "CASE_STEP") + ".step", contains("VISIT"))
                .body(of(h, "CASE_STEP") + ".dueOn", contains("2018-05-10"))
                .body(of(h, "CASE_STEP") + ".overdue", contains(false))
                .body(of(h, "CASE_STEP_LIMIT"), empty());
        work("2018-05-11").body(of(h, "CASE_STEP") + ".overdue", contains(true));

        known(() -> h.step("grid-member", "/visit", visit(h))).statusCode(204);
        work("2018-05-10")
                .body(of(h, "CASE_STEP") + ".step", contains("CONSENT"))
                .body(of(h, "CASE_STEP") + ".dueOn", contains(nullValue()))
                .body(of(h, "CASE_STEP_LIMIT") + ".step", contains("COMPARE"))
                .body(of(h, "CASE_STEP_LIMIT") + ".dueOn", contains("2018-05-14"))
                .body(of(h, "CASE_STEP_LIMIT") + ".what.zh", contains("识别环节时限：信息比对"));
        work("2018-05-08").body(of(h, "CASE_STEP") + ".step", contains("VISIT"));

        tick("2018-05-14");
        step(h, "COMPARE").body("late", is(false));
        tick("2018-05-15").body("cases", greaterThanOrEqualTo(1));
        tick("2018-05-15").body("cases", is(0));
        step(h, "COMPARE").body("dueOn", is("2018-05-14")).body("late", is(true));
        step(h, "VISIT").body("on", is("2018-05-09")).body("late", is(false));
        calendar()
                .body(of(h, "CASE_STEP_LIMIT") + ".step", contains("VISIT", "COMPARE"))
                .body(of(h, "CASE_STEP_LIMIT") + ".dueOn", contains("2018-05-10", "2018-05-14"))
                .body(of(h, "CASE_STEP_LIMIT") + ".doneOn", contains("2018-05-09", null))
                .body(of(h, "CASE_STEP_LIMIT") + ".state", contains("DONE", "LATE"));

        h.step("info-officer", "/withdrawal", Map.of("withdrawnOn", "2018-05-16", "reason", "农户自愿撤回"))
                .statusCode(204);
        work("2018-05-16").body(of(h, "CASE_STEP_LIMIT"), empty());
        work("2018-05-15").body(of(h, "CASE_STEP_LIMIT") + ".overdue", contains(true));
    }

    private static Map<String, Object> visit(Household h) {
        return Map.of(
                "visitedOn",
                "2018-05-09",
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

    private static ValidatableResponse step(Household h, String step) {
        return get("info-officer", "/cases/" + h.caseId)
                .statusCode(200)
                .rootPath("steps.find { it.step == '" + step + "' }");
    }

    private static ValidatableResponse work(String date) {
        return get("town-operator", "/worklist?limit=200&area=" + VILLAGE + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar() {
        return get(
                        "town-operator",
                        "/calendar?limit=200&area=" + VILLAGE + "&from=2018-05-01&to=2018-05-31&date=2018-05-15")
                .statusCode(200);
    }

    private static String of(Household h, String duty) {
        return "items.findAll { it.duty == '" + duty + "' && it.subject.householdId == '" + h.id + "' }";
    }

    private static ValidatableResponse tick(String date) {
        return given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=" + date)
                .then()
                .statusCode(200);
    }
}
