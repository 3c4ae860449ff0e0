package org.shouwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** 青岗坪村 as the sample loads it: every indicator of the sample-village verification of September 2021 that the services answer. */
class SampleVillageTest {

    private static final String UNSTABLE = "ddb763f9-2d82-3d1c-805a-b477604399aa";
    private static final String LET_GO = "a15f30b5-67a4-34ad-8ec7-979af570a8b2";
    private static final String GRID = Family.VILLAGE + "-W002";

    private final Running stack = Running.stack();

    @Test
    void the_village_has_the_figures_of_its_verification() {
        Assumptions.assumeTrue(
                System.getProperty("shouwang.data") == null, "a stack of its own holds nothing but the sample");
        assertThat(pairs("household"))
                .containsEntry("I02", List.of(147, 561))
                .containsEntry("I03", List.of(59, 211))
                .containsEntry("I04", List.of(19, 31))
                .containsEntry("I05", List.of(7, 8))
                .containsEntry("I01", List.of(4))
                .containsEntry("I06", List.of(355))
                .containsEntry("I07", List.of(64))
                .containsEntry("I18", List.of(0))
                .containsEntry("I19", List.of(65))
                .containsEntry("I20", List.of(68))
                .containsEntry("I23", List.of(11))
                .containsEntry("I24", List.of(13));
        assertThat(pairs("monitoring"))
                .containsEntry("I08", List.of(0, 0))
                .containsEntry("I09", List.of(1, 8))
                .containsEntry("I10", List.of(0, 0))
                .containsEntry("I11", List.of(0, 0))
                .containsEntry("I12", List.of(6));
        var help = pairs("assistance");
        assertThat(help.get("I13").getLast()).isEqualTo(8);
        assertThat(help.get("I14").getLast()).isEqualTo(1);
        assertThat(help.get("I21").getFirst()).isEqualTo(6);
        assertThat(help.get("I22").getFirst()).isEqualTo(6);
    }

    @Test
    void its_one_unstable_household_is_helped_by_the_rules() {
        stack.as("town-operator")
                .get("/monitoring/objects/" + UNSTABLE)
                .then()
                .statusCode(200)
                .body("type", is("UNSTABLE"), "state", is("ACTIVE"), "risks", contains("04", "03"));
        stack.as("town-operator")
                .get("/assistance/plans/" + UNSTABLE)
                .then()
                .statusCode(200)
                .body(
                        "state",
                        is("IN_PROGRESS"),
                        "helper",
                        is("helper"),
                        "measures.code",
                        containsInAnyOrder("M10", "M10", "M04"));
        stack.as("town-operator")
                .get("/assistance/plans/" + UNSTABLE + "/findings?date=2021-09-30")
                .then()
                .statusCode(200)
                .body("findAll { it.severity == 'ERROR' }", empty());
        await().ignoreExceptions().untilAsserted(() -> stack.as("auditor")
                .get("/archive/households/" + UNSTABLE + "/proof")
                .then()
                .statusCode(200)
                .body("whole", is(true)));
        stack.as("auditor")
                .get("/archive/households/" + UNSTABLE + "/documents")
                .then()
                .statusCode(200)
                .body("items.held", everyItem(is(true)));
    }

    @Test
    void the_work_list_says_what_is_due() {
        assertThat(due("subject.id", UNSTABLE)).isEqualTo("2021-10-31");
        assertThat(due("step", GRID + "/2021-10")).isEqualTo("2021-10-31");
    }

