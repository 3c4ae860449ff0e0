package org.shouwang.monitoring.grade;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** The colours of the 2020 plan change, over HTTP; and the plan's fixed days stand on the work list. */
@QuarkusTest
@WithTestResource(Servers.class)
class GradeTest {

    @BeforeEach
    void terms() {
        Household.policies();
    }

    @Test
    void a_lower_income_makes_red_and_only_a_new_evaluation_makes_better() {
        var h = kept("LIFTED", "25000");
        object(h).body("grade", is("YELLOW"));
        estimated(h, "24000");
        grade(h, "INCOME_UPDATE", "2020-05-06").statusCode(204);
        object(h).body("grade", is("RED"));
        grade(h, "INCOME_UPDATE", "2020-05-06").statusCode(204);
        estimated(h, "50000");
        grade(h, "MONTHLY_CHECK", "2020-05-07").statusCode(422).body("code", is("GRADE_NOT_EVALUATED"));
        var warning = UUID.randomUUID();
        put(
                        "info-officer",
                        "/warnings/" + warning,
                        Map.of(
                                "householdId", h.id,
                                "item", "INCOME",
                                "level", "RED",
                                "source", "MEETING",
                                "raisedOn", "2020-05-07"))
                .statusCode(201);
        grade(h, "REEVALUATION", "2020-05-08").statusCode(409).body("code", is("GRADE_HELD_BY_WARNINGS"));
        put(
                        "town-operator",
                        "/warnings/" + warning + "/cancellation",
                        Map.of("on", "2020-05-08", "reason", "误报，经核实收入稳定增加"))
                .statusCode(204);
        grade(h, "REEVALUATION", "2020-05-08").statusCode(204);
        object(h).body("grade", is("GREEN"));
    }

    @Test
    void what_cannot_be_graded_is_refused() {
        var h = kept("LIFTED", "25000");
        grade(h, "IDENTIFICATION", "2020-05-06").statusCode(422).body("code", is("GRADE_BY_CASE"));
        h.income("24000", "2020-01", "2020-12", "ACTUAL_12M");
        ReadModels.settle();
        grade(h, "INCOME_UPDATE", "2020-05-06").statusCode(422).body("code", is("STATEMENT_NOT_FIT"));
        grade(h, "INCOME_UPDATE", "2021-05-06").statusCode(409).body("code", is("NO_GRADES_BY_POLICY"));
        h.income("24000", "2019-01", "2019-12", "ESTIMATED_YEAR");
        ReadModels.settle();
        grade(h, "INCOME_UPDATE", "2020-05-06")
                .statusCode(422)
                .body("code", is("INCOME_WINDOW_MISMATCH"))
                .body("details", contains("ESTIMATED_YEAR", "2020-01..2020-12"));
        object(h).body("grade", is("YELLOW"));
        var other = Household.registered("GENERAL");
        ReadModels.settle();
        put("info-officer", "/objects/" + other.id + "/grade", body(h, "INCOME_UPDATE", "2020-05-06"))
                .statusCode(404)
                .body("code", is("NOT_AN_OBJECT"));
        put("auditor", "/objects/" + h.id + "/grade", body(h, "INCOME_UPDATE", "2020-05-06"))
                .statusCode(403);
        var edge = kept("GENERAL", "24000", "06");
        estimated(edge, "30000");
        grade(edge, "REEVALUATION", "2020-05-06").statusCode(409).body("code", is("GRADE_NONE"));
    }

