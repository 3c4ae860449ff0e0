package org.shouwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A household in yellow whose water fails in May 2020: entered, imported, red, and due by the plan's closing day. */
class RedDeadlineTest {

    private final Running stack = Running.stack();

    @Test
    void a_red_warning_of_may_is_due_on_30_june_and_one_of_august_at_the_end_of_its_month() {
        var family = Family.registered(stack, "LIFTED", 1);
        family.keptIn2020("7000.00", "\"risks\":[]");
        object(family).body("grade", is("YELLOW"), "type", nullValue(), "state", is("ACTIVE"));

        visited(family, "2020-05", "2020-05-20", "FAIL").statusCode(201);
        UUID first = warnings(family)
                .body("items", hasSize(1))
                .body("items[0].item", is("WATER"), "items[0].level", is("RED"), "items[0].raisedOn", is("2020-05-20"))
                .body("items[0].dueOn", is("2020-06-30"), "items[0].stage", is("ENTRY_PENDING"))
                .extract()
                .jsonPath()
                .getUUID("items[0].id");

        refusedBeforeEntry(family, first);
        entry(family, "national-entry", "info-officer", "\"entryNo\":\"N-3\",\"enteredOn\":\"2020-05-22\"");
        refusedBeforeEntry(family, first);
        entry(family, "import", "county-operator", "\"batch\":\"B-3\",\"importedOn\":\"2020-05-25\"");
        object(family).body("grade", is("YELLOW"), "type", is("UNSTABLE"));
        annotate(family, first, "2020-05-24").statusCode(409).body("code", is("NATIONAL_ENTRY_REQUIRED_FIRST"));
        annotate(family, first, "2020-05-26").statusCode(204);
        calendar(family, "NATIONAL_ENTRY", "2020-05-21").body("on", empty());
        calendar(family, "NATIONAL_ENTRY", "2020-05-26")
                .body("state", contains("DONE"), "on", contains("2020-05-22"), "doneOn", contains("2020-05-22"));
        calendar(family, "BIG_DATA_IMPORT", "2020-05-24")
                .body("state", contains("OPEN"), "on", contains("2020-05-22"), "dueOn", contains(nullValue()));
        calendar(family, "BIG_DATA_IMPORT", "2020-05-26")
                .body("state", contains("DONE"), "on", contains("2020-05-22"), "doneOn", contains("2020-05-25"));
        object(family).body("grade", is("RED"), "type", is("UNSTABLE"));

        late(family, first);
        var second = UUID.randomUUID();
        family.put("info-officer", "/monitoring/warnings/" + second, """
                {"householdId":"%s","item":"HOUSING","source":"PATROL","text":"住房漏雨","raisedOn":"2020-08-09"}""".formatted(family.id))
                .statusCode(201);
        warning(family, second).body("level", is("RED"), "dueOn", is("2020-08-31"), "overdue", is(false));
        family.get("county-operator", "/monitoring/policies?area=" + Family.VILLAGE + "&on=2020-05-20")
                .statusCode(200)
                .body("[0].policyId", is("POL-2020-TOWN"))
                .body("[0].monitoring.reportDay", is(2), "[0].monitoring.reportFrom", is("2020-04"));
        assertThat(reports("2020-05-01")).containsExactly("2020-04 by 2020-05-02");
        assertThat(reports("2020-04-02")).isEmpty();
    }

    /** The monthly reports that the village owes on a day, however long its work list has become. */
    private List<String> reports(String date) {
        var owed = new ArrayList<String>();
        for (var after = ""; after != null; ) {
            var page = stack.as("town-operator")
                    .get("/monitoring/worklist?area=" + Family.VILLAGE + "&date=" + date + "&limit=200" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<Map<String, String>>getList("items.findAll { it.duty == 'MONTHLY_REPORT' }")
                    .forEach(report -> owed.add(report.get("step") + " by " + report.get("dueOn")));
            var next = page.getString("next");
            after = next == null ? null : "&after=" + next;
        }
        return owed;
    }

    private void late(Family family, UUID warning) {
        step(family, warning, "town-operator", "assignment", """
                {"dept":"WATER","responsible":"water-clerk","assignedOn":"2020-05-27"}""");
        step(family, warning, "town-operator", "handling", """
                {"action":"更换水管","handledOn":"2020-06-20"}""");
        tick("2020-06-30");
        warning(family, warning).body("overdue", is(false));
        tick("2020-07-01");
        warning(family, warning).body("overdue", is(true), "stage", is("IN_HANDLING"));
        var check = family.safeguards("2020-07-01");
        family.soon("town-operator", "/monitoring/warnings/" + warning + "/closure", """
                {"checkId":"%s","evidence":[%s],"closedOn":"2020-07-01"}""".formatted(
                                check, family.document("DOC_PHOTO")))
                .statusCode(204);
        warning(family, warning).body("stage", is("CLOSED"), "overdue", is(true));
        var path = "/archive/households/" + family.id + "/history";
        await().ignoreExceptions().untilAsserted(() -> assertThat(
                        family.get("auditor", path).extract().<List<String>>path("items.type"))
                .contains("WarningClosed")
                .containsOnlyOnce("WarningOverdue"));
    }

    private static void refusedBeforeEntry(Family family, UUID warning) {
        annotate(family, warning, "2020-05-26").statusCode(409).body("code", is("NATIONAL_ENTRY_REQUIRED_FIRST"));
    }

    private static ValidatableResponse annotate(Family family, UUID warning, String on) {
        return family.put(
                "info-officer",
                "/monitoring/warnings/" + warning + "/annotation",
                "{\"platformNo\":\"P-3\",\"annotatedOn\":\"%s\"}".formatted(on));
    }

    private static void entry(Family family, String what, String user, String body) {
        family.put(user, "/monitoring/objects/" + family.id + "/" + what, "{" + body + "}")
                .statusCode(204);
    }

    private static void step(Family family, UUID warning, String user, String step, String body) {
        family.put(user, "/monitoring/warnings/" + warning + "/" + step, body).statusCode(204);
    }

    private static ValidatableResponse visited(Family family, String month, String on, String water) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> "{\"indicator\":\"%s\",\"result\":\"%s\"}".formatted(i, i.equals("WATER") ? water : "PASS"))
                .collect(Collectors.joining(","));
        return family.put(
                "village-committee", "/monitoring/objects/" + family.id + "/checks/" + month, """
                {"visitor":"village-committee","visitedOn":"%s","method":"ON_SITE","items":[%s],"income":"SAME","householderSigned":true}""".formatted(on, items));
    }

    private static ValidatableResponse calendar(Family family, String duty, String date) {
        return family.get(
                        "town-operator",
                        "/monitoring/calendar?area=" + Family.VILLAGE + "&from=2020-04-01&to=2020-05-31&limit=200&duty="
                                + duty + "&date=" + date)
                .statusCode(200)
                .rootPath("items.findAll { it.subject.householdId == '" + family.id + "' }");
    }

    private void tick(String date) {
        stack.as("sys-admin").post("/monitoring/ticks?date=" + date).then().statusCode(200);
    }

    private static ValidatableResponse object(Family family) {
        return family.get("town-operator", "/monitoring/objects/" + family.id).statusCode(200);
    }

    private static ValidatableResponse warnings(Family family) {
        return family.get("town-operator", "/monitoring/warnings?area=" + Family.VILLAGE + "&household=" + family.id)
                .statusCode(200);
    }

    private static ValidatableResponse warning(Family family, UUID id) {
        return family.get("town-operator", "/monitoring/warnings/" + id).statusCode(200);
    }
}
