package org.shouwang.monitoring.revisit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.removal.Included;
import org.shouwang.monitoring.removal.RemovalRequests;

/** A household that was let go in June 2022 is visited once a quarter, over HTTP. */
@QuarkusTest
@WithTestResource(Servers.class)
class RevisitFlowTest {

    private static final String HERE = "610727105491";

    @Test
    void a_household_is_visited_every_quarter_after_its_removal_until_it_is_taken_back() {
        var i = RemovalRequests.letGo(Included.in2021().helped()).movedTo(HERE, "2022-06-25");
        var due = "items.findAll { it.duty == 'REVISIT' && it.subject.id == '" + i.id() + "' }";
        worklist("2022-06-30").body(due, empty());
        worklist("2022-07-01")
                .body(due + ".dueOn", contains("2022-09-30"))
                .body(due + ".step", contains("2022-07"))
                .body(due + ".what.zh", contains("消除后回访"))
                .body(due + ".subject.kind", contains("object"));
        tick("2022-09-30");
        revisits(i).body("", empty());

        report(i, "town-reviewer", "2022-07", body("2022-08-10")).statusCode(403);
        report(i, "town-operator", "2022-08", body("2022-08-10"))
                .statusCode(422)
                .body("code", is("PERIOD_MISMATCH"))
                .body("details", contains("2022-07", "2022-09"));
        report(i, "town-operator", "third-quarter", body("2022-08-10")).statusCode(400);
        report(i, "town-operator", "2022-07", with(body("2022-08-10"), "method", "PHONE"))
                .statusCode(422)
                .body("code", is("NOT_AWAY"));
        report(i, "town-operator", "2022-07", body("2022-08-10")).statusCode(201);
        report(i, "town-operator", "2022-07", body("2022-08-10")).statusCode(204);
        report(i, "town-operator", "2022-07", with(body("2022-08-10"), "note", "无变化"))
                .statusCode(409)
                .body("code", is("ALREADY_REVISITED"));
        worklist("2022-08-09").body(due, hasSize(1));
        worklist("2022-08-10").body(due, empty());
        revisits(i)
                .body("from", contains("2022-07"))
                .body("[0].missed", is(false))
                .body("[0].after.perCapita", is(7500))
                .body("[0].items", hasSize(6))
                .body("[0].householderSigned", is(true))
                .body("[0].documents.kind", contains("DOC_VISIT_FORM"))
                .body("[0].clueId", nullValue());

        worklist("2022-11-02").body(due + ".step", contains("2022-10"));
        calendar("2022-11-02")
                .body("items.step", contains("2022-07", "2022-10"))
                .body("items.dueOn", contains("2022-09-30", "2022-12-31"))
                .body("items.subject.id", everyItem(is(i.id().toString())))
                .body("items.state", contains("DONE", "OPEN"))
                .body("items.find { it.step == '2022-07' }.doneOn", is("2022-08-10"));
        calendar("2023-01-01").body("items.state", contains("DONE", "LATE"));
        calendar("2022-06-24").body("items", empty());
        tick("2022-12-31");
        revisits(i).body("from", contains("2022-07"));
        tick("2023-01-01").body("revisits", greaterThanOrEqualTo(1));
        tick("2023-01-01").body("revisits", is(0));
        revisits(i).body("from", contains("2022-10", "2022-07")).body("[0].missed", is(true));
        var late = with(body("2022-12-20"), "items", items("FAIL"));
        report(i, "town-operator", "2022-10", late).statusCode(204).header("ETag", "\"2\"");
        String clue = revisits(i)
                .body("[0].missed", is(false))
                .body("[0].wanting", contains("WATER"))
                .extract()
                .path("[0].clueId");
        get("town-operator", "/clues/" + clue)
                .statusCode(200)
                .body("source", is("LOOK_BACK"))
                .body("householdId", is(i.id().toString()))
                .body("text", containsString("饮水安全不达标"));

        put(
                        "county-approver",
                        "/objects/" + i.id() + "/removal/revocation",
                        Map.of("reason", "回访发现饮水不达标，原标注有误", "on", "2023-02-01"))
                .statusCode(204);
        worklist("2023-02-02").body(due, empty());
        worklist("2023-01-31").body(due, hasSize(1));
        report(i, "town-operator", "2023-01", body("2023-02-03"))
                .statusCode(409)
                .body("code", is("REVISIT_NOT_OWED"));
        get("other-town", "/objects/" + i.id() + "/revisits").body("", empty());
    }

    private static Map<String, Object> body(String on) {
        return Map.of(
                "visitor",
                "grid-member",
                "visitedOn",
                on,
                "method",
                "ON_SITE",
                "items",
                items("PASS"),
                "income",
                "SAME",
                "after",
                new TreeMap<>(RemovalRequests.after()),
                "householderSigned",
                true,
                "documents",
                docs("DOC_VISIT_FORM"));
    }

    private static List<Map<String, String>> items(String water) {
        return Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.of("indicator", i, "result", i.equals("WATER") ? water : "PASS"))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse report(Included i, String user, String from, Object body) {
        return put(user, "/objects/" + i.id() + "/revisits/" + from, body);
    }

    private static ValidatableResponse revisits(Included i) {
        return get("town-operator", "/objects/" + i.id() + "/revisits").statusCode(200);
    }

    private static ValidatableResponse worklist(String date) {
        return get("town-operator", "/worklist?limit=200&area=" + HERE + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar(String date) {
        return get(
                        "town-operator",
                        "/calendar?area=" + HERE + "&duty=REVISIT&from=2022-06-01&to=2022-12-31&date=" + date)
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