    @Test
    void the_entry_and_the_import_of_who_is_red_are_due_by_the_days_of_the_plan() {
        var h = kept("GENERAL", "24000", "06");
        due(h, "2020-04-12")
                .body(of(h, "CASE_STEP") + ".step", contains("ENTERED"))
                .body(of(h, "CASE_STEP") + ".dueOn", contains("2020-04-20"))
                .body(of(h, "NATIONAL_ENTRY"), empty());
        h.step("info-officer", "/entry", Map.of("enteredOn", "2020-04-18", "entryNo", "N-2"))
                .statusCode(204);
        due(h, "2020-04-19")
                .body(of(h, "CASE_STEP"), empty())
                .body(of(h, "BIG_DATA_IMPORT") + ".dueOn", contains("2020-04-25"))
                .body(of(h, "BIG_DATA_IMPORT") + ".level", contains("COUNTY"));
        put("county-operator", "/objects/" + h.id + "/import", Map.of("batch", "B-1", "importedOn", "2020-04-24"))
                .statusCode(204);
        due(h, "2020-04-24").body(of(h, "BIG_DATA_IMPORT"), empty());
        due(h, "2020-04-23").body(of(h, "BIG_DATA_IMPORT"), hasSize(1));
        get("town-operator", "/calendar?area=" + VILLAGE + "&from=2020-04-20&to=2020-04-25&date=2020-04-30&limit=200")
                .statusCode(200)
                .body(of(h, "NATIONAL_ENTRY") + ".state", contains("DONE"))
                .body(of(h, "NATIONAL_ENTRY") + ".dueOn", contains("2020-04-20"))
                .body(of(h, "BIG_DATA_IMPORT") + ".state", contains("DONE"))
                .body(of(h, "BIG_DATA_IMPORT") + ".dueOn", contains("2020-04-25"));
    }

    @Test
    void who_is_kept_in_yellow_is_entered_only_once_it_turns_red() {
        var h = kept("LIFTED", "30000");
        due(h, "2020-04-12").body(of(h, "CASE_STEP"), empty()).body(of(h, "NATIONAL_ENTRY"), empty());
        get("info-officer", "/cases/" + h.caseId)
                .body("state", is("TOWN_APPROVED"))
                .body("nextSteps", empty())
                .body("steps.find { it.step == 'ENTERED' }.status", is("SKIPPED"));
        h.step("info-officer", "/entry", Map.of("enteredOn", "2020-04-18", "entryNo", "N-3"))
                .statusCode(409)
                .body("code", is("STEP_NOT_IN_POLICY"));
        estimated(h, "24000");
        grade(h, "INCOME_UPDATE", "2020-05-06").statusCode(204);
        due(h, "2020-05-07").body(of(h, "NATIONAL_ENTRY"), hasSize(1));
        calendar("NATIONAL_ENTRY", "2020-05-05").body(of(h, "NATIONAL_ENTRY"), empty());
        calendar("NATIONAL_ENTRY", "2020-05-07")
                .body(of(h, "NATIONAL_ENTRY") + ".state", contains("OPEN"))
                .body(of(h, "NATIONAL_ENTRY") + ".on", contains("2020-05-06"))
                .body(of(h, "NATIONAL_ENTRY") + ".dueOn", contains(nullValue()));
        put(
                        "village-secretary",
                        "/objects/" + h.id + "/national-entry",
                        Map.of("entryNo", "N-3", "enteredOn", "2020-05-08"))
                .statusCode(204);
        due(h, "2020-05-08").body(of(h, "NATIONAL_ENTRY"), empty());
        calendar("NATIONAL_ENTRY", "2020-05-07").body(of(h, "NATIONAL_ENTRY") + ".state", contains("OPEN"));
        calendar("NATIONAL_ENTRY", "2020-05-08")
                .body(of(h, "NATIONAL_ENTRY") + ".state", contains("DONE"))
                .body(of(h, "NATIONAL_ENTRY") + ".on", contains("2020-05-06"))
                .body(of(h, "NATIONAL_ENTRY") + ".doneOn", contains("2020-05-08"))
                .body(of(h, "NATIONAL_ENTRY") + ".dueOn", contains(nullValue()));
        calendar("BIG_DATA_IMPORT", "2020-05-08")
                .body(of(h, "BIG_DATA_IMPORT") + ".state", contains("OPEN"))
                .body(of(h, "BIG_DATA_IMPORT") + ".on", contains("2020-05-08"));
    }

