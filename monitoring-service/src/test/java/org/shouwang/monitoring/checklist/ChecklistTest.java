package org.shouwang.monitoring.checklist;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** What a village shows on its wall, over HTTP: asked for by the policy, shown, found gone, and due until then. */
@QuarkusTest
@WithTestResource(Servers.class)
class ChecklistTest {

    private static final String DUE = "items.findAll { it.duty == 'VILLAGE_CHECKLIST' }";

    @Test
    void what_is_missing_is_due_until_it_is_shown() {
        var village = lived("610727105482");
        list(village, "2021-11-30")
                .body("item", contains("FLOW_CHART", "INFO_OFFICER_DUTIES", "GRID_MEMBER_DUTIES", "DECLARATION_WINDOW"))
                .body("state", everyItem(is("MISSING")))
                .body("asked", everyItem(is(true)))
                .body("[0].what.zh", is("防返贫预警监测流程图"))
                .body("[0].stateZh", is("缺少"));
        due(village, "2021-11-30")
                .body(DUE + ".step", contains("FLOW_CHART/INFO_OFFICER_DUTIES/GRID_MEMBER_DUTIES/DECLARATION_WINDOW"))
                .body(DUE + ".subject.kind", contains("village-checklist"))
                .body(DUE + ".overdue", contains(false));
        show(village, "FLOW_CHART", "2021-11-10").statusCode(201).header("ETag", "\"1\"");
        show(village, "FLOW_CHART", "2021-11-10").statusCode(204);
        show(village, "INFO_OFFICER_DUTIES", "2021-11-10").statusCode(201);
        show(village, "GRID_MEMBER_DUTIES", "2021-11-12").statusCode(201);
        due(village, "2021-11-30").body(DUE + ".step", contains("DECLARATION_WINDOW"));
        due(village, "2021-11-11").body(DUE + ".step", contains("GRID_MEMBER_DUTIES/DECLARATION_WINDOW"));
        calendar(village, "2021-11-30")
                .body("items.step", contains("DECLARATION_WINDOW"))
                .body("items.state", contains("OPEN"));
        show(village, "DECLARATION_WINDOW", "2021-11-15").statusCode(201);
        due(village, "2021-11-30").body(DUE, empty());
        calendar(village, "2021-11-30")
                .body("items.state", contains("DONE"))
                .body("items.doneOn", contains("2021-11-15"));
        list(village, "2021-11-30")
                .body("state", everyItem(is("DONE")))
                .body("recorded.by", everyItem(notNullValue()))
                .body("[3].shownOn", is("2021-11-15"))
                .body("[3].photo.kind", is("DOC_PHOTO"));
    }

    @Test
    void what_is_found_gone_is_due_again() {
        var village = lived("610727105483");
        show(village, "FLOW_CHART", "2021-11-10").statusCode(201);
        gone(village, "GRID_MEMBER_DUTIES", "2021-11-20").statusCode(409).body("code", is("CHECKLIST_NOT_SHOWN"));
        gone(village, "FLOW_CHART", "2021-11-09").statusCode(422).body("code", is("DATE_OUT_OF_ORDER"));
        gone(village, "FLOW_CHART", "2021-11-20").statusCode(204).header("ETag", "\"2\"");
        due(village, "2021-11-19").body(DUE + ".step", contains(not(containsString("FLOW_CHART"))));
        due(village, "2021-11-20").body(DUE + ".step", contains(containsString("FLOW_CHART")));
        list(village, "2021-11-20").body("[0].state", is("MISSING")).body("[0].shownOn", nullValue());
        show(village, "FLOW_CHART", "2021-11-22").statusCode(204);
        list(village, "2021-11-22").body("[0].state", is("DONE")).body("[0].shownOn", is("2021-11-22"));
        list(village, "2021-11-12").body("[0].state", is("DONE")).body("[0].shownOn", is("2021-11-10"));
    }

    @Test
    void a_plan_that_asks_for_nothing_lists_what_is_shown_all_the_same() {
        var village = lived("610727105484");
        list(village, "2020-06-30").body("", empty());
        due(village, "2020-06-30").body(DUE, empty());
        show(village, "FLOW_CHART", "2020-06-10").statusCode(201);
        list(village, "2020-06-30").body("item", contains("FLOW_CHART")).body("asked", contains(false));
    }

    @Test
    void only_those_who_may_with_what_counts_and_in_their_area() {
        var village = "610727105485";
        Household.policies();
        var body = body("2021-11-10");
        put("grid-member", path(village, "FLOW_CHART"), body).statusCode(403).body("code", is("ROLE_NOT_ALLOWED"));
        put("other-town", path(village, "FLOW_CHART"), body).statusCode(403).body("code", is("AREA_OUT_OF_SCOPE"));
        show(village, "FLAG", "2021-11-10").statusCode(400).body("fields.field", contains("item"));
        show("610727105000", "FLOW_CHART", "2021-11-10").statusCode(400);
        show(village, "FLOW_CHART", "2099-01-01").statusCode(422).body("code", is("DATE_IN_FUTURE"));
        put(
                        "town-operator",
                        path(village, "FLOW_CHART"),
                        Map.of(
                                "shownOn",
                                "2021-11-10",
                                "photo",
                                docs("DOC_NOTICE").getFirst()))
                .statusCode(422)
                .body("code", is("EVIDENCE_MISSING"))
                .body("details", contains("DOC_PHOTO"));
        get("other-town", "/villages/" + village + "/checklist").statusCode(403);
    }

    /** A village where a household lives. */
    private static String lived(String village) {
        var household = Household.registered("GENERAL");
        Household.policies();
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2020-01-02"));
        ReadModels.settle();
        return village;
    }

    private static Map<String, Object> body(String on) {
        return Map.of("shownOn", on, "photo", docs("DOC_PHOTO").getFirst());
    }

    private static String path(String village, String item) {
        return "/villages/" + village + "/checklist/" + item;
    }

    private static ValidatableResponse show(String village, String item, String on) {
        return put("town-operator", path(village, item), body(on));
    }

    private static ValidatableResponse gone(String village, String item, String on) {
        return put("town-operator", path(village, item) + "/absence", Map.of("missedOn", on));
    }

    private static ValidatableResponse list(String village, String date) {
        return get("town-operator", "/villages/" + village + "/checklist?date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse due(String village, String date) {
        return get("town-operator", "/worklist?level=VILLAGE&limit=200&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar(String village, String date) {
        return get(
                        "town-operator",
                        "/calendar?duty=VILLAGE_CHECKLIST&from=2021-01-01&to=2021-12-31&date=" + date + "&area="
                                + village)
                .statusCode(200);
    }
}