    /** The day that the first item of the list is due on of which {@code path} is {@code value}, however long the list has become. */
    private String due(String path, String value) {
        for (var after = ""; after != null; ) {
            var page = stack.as("town-operator")
                    .get("/monitoring/worklist?area=610727105000&date=2021-10-10&limit=200" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var found = page.getString("items.find { it." + path + " == '" + value + "' }.dueOn");
            if (found != null) return found;
            var next = page.getString("next");
            after = next == null ? null : "&after=" + next;
        }
        return null;
    }

    @Test
    void its_four_grids_are_looked_after_and_of_the_usual_size() {
        stack.as("town-operator")
                .get("/household/grids?area=" + Family.VILLAGE)
                .then()
                .statusCode(200)
                .body("items.gridCode", hasSize(4), "items.defined", everyItem(is(true)))
                .body("items.members", everyItem(is(1)));
        stack.as("grid-member")
                .get("/monitoring/patrols?area=" + Family.VILLAGE + "&from=2021-09-01&to=2021-09-30")
                .then()
                .statusCode(200)
                .body("items.householdId", contains(UNSTABLE), "items.gridCode", contains(GRID));
    }

    @Test
    void a_row_of_the_civil_affairs_office_became_a_clue_and_another_waits_for_a_person() {
        var delivery = stack.as("county-operator")
                .get("/household/deliveries?dept=CIVIL&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items.find { it.receivedOn == '2021-10-05' }.id");
        stack.as("department-user")
                .get("/household/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .body("state", is("JUDGED"), "statedTotal", is(3), "findings", empty())
                .body("hits", is(1), "toConfirm", is(1), "unmatched", is(1));
        String clue = stack.as("department-user")
                .get("/household/deliveries/" + delivery + "/rows")
                .then()
                .body("items.rules", is(List.of(List.of("W-CIV-1"), List.of(), List.of())))
                .extract()
                .path("items[0].clueIds[0]");
        stack.as("info-officer")
                .get("/monitoring/clues/" + clue)
                .then()
                .statusCode(200)
                .body("source", is("DEPT_SCREENING"), "receivedOn", is("2021-10-05"));
    }

    @Test
    void another_household_was_followed_to_its_removal_and_visited_after_it() {
        stack.as("town-operator")
                .get("/monitoring/objects/" + LET_GO)
                .then()
                .statusCode(200)
                .body("type", is("UNSTABLE"), "state", is("REMOVED"));
        stack.as("town-operator")
                .get("/monitoring/removals?household=" + LET_GO)
                .then()
                .statusCode(200)
                .body("items.state", contains("MARKED"), "items.method", contains("ASSISTED"));
        stack.as("grid-member")
                .get("/monitoring/objects/" + LET_GO + "/revisits")
                .then()
                .statusCode(200)
                .body("from", contains("2022-07"), "visitedOn", contains("2022-08-10"), "wanting", contains(empty()))
                .body("newRisks", contains(empty()), "belowLine", contains(false));
        await().ignoreExceptions().untilAsserted(() -> stack.as("auditor")
                .get("/archive/households/" + LET_GO + "/history?limit=200")
                .then()
                .statusCode(200)
                .body(
                        "items.type",
                        hasItems(
                                "RiskClueReceived",
                                "ObjectIncluded",
                                "MeasureImplemented",
                                "RiskRemoved",
                                "RevisitDone")));
    }

    @Test
    void a_warning_was_closed_and_visited_again() {
        stack.as("town-operator")
                .get("/monitoring/warnings?household=" + UNSTABLE)
                .then()
                .statusCode(200)
                .body("items.item", contains("WATER"), "items.stage", contains("REVISITED"))
                .body("items.overdue", contains(false), "items.closedOn", contains("2021-09-26"));
    }

    @Test
    void what_the_village_shows_is_told_item_by_item() {
        stack.as("village-committee")
                .get("/monitoring/villages/" + Family.VILLAGE + "/checklist?date=2021-09-30")
                .then()
                .statusCode(200)
                .body("findAll { it.state == 'DONE' }.item", hasItems("FLOW_CHART", "GRID_MEMBER_DUTIES"))
                .body("findAll { it.state == 'DONE' }.shownOn", everyItem(is("2021-09-07")));
    }

    @Test
    void a_mobilisation_meeting_gave_out_tasks_of_which_one_is_done() {
        var meeting = "items.find { it.held.title == '防返贫动态监测和帮扶动员会' }.";
        stack.as("town-operator")
                .get("/monitoring/mobilisations?limit=200")
                .then()
                .statusCode(200)
                .body(meeting + "held.tasks", hasSize(2), meeting + "attended.persons", contains(6, 3, 26))
                .body(meeting + "done.task", contains(1), meeting + "done.doneOn", contains("2021-09-07"));
    }

    /** The numbers of each figure, households before persons, or the one count that it has. */
    private Map<String, List<Object>> pairs(String service) {
        var pairs = new java.util.TreeMap<String, List<Object>>();
        for (var figure : (List<?>) stack.figures(service).get("figures")) {
            var values = (Map<?, ?>) figure;
            var numbers = new ArrayList<Object>();
            for (var name : List.of("count", "households", "persons"))
                if (values.get(name) != null) numbers.add(values.get(name));
            pairs.put((String) values.get("code"), numbers);
        }
        return pairs;
    }
}
