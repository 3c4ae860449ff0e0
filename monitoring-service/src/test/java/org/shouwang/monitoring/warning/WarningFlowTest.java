package org.shouwang.monitoring.warning;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** Warnings, monthly visits, ticks, the work list and the figures of one village, over HTTP. */
@QuarkusTest
@WithTestResource(Servers.class)
class WarningFlowTest {

    @BeforeEach
    void verbose() {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    }

    /** The 2020 plan: water fails at a household in yellow. */
    @Test
    void a_yellow_household_is_entered_first_and_then_red() {
        var h = Included.yellowIn2020();
        var id = UUID.randomUUID();
        raise(h, id, "2020-05-20").statusCode(201);
        raise(h, id, "2020-05-20").statusCode(204);
        get("info-officer", "/warnings/" + id)
                .body("dueOn", is("2020-06-30"))
                .body("level", is("RED"))
                .body("stage", is("ENTRY_PENDING"));
        warning(id, "info-officer", "annotation", Map.of("annotatedOn", "2020-05-21"))
                .statusCode(409)
                .body("code", is("NATIONAL_ENTRY_REQUIRED_FIRST"));
        put("county-operator", "/objects/" + h.id() + "/import", Map.of("batch", "B-5", "importedOn", "2020-05-22"))
                .statusCode(409)
                .body("code", is("NATIONAL_ENTRY_REQUIRED_FIRST"));
        put(
                        "info-officer",
                        "/objects/" + h.id() + "/national-entry",
                        Map.of("entryNo", "N-5", "enteredOn", "2020-05-21"))
                .statusCode(204);
        updated(h, "2020-05-21").statusCode(409).body("code", is("NATIONAL_ENTRY_REQUIRED_FIRST"));
        put("county-operator", "/objects/" + h.id() + "/import", Map.of("batch", "B-5", "importedOn", "2020-05-20"))
                .statusCode(422)
                .body("code", is("DATE_OUT_OF_ORDER"))
                .body("details", contains("2020-05-21"));
        put("county-operator", "/objects/" + h.id() + "/import", Map.of("batch", "B-5", "importedOn", "2020-05-22"))
                .statusCode(204);
        warning(id, "info-officer", "annotation", Map.of("annotatedOn", "2020-05-21"))
                .statusCode(409)
                .body("code", is("NATIONAL_ENTRY_REQUIRED_FIRST"))
                .body("details", contains("2020-05-22"));
        warning(id, "info-officer", "annotation", Map.of("annotatedOn", "2020-05-23"))
                .statusCode(204);
        get("info-officer", "/objects/" + h.id())
                .body("grade", is("RED"))
                .body("type", is("UNSTABLE"))
                .body("nationalEntry", is("IMPORTED"));
        updated(h, "2020-05-21").statusCode(422).body("code", is("DATE_OUT_OF_ORDER"));
        updated(h, "2020-05-25").statusCode(204);
        get("info-officer", "/objects/" + h.id()).body("nationalEntry", is("UPDATED"));

        warning(
                        id,
                        "town-operator",
                        "assignment",
                        Map.of("dept", "WATER", "responsible", "water-clerk", "assignedOn", "2020-05-24"))
                .statusCode(204);
        warning(id, "department-user", "handling", Map.of("action", "更换水管，清理蓄水池", "handledOn", "2020-06-20"))
                .statusCode(204);
        post("/ticks?date=2020-06-30").statusCode(200);
        get("info-officer", "/warnings/" + id).body("overdue", is(false));
        post("/ticks?date=2020-07-01").statusCode(200).body("warnings", greaterThanOrEqualTo(1));
        get("info-officer", "/warnings/" + id).body("overdue", is(true));
        var mine = "/warnings?household=" + h.id() + "&overdue=";
        get("town-leadership", mine + true).body("items.id", contains(id.toString()));
        get("town-leadership", mine + false).body("items", empty());
        town("2020-06-30").body("items.subject.id", not(hasItem(id.toString())));
        town("2020-07-01").body("items.subject.id", hasItem(id.toString()));
        post("/ticks?date=2020-07-01").statusCode(200).body("warnings", is(0)).body("months", is(0));
        warning(id, "village-committee", "closure", Map.of("closedOn", "2020-07-01"))
                .statusCode(409)
                .body("code", is("WARNING_NOT_SOLVED"));

        var later = UUID.randomUUID();
        put(
                        "info-officer",
                        "/warnings/" + later,
                        Map.of("householdId", h.id(), "item", "HOUSING", "source", "PATROL", "raisedOn", "2020-08-09"))
                .statusCode(201);
        get("info-officer", "/warnings/" + later).body("dueOn", is("2020-08-31"));
        warning(later, "town-operator", "cancellation", Map.of("reason", "核实后为误报，房屋安全", "on", "2020-08-10"))
                .statusCode(204);
        get("info-officer", "/warnings/" + later)
                .body("reason", is("核实后为误报，房屋安全"))
                .body("recorded.by", is("info-officer"))
                .body("recorded.on", is("2020-08-09"))
                .body("changed.by", is("town-operator"))
                .body("changed.role", is("TOWN_OPERATOR"));
        get("info-officer", "/warnings/" + later + "/history?after=1&limit=1")
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].version", is(2));
    }

    @Test
    void since_2021_a_household_is_entered_and_updated_but_not_imported() {
        var h = Included.in2021();
        var imported = Map.of("batch", "B-6", "importedOn", "2021-11-20");
        put("county-operator", "/objects/" + h.id() + "/import", imported)
                .statusCode(409)
                .body("code", is("STEP_NOT_IN_POLICY"));
        put(
                        "info-officer",
                        "/objects/" + h.id() + "/national-entry",
                        Map.of("entryNo", "N-6", "enteredOn", "2021-11-16"))
                .statusCode(204);
        put("county-operator", "/objects/" + h.id() + "/import", imported)
                .statusCode(409)
                .body("code", is("STEP_NOT_IN_POLICY"))
                .body("details", contains("IMPORTED"));
        updated(h, "2021-11-21").statusCode(204);
        get("info-officer", "/objects/" + h.id()).body("nationalEntry", is("UPDATED"));
    }

    @Test
    void a_monthly_visit_raises_what_it_finds_wanting() {
        var h = Included.in2021();
        var body = check("2021-12-08", "WATER", "FAIL");
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", check("2022-01-08"))
                .statusCode(422)
                .body("code", is("MONTH_MISMATCH"));
        var unsigned = new TreeMap<>(check("2021-12-08"));
        unsigned.put("householderSigned", false);
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", unsigned)
                .statusCode(422)
                .body("code", is("SIGNATURE_MISSING"));
        var called = new TreeMap<>(check("2021-12-08"));
        called.put("method", "PHONE");
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", called)
                .statusCode(422)
                .body("code", is("NOT_AWAY"));
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", body).statusCode(201);
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", body).statusCode(204);
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", check("2021-12-09"))
                .statusCode(409)
                .body("code", is("ALREADY_CHECKED"));
        var visit = "items.findAll { it.subject.id == '" + h.id() + "' && it.duty == 'MONTHLY_CHECK' }.dueOn";
        get("info-officer", "/worklist?area=" + VILLAGE + "&date=2021-12-07&limit=200")
                .body(visit, contains("2021-12-31"));
        get("info-officer", "/worklist?area=" + VILLAGE + "&date=2021-12-08&limit=200")
                .body(visit, empty());
        var id = get("info-officer", "/warnings?area=" + VILLAGE + "&household=" + h.id())
                .body("items.item", contains("WATER"))
                .body("items.level", contains("URGENT"))
                .body("items[0].dueOn", is("2022-01-07"))
                .extract()
                .<String>path("items[0].id");
        get("info-officer", "/worklist?area=" + VILLAGE + "&date=2022-01-08&limit=200")
                .body("items.find { it.subject.id == '" + id + "' }.overdue", is(true))
                .body(
                        "items.find { it.subject.id == '" + h.id() + "' && it.duty == 'MONTHLY_CHECK' }.dueOn",
                        is("2022-01-31"));

        warning(UUID.fromString(id), "info-officer", "annotation", Map.of("annotatedOn", "2021-12-09"))
                .statusCode(204);
        warning(
                        UUID.fromString(id),
                        "town-operator",
                        "assignment",
                        Map.of("dept", "WATER", "responsible", "water-clerk", "assignedOn", "2021-12-10"))
                .statusCode(204);
        warning(UUID.fromString(id), "department-user", "handling", Map.of("action", "修复水管", "handledOn", "2021-12-12"))
                .statusCode(204);
        var recheck = recheck(h);
        known(() -> warning(
                        UUID.fromString(id),
                        "village-committee",
                        "closure",
                        Map.of("checkId", recheck, "evidence", docs("DOC_PHOTO"), "closedOn", "2021-12-20")))
                .statusCode(204);
        put("grid-member", "/objects/" + h.id() + "/checks/2022-01", check("2022-01-08", "WATER", "AT_RISK"))
                .statusCode(201);
        get("info-officer", "/warnings/" + id).body("stage", is("ANNOTATED")).body("raisedOn", is("2021-12-08"));
        warning(
                        UUID.fromString(id),
                        "town-operator",
                        "assignment",
                        Map.of("dept", "WATER", "responsible", "water-clerk", "assignedOn", "2022-01-09"))
                .statusCode(204);
        warning(UUID.fromString(id), "department-user", "handling", Map.of("action", "更换水管", "handledOn", "2022-01-10"))
                .statusCode(204);
        warning(
                        UUID.fromString(id),
                        "village-committee",
                        "closure",
                        Map.of("checkId", recheck, "evidence", docs("DOC_PHOTO"), "closedOn", "2022-01-12"))
                .statusCode(409)
                .body("code", is("WARNING_NOT_SOLVED"));
        get("info-officer", "/objects/" + h.id() + "/checks")
                .body("month", contains("2022-01", "2021-12"))
                .body("[1].items.find { it.indicator == 'WATER' }.result", is("FAIL"))
                .body("[1].householderSigned", is(true))
                .body("[1].documents", notNullValue());
        post("/ticks?date=2022-04-01").statusCode(200);
        var steps = "items.findAll { it.subject.id == '" + id + "' }.step";
        get("info-officer", "/worklist?date=2021-12-09&limit=200").body(steps, contains("ASSIGN"));
        get("info-officer", "/worklist?date=2021-12-19&limit=200").body(steps, contains("CLOSE"));
        get("info-officer", "/worklist?date=2022-03-31&limit=200").body(visit, contains("2022-03-31"));
        get("info-officer", "/objects/" + h.id() + "/checks")
                .body("findAll { it.missed }.month", contains("2022-03", "2022-02"));
        put("grid-member", "/objects/" + h.id() + "/checks/2022-03", check("2022-03-05"))
                .statusCode(204);
    }

    @Test
    void a_visit_that_is_handed_in_after_its_warning_was_closed_is_kept_and_opens_nothing() {
        var h = Included.in2021();
        put("grid-member", "/objects/" + h.id() + "/checks/2021-12", check("2021-12-08", "WATER", "FAIL"))
                .statusCode(201);
        var id = UUID.fromString(
                get("info-officer", "/warnings?household=" + h.id()).extract().<String>path("items[0].id"));
        warning(id, "info-officer", "annotation", Map.of("annotatedOn", "2021-12-09"))
                .statusCode(204);
        warning(
                        id,
                        "town-operator",
                        "assignment",
                        Map.of("dept", "WATER", "responsible", "water-clerk", "assignedOn", "2021-12-10"))
                .statusCode(204);
        warning(id, "department-user", "handling", Map.of("action", "修复水管", "handledOn", "2021-12-12"))
                .statusCode(204);
        var look = h.household.again().safeguards("2022-01-04");
        known(() -> warning(
                        id,
                        "village-committee",
                        "closure",
                        Map.of("checkId", look.checkId, "evidence", docs("DOC_PHOTO"), "closedOn", "2022-01-05")))
                .statusCode(204);
        put("grid-member", "/objects/" + h.id() + "/checks/2022-01", check("2022-01-03", "WATER", "FAIL"))
                .statusCode(201);
        get("info-officer", "/warnings?household=" + h.id()).body("items.stage", contains("CLOSED"));
        get("info-officer", "/objects/" + h.id() + "/checks").body("month", contains("2022-01", "2021-12"));
    }

    @Test
    void stable_work_and_a_new_income_close_what_no_check_can() {
        var h = Included.in2021();
        var work = inHandling(h, "EMPLOYMENT", "2022-01-04");
        var closure = Map.of("evidence", docs("DOC_PHOTO"), "closedOn", "2022-01-20");
        warning(work, "village-committee", "closure", closure).statusCode(409).body("code", is("WARNING_NOT_SOLVED"));
        var visit = new TreeMap<>(check("2022-01-15"));
        visit.put("work", "STABLE");
        visit.put("living", "BETTER");
        put("grid-member", "/objects/" + h.id() + "/checks/2022-01", visit).statusCode(201);
        get("info-officer", "/objects/" + h.id() + "/checks")
                .body("[0].work", is("STABLE"))
                .body("[0].living", is("BETTER"));
        warning(work, "village-committee", "closure", closure).statusCode(204);

        var income = inHandling(h, "INCOME", "2022-05-10");
        h.betterOff("45000");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> warning(
                                        income,
                                        "village-committee",
                                        "closure",
                                        Map.of(
                                                "incomeStatementId",
                                                h.statementId,
                                                "evidence",
                                                docs("DOC_PHOTO"),
                                                "closedOn",
                                                "2022-06-10"))
                                .extract()
                                .statusCode()
                        == 204);
        get("info-officer", "/warnings/" + income).body("stage", is("CLOSED"));
    }

    @Test
    void the_last_visit_that_says_what_is_solved_closes_a_warning_on_spending_or_something_else() {
        var h = Included.in2021();
        var spending = inHandling(h, "SPENDING", "2022-01-04");
        var other = inHandling(h, "OTHER", "2022-01-04");
        var january = new TreeMap<>(check("2022-01-15"));
        january.put("solved", List.of("WATER"));
        put("grid-member", "/objects/" + h.id() + "/checks/2022-01", january)
                .statusCode(422)
                .body("code", is("SOLVED_OTHERWISE"));
        january.put("solved", List.of("SPENDING"));
        put("grid-member", "/objects/" + h.id() + "/checks/2022-01", january).statusCode(201);
        get("info-officer", "/objects/" + h.id() + "/checks").body("[0].solved", contains("SPENDING"));

        var closure = Map.of("evidence", docs("DOC_PHOTO"), "closedOn", "2022-01-20");
        warning(other, "village-committee", "closure", closure).statusCode(409).body("code", is("WARNING_NOT_SOLVED"));
        warning(spending, "village-committee", "closure", closure).statusCode(204);
        get("info-officer", "/warnings/" + spending).body("stage", is("CLOSED"));

        var february = new TreeMap<>(check("2022-02-15"));
        february.put("solved", List.of("OTHER"));
        put("grid-member", "/objects/" + h.id() + "/checks/2022-02", february).statusCode(201);
        put("grid-member", "/objects/" + h.id() + "/checks/2022-03", check("2022-03-10"))
                .statusCode(201);
        var later = Map.of("evidence", docs("DOC_PHOTO"), "closedOn", "2022-04-20");
        var april = new TreeMap<>(check("2022-04-15"));
        april.put("solved", List.of());
        put("grid-member", "/objects/" + h.id() + "/checks/2022-04", april).statusCode(201);
        warning(other, "village-committee", "closure", later).statusCode(409).body("code", is("WARNING_NOT_SOLVED"));
        warning(other, "village-committee", "closure", Map.of("evidence", docs("DOC_PHOTO"), "closedOn", "2022-03-20"))
                .statusCode(204);
        get("info-officer", "/warnings/" + other).body("closing.solvedSeenOn", is("2022-02-15"));
    }

    @Test
    void a_warning_tells_how_it_was_handled_closed_and_visited_again_and_begins_anew_when_it_is_opened_again() {
        var h = Included.in2021();
        var id = inHandling(h, "SPENDING", "2022-01-04");
        var measure = UUID.randomUUID();
        warning(
                        id,
                        "info-officer",
                        "handling",
                        Map.of("action", "落实临时救助", "measureId", measure, "handledOn", "2022-01-06"))
                .statusCode(204);
        get("info-officer", "/warnings/" + id)
                .body("stage", is("IN_HANDLING"), "action", is("落实临时救助"), "measureId", is(measure.toString()))
                .body("closing", nullValue(), "findings", nullValue(), "reason", nullValue());

        var visit = new TreeMap<>(check("2022-01-15"));
        visit.put("solved", List.of("SPENDING"));
        put("grid-member", "/objects/" + h.id() + "/checks/2022-01", visit).statusCode(201);
        warning(id, "village-committee", "closure", Map.of("evidence", docs("DOC_PHOTO"), "closedOn", "2022-01-20"))
                .statusCode(204);
        get("info-officer", "/warnings/" + id)
                .body("stage", is("CLOSED"), "closedOn", is("2022-01-20"), "closing.solvedSeenOn", is("2022-01-15"))
                .body("closing.evidence.kind", contains("DOC_PHOTO"))
                .body("closing.evidence.sha256", contains("ab".repeat(32)))
                .body("closing.checkId", nullValue(), "closing.measureId", nullValue())
                .body("closing.incomeStatementId", nullValue(), "closing.workSeenOn", nullValue());
        warning(
                        id,
                        "info-officer",
                        "revisit",
                        Map.of(
                                "visitor",
                                "info-officer",
                                "findings",
                                "支出已下降",
                                "solved",
                                true,
                                "revisitedOn",
                                "2022-02-10"))
                .statusCode(204);
        get("info-officer", "/warnings/" + id)
                .body("stage", is("REVISITED"), "revisitedOn", is("2022-02-10"), "findings", is("支出已下降"))
                .body("action", is("落实临时救助"), "closing.solvedSeenOn", is("2022-01-15"), "reason", nullValue());

        warning(id, "town-reviewer", "reopening", Map.of("reason", "又有大额医疗支出", "on", "2022-03-01"))
                .statusCode(204);
        get("info-officer", "/warnings/" + id)
                .body("stage", is("ANNOTATED"), "reason", is("又有大额医疗支出"), "findings", is("支出已下降"))
                .body("action", nullValue(), "measureId", nullValue(), "closing", nullValue())
                .body("closedOn", nullValue(), "revisitedOn", nullValue());
    }

    private static UUID inHandling(Included h, String item, String on) {
        var id = UUID.randomUUID();
        put(
                        "info-officer",
                        "/warnings/" + id,
                        Map.of("householdId", h.id(), "item", item, "source", "MEETING", "raisedOn", on))
                .statusCode(201);
        warning(id, "info-officer", "annotation", Map.of("annotatedOn", on)).statusCode(204);
        warning(
                        id,
                        "town-operator",
                        "assignment",
                        Map.of("dept", "HRSS", "responsible", "hrss-clerk", "assignedOn", on))
                .statusCode(204);
        warning(id, "info-officer", "handling", Map.of("action", "介绍务工", "handledOn", on))
                .statusCode(204);
        return id;
    }

    @Test
    void a_household_that_ended_is_not_visited_but_naturally_removed() {
        var h = Included.in2021();
        h.household.publish(
                "household", h.id(), "HouseholdDeactivated", Map.of("reason", "DIED_OUT", "on", "2022-02-10"));
        var duties = "items.findAll { it.subject.id == '" + h.id() + "' }.duty";
        known(() ->
                get("info-officer", "/worklist?date=2022-02-10&limit=200").body(duties, contains("NATURAL_REMOVAL")));
        get("info-officer", "/worklist?date=2022-02-09&limit=200").body(duties, contains("MONTHLY_CHECK"));
        ended(h, "2022-02-09").body("state", empty());
        ended(h, "2022-02-10").body("on", contains("2022-02-10")).body("state", contains("OPEN"));
        put(
                        "info-officer",
                        "/removals/" + h.removalId,
                        Map.of(
                                "householdId",
                                h.id(),
                                "method",
                                "NATURAL",
                                "naturalReason",
                                "ALL_DECEASED",
                                "proof",
                                docs("DOC_DEATH_CERTIFICATE"),
                                "proposedOn",
                                "2022-02-12"))
                .statusCode(201);
        ended(h, "2022-02-11").body("state", contains("OPEN"));
        ended(h, "2022-02-12").body("state", contains("DONE")).body("doneOn", contains("2022-02-12"));
        post("/ticks?date=2022-05-01").statusCode(200);
        get("info-officer", "/objects/" + h.id() + "/checks")
                .body("findAll { it.missed }.month", contains("2022-01", "2021-12"));
    }

    private static ValidatableResponse updated(Included h, String on) {
        return put("info-officer", "/objects/" + h.id() + "/national-update", Map.of("updatedOn", on));
    }

    private static ValidatableResponse ended(Included h, String date) {
        return get(
                        "info-officer",
                        "/calendar?duty=NATURAL_REMOVAL&limit=200&from=2022-02-10&to=2022-02-10&area=" + VILLAGE
                                + "&date=" + date)
                .statusCode(200)
                .rootPath("items.findAll { it.subject.id == '" + h.id() + "' }");
    }

    @Test
    void figures_count_households_and_persons_as_of_a_day() {
        var before =
                get("auditor", "/figures?area=" + VILLAGE + "&date=2021-11-20").extract();
        var households = before.<Integer>path(figure("I09") + ".households");
        var persons = before.<Integer>path(figure("I09") + ".persons");
        var idle = before.<Integer>path(figure("I12") + ".persons");
        Included.in2021();
        get("auditor", "/figures?area=" + VILLAGE + "&date=2021-11-20")
                .statusCode(200)
                .body("on", is("2021-11-20"))
                .body("figures.code", hasItems("I08", "I09", "I10", "I11", "I12", "STOCK", "RED", "REMOVED"))
                .body(figure("I09") + ".zh", is("脱贫不稳定户"))
                .body(figure("I09") + ".households", is(households + 1))
                .body(figure("I09") + ".persons", is(persons + 6))
                .body(figure("I12") + ".households", nullValue())
                .body(figure("I12") + ".persons", is(idle + 3));
        get("auditor", "/figures?area=" + VILLAGE + "&date=2021-11-20").body("sizeLimit", nullValue());
        get("auditor", "/figures?area=" + VILLAGE + "&date=2020-11-20")
                .body("sizeLimit.percent", is(5))
                .body("sizeLimit.population", greaterThanOrEqualTo(6))
                .body("sizeLimit.zh", containsString("政策规定的5%"));
        get("viewer-city", "/figures?area=" + VILLAGE + "&date=2021-11-14")
                .statusCode(200)
                .body(figure("INCLUDED") + ".households", is(0));
        get("other-county", "/figures?area=" + VILLAGE).statusCode(403);
    }

    private static String figure(String code) {
        return "figures.find { it.code == '" + code + "' }";
    }

    @Test
    void operators_tick_and_nobody_else_and_never_ahead() {
        RestAssured.given()
                .auth()
                .oauth2(Servers.token("town-operator"))
                .post("/ticks")
                .then()
                .statusCode(403);
        post("/ticks?date=2999-01-01").statusCode(422).body("code", is("DATE_IN_FUTURE"));
        get("info-officer", "/worklist?after=nonsense").statusCode(400);
    }

    private static ValidatableResponse town(String date) {
        return get("town-leadership", "/worklist?level=TOWN&limit=200&area=" + VILLAGE + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse raise(Included h, UUID id, String on) {
        return put(
                "info-officer",
                "/warnings/" + id,
                Map.of("householdId", h.id(), "item", "WATER", "source", "MONTHLY_CHECK", "raisedOn", on));
    }

    @Test
    void a_clue_about_a_household_that_is_monitored_is_answered_by_the_warning_that_cites_it() {
        var h = Included.in2021();
        var next = h.household.again().heard("2021-11-20");
        next.step(
                        "info-officer",
                        "",
                        Map.of(
                                "householdId",
                                h.id(),
                                "clueIds",
                                List.of(next.clueId),
                                "channel",
                                "CADRE_SWEEP",
                                "openedOn",
                                "2021-11-20",
                                "documents",
                                docs()))
                .statusCode(409)
                .body("code", is("ALREADY_OBJECT"));
        var stranger = Household.registered("LIFTED").heard("2021-11-20");
        var id = UUID.randomUUID();
        cited(stranger.id, id, stranger.clueId).body("code", is("NOT_AN_OBJECT"));
        cited(h.id(), id, stranger.clueId).statusCode(409).body("code", is("CLUE_OF_OTHER_HOUSEHOLD"));
        cited(h.id(), id, UUID.randomUUID()).statusCode(404).body("code", is("CLUE_UNKNOWN"));
        get("info-officer", "/warnings/" + id).statusCode(404);
        get("info-officer", "/clues/" + stranger.clueId).body("result", nullValue());
        cited(h.id(), id, next.clueId).statusCode(201);
        cited(h.id(), id, next.clueId).statusCode(204);
        get("info-officer", "/warnings/" + id).body("clueId", is(next.clueId.toString()));
        get("info-officer", "/clues/" + next.clueId)
                .body("result", is("TO_WARNING"))
                .body("resultZh", is("转预警"))
                .body("warningId", is(id.toString()))
                .body("answeredOn", is("2021-11-22"))
                .body("stage", is("ANSWERED"));
        get("info-officer", "/worklist?area=" + VILLAGE + "&date=2021-11-22&limit=200")
                .body("items.subject.id", not(hasItem(next.clueId.toString())));
        cited(h.id(), UUID.randomUUID(), next.clueId).statusCode(409).body("code", is("CLUE_ANSWERED"));
    }

    private static ValidatableResponse cited(UUID household, UUID id, UUID clue) {
        return put(
                "info-officer",
                "/warnings/" + id,
                Map.of(
                        "householdId",
                        household,
                        "item",
                        "SPENDING",
                        "source",
                        "DEPARTMENT",
                        "raisedOn",
                        "2021-11-22",
                        "clueId",
                        clue));
    }

    private static ValidatableResponse warning(UUID id, String user, String step, Object body) {
        return put(user, "/warnings/" + id + "/" + step, body);
    }

    private static ValidatableResponse post(String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Servers.token("sys-admin"))
                .post(path)
                .then();
    }

    private static UUID recheck(Included h) {
        var id = UUID.randomUUID();
        h.household.publish(
                "safeguard",
                id,
                "SafeguardChecked",
                Map.of(
                        "householdId",
                        h.id(),
                        "checkedOn",
                        "2021-12-18",
                        "method",
                        "ON_SITE",
                        "items",
                        List.of(Map.of("indicator", "WATER", "result", "PASS", "evidence", List.of()))));
        return id;
    }

    private static Map<String, Object> check(String on, String... exceptions) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.of(
                        "indicator",
                        i,
                        "result",
                        exceptions.length > 0 && exceptions[0].equals(i) ? exceptions[1] : "PASS"))
                .toList();
        return new TreeMap<>(Map.of(
                "visitor",
                "grid-member",
                "visitedOn",
                on,
                "method",
                "ON_SITE",
                "items",
                items,
                "income",
                "SAME",
                "householderSigned",
                true));
    }
}