    private static ValidatableResponse calendar(String duty, String date) {
        return get(
                        "town-operator",
                        "/calendar?area=" + VILLAGE + "&from=2020-04-01&to=2020-06-30&limit=200&duty=" + duty + "&date="
                                + date)
                .statusCode(200);
    }

    @Test
    void who_was_let_go_and_taken_back_is_to_be_entered_and_imported_as_before() {
        var h = kept("LIFTED", "30000");
        letGo(h, "2020-05-15");
        takenBack(h, "2020-05-20");
        estimated(h, "24000");
        grade(h, "INCOME_UPDATE", "2020-05-22").statusCode(204);
        due(h, "2020-05-23")
                .body(of(h, "NATIONAL_ENTRY") + ".since", contains("2020-05-22"))
                .body(of(h, "NATIONAL_ENTRY") + ".level", contains("VILLAGE"));

        letGo(h, "2020-06-05");
        due(h, "2020-06-05").body(of(h, "NATIONAL_ENTRY"), empty());
        calendar("NATIONAL_ENTRY", "2020-06-05").body(of(h, "NATIONAL_ENTRY"), empty());
        takenBack(h, "2020-06-10");
        due(h, "2020-06-09").body(of(h, "NATIONAL_ENTRY"), empty());
        due(h, "2020-06-10").body(of(h, "NATIONAL_ENTRY") + ".since", contains("2020-05-22"));
        put(
                        "village-secretary",
                        "/objects/" + h.id + "/national-entry",
                        Map.of("entryNo", "N-4", "enteredOn", "2020-06-11"))
                .statusCode(204);
        letGo(h, "2020-06-15");
        due(h, "2020-06-15").body(of(h, "BIG_DATA_IMPORT"), empty());
        takenBack(h, "2020-06-20");
        calendar("NATIONAL_ENTRY", "2020-06-20")
                .body(of(h, "NATIONAL_ENTRY") + ".state", contains("DONE"))
                .body(of(h, "NATIONAL_ENTRY") + ".doneOn", contains("2020-06-11"));
        due(h, "2020-06-20")
                .body(of(h, "NATIONAL_ENTRY"), empty())
                .body(of(h, "BIG_DATA_IMPORT") + ".since", contains("2020-06-11"))
                .body(of(h, "BIG_DATA_IMPORT") + ".level", contains("COUNTY"));
    }

    /** As one that nobody reaches any more: certificate and meeting. */
    private static void letGo(Household h, String on) {
        var removal = "/removals/" + UUID.randomUUID();
        put(
                        "info-officer",
                        removal,
                        Map.of(
                                "householdId",
                                h.id,
                                "method",
                                "NATURAL",
                                "naturalReason",
                                "LOST_CONTACT",
                                "proof",
                                docs("DOC_PROOF"),
                                "proposedOn",
                                on))
                .statusCode(201);
        put(
                        "village-committee",
                        removal + "/effect-review",
                        Map.of("minutes", minutes(on), "documents", docs("DOC_REVIEW_MINUTES")))
                .statusCode(204);
        put(
                        "town-reviewer",
                        removal + "/town-review",
                        Map.of(
                                "approved",
                                true,
                                "opinion",
                                "同意",
                                "reviewedOn",
                                on,
                                "documents",
                                docs("DOC_TOWN_OPINION")))
                .statusCode(204);
        put("info-officer", removal + "/mark", Map.of("markedOn", on)).statusCode(204);
    }

    private static void takenBack(Household h, String on) {
        put("county-approver", "/objects/" + h.id + "/removal/revocation", Map.of("reason", "该户已经联系上，原标注有误", "on", on))
                .statusCode(204);
    }

