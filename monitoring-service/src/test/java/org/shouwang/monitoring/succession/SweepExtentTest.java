package org.shouwang.monitoring.succession;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;
import static org.shouwang.monitoring.succession.ExtentTest.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.patrol.Village;
import org.shouwang.monitoring.removal.Included;

/** Households whose village's code was replaced while a sweep went on, told by the real broker: they stay of it. */
@QuarkusTest
@WithTestResource(Servers.class)
class SweepExtentTest {

    @Test
    void a_sweep_keeps_the_households_that_came_under_another_code_while_it_went_on() {
        policies();
        var village = new Village("610727105523");
        var home = village.household(null, null, true);
        var gone = village.household(null, null, true);
        var sweep = UUID.randomUUID();
        var terms = Map.of(
                "areaCode",
                village.code(),
                "name",
                "集中排查",
                "from",
                "2021-11-01",
                "to",
                "2022-01-31",
                "incomeFrom",
                "2020-11",
                "incomeTo",
                "2021-10",
                "focusGroups",
                List.of("ILLNESS"));
        put("county-operator", "/sweeps/" + sweep, terms).statusCode(201);
        village.changed(
                gone,
                "HouseholdMoved",
                LocalDate.of(2022, 1, 5),
                Map.of("fromArea", "610727105523", "toArea", "610727105524", "on", "2022-01-05", "recoded", false));
        recoded(village, home, "610727105523", "610727105524");
        get("town-operator", "/sweeps?limit=200&area=610727105524").body("items.id", hasItem(sweep.toString()));
        swept(sweep, home);
        var seen = Map.of("result", "UNREACHED", "checkedOn", "2022-01-10", "note", "外出务工，电话未接");
        put("town-operator", "/sweeps/" + sweep + "/households/" + gone, seen)
                .statusCode(422)
                .body("code", is("OUTSIDE_SWEEP"));
        put("town-operator", "/sweeps/" + sweep + "/households/" + home, seen).statusCode(201);
        get("town-operator", "/sweeps/" + sweep + "/households")
                .body("items.result", contains("UNREACHED"), "items.areaCode", contains("610727105524"));
        put("county-operator", "/sweeps/" + sweep + "/end", Map.of("on", "2022-01-31", "reason", "并村"))
                .statusCode(204);
        ReadModels.settle();
        swept(sweep, home);
    }

    @Test
    void a_group_that_is_told_by_the_line_keeps_the_households_that_came_under_another_code() {
        policies();
        var poor = registered("LIFTED").income("20000.00", "2020-11", "2021-10", "ACTUAL_12M");
        moved(poor, VILLAGE, "610727105527", false);
        ReadModels.settle();
        var sweep = "/sweeps/" + UUID.randomUUID();
        var terms = Map.of(
                "areaCode",
                "610727105527",
                "name",
                "集中排查",
                "from",
                "2021-11-01",
                "to",
                "2022-01-31",
                "focusGroups",
                List.of("LOW_INCOME"));
        put("county-operator", sweep, terms).statusCode(201);
        grouped(sweep, poor);
        moved(poor, "610727105527", "610727105528", true);
        ReadModels.settle();
        grouped(sweep, poor);
        put("county-operator", sweep + "/end", Map.of("on", "2022-01-31", "reason", "并村"))
                .statusCode(204);
        poor.publish(
                "household",
                poor.id,
                "HouseholdMoved",
                LocalDate.of(2022, 2, 10),
                Map.of("fromArea", "610727105528", "toArea", "610727105529", "on", "2022-02-10", "recoded", true));
        ReadModels.settle();
        grouped(sweep, poor);
    }

    private static void grouped(String sweep, Household household) {
        get("town-operator", sweep + "/households?group=LOW_INCOME")
                .statusCode(200)
                .body("items.householdId", contains(household.id.toString()));
        get("town-operator", sweep)
                .statusCode(200)
                .body("groups.find { it.group == 'LOW_INCOME' }.progress.households", is(1));
    }

    @Test
    void a_topic_sweep_keeps_the_monitored_households_that_came_under_another_code_while_it_went_on() {
        var i = Included.in2021().movedTo("610727105525", "2021-11-20");
        var gone = Included.in2021().movedTo("610727105525", "2021-11-20");
        var id = UUID.randomUUID();
        var terms = Map.of(
                "areaCode",
                "610727105525",
                "title",
                "入冬用水排查",
                "questions",
                List.of(Map.of("code", "WORK", "text", "务工情况")),
                "from",
                "2022-01-01",
                "to",
                "2022-01-31");
        put("county-operator", "/topic-sweeps/" + id, terms).statusCode(201);
        moved(i, "610727105525", "610727105526", true);
        moved(gone, "610727105525", "610727105526", false);
        told(id, i, 0);
        get("town-operator", "/topic-sweeps?limit=200&area=610727105527").body("items", empty());
        get("other-town", "/topic-sweeps/" + id + "/households").statusCode(404).body("code", is("SWEEP_UNKNOWN"));

        var answer = Map.of(
                "answers",
                List.of(Map.of("code", "WORK", "text", "两人在外务工")),
                "visitor",
                "info-officer",
                "visitedOn",
                "2022-01-10");
        put("town-operator", "/topic-sweeps/" + id + "/households/" + gone.id(), answer)
                .statusCode(409)
                .body("code", is("NOT_AN_OBJECT"));
        put("town-operator", "/topic-sweeps/" + id + "/households/" + i.id(), answer)
                .statusCode(201);
        told(id, i, 1);
        put("county-operator", "/topic-sweeps/" + id + "/closing", Map.of("on", "2022-01-31"))
                .statusCode(204);
        ReadModels.settle();
        told(id, i, 1);
        get("town-operator", "/topic-sweeps?limit=200&area=610727105526")
                .body("items.find { it.id == '" + id + "' }.atClosing.objects", is(1));
    }

    private static void told(UUID sweep, Included i, int answered) {
        for (var code : List.of("610727105525", "610727105526"))
            get("town-operator", "/topic-sweeps?limit=200&area=" + code)
                    .statusCode(200)
                    .body("items.id", contains(sweep.toString()))
                    .body("items.objects", contains(1))
                    .body("items.answered", contains(answered));
        get("town-operator", "/topic-sweeps/" + sweep + "/households")
                .statusCode(200)
                .body("items.householdId", contains(i.id().toString()), "items.areaCode", contains("610727105526"));
    }

    private static void swept(UUID sweep, UUID household) {
        get("town-operator", "/sweeps/" + sweep + "/households")
                .statusCode(200)
                .body("items.householdId", contains(household.toString()));
    }
}