    @Test
    void the_first_sweep_of_the_plan_is_due_until_a_sweep_over_the_village_has_ended() {
        var village = "610727105481";
        var household = Household.registered("GENERAL");
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2020-01-02"));
        ReadModels.settle();
        sweeps(village, "2020-03-10")
                .body("items.findAll { it.duty == 'INITIAL_SWEEP' }.dueOn", contains("2020-03-25"));
        var sweep = "/sweeps/" + UUID.randomUUID();
        put(
                        "town-operator",
                        sweep,
                        Map.of("areaCode", village, "name", "首次排查", "from", "2020-03-02", "to", "2020-03-25"))
                .statusCode(201);
        put("town-operator", sweep + "/end", Map.of("on", "2020-03-24", "reason", "一户长期外出，已电话核实"))
                .statusCode(204);
        sweeps(village, "2020-03-24").body("items.findAll { it.duty == 'INITIAL_SWEEP' }", empty());
        sweeps(village, "2020-03-23").body("items.findAll { it.duty == 'INITIAL_SWEEP' }", hasSize(1));
        get("town-operator", "/calendar?area=" + village + "&from=2020-03-01&to=2020-03-31&date=2020-03-31")
                .body("items.findAll { it.duty == 'INITIAL_SWEEP' }.state", contains("DONE"));
    }

    @Test
    void a_sweep_after_the_plan_is_not_its_first_sweep() {
        var village = "610727105494";
        var household = Household.registered("GENERAL");
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2020-01-02"));
        ReadModels.settle();
        var sweep = "/sweeps/" + UUID.randomUUID();
        put(
                        "town-operator",
                        sweep,
                        Map.of("areaCode", village, "name", "第四季度排查", "from", "2021-11-01", "to", "2021-11-30"))
                .statusCode(201);
        put("town-operator", sweep + "/end", Map.of("on", "2021-11-29", "reason", "一户长期外出，已电话核实"))
                .statusCode(204);
        get("town-operator", "/calendar?area=" + village + "&from=2020-03-01&to=2020-03-31&date=2021-12-31&limit=200")
                .body("items.findAll { it.duty == 'INITIAL_SWEEP' }.state", contains("LATE"));
    }

    /** Under the 2020 plan, in the colour of its income. */
    private static Household kept(String type, String net, String... risks) {
        var h = Household.registered(type)
                .income(net, "2020-01", "2020-12", "ESTIMATED_YEAR")
                .safeguards("2020-04-02")
                .opened("2020-04-01");
        var visit = new TreeMap<String, Object>(Map.of(
                "visitedOn",
                "2020-04-02",
                "visitors",
                List.of("grid-member"),
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "risks",
                List.of(risks),
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId));
        known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        var review = Map.of(
                "heldOn",
                "2020-04-08",
                "place",
                "村委会",
                "host",
                "village-secretary",
                "recorder",
                "info-officer",
                "attendees",
                List.of("village-head", "village-secretary"),
                "signInCount",
                2,
                "decision",
                "INCLUDED",
                "documents",
                docs("DOC_REVIEW_MINUTES"));
        known(() -> h.step("village-committee", "/review", review)).statusCode(204);
        h.step("town-reviewer", "/town-review", Map.of("reviewedOn", "2020-04-10"))
                .statusCode(204);
        return h;
    }

    private static void estimated(Household h, String net) {
        h.income(net, "2020-01", "2020-12", "ESTIMATED_YEAR");
        ReadModels.settle();
    }

    private static ValidatableResponse grade(Household h, String trigger, String on) {
        return put("info-officer", "/objects/" + h.id + "/grade", body(h, trigger, on));
    }

    private static Map<String, Object> body(Household h, String trigger, String on) {
        return Map.of("trigger", trigger, "on", on, "incomeStatementId", h.statementId, "safeguardCheckId", h.checkId);
    }

    private static ValidatableResponse object(Household h) {
        return get("info-officer", "/objects/" + h.id).statusCode(200);
    }

    private static ValidatableResponse due(Household h, String date) {
        return get("county-operator", "/worklist?limit=200&area=" + VILLAGE + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse sweeps(String village, String date) {
        return get("town-operator", "/worklist?limit=200&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static String of(Household h, String duty) {
        return "items.findAll { it.duty == '" + duty + "' && it.subject.householdId == '" + h.id + "' }";
    }
}
