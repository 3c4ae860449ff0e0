package org.shouwang.monitoring.mobilisation;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;

/** A mobilisation meeting over HTTP: its tasks stand on the work lists of who has them, and in a village's calendar, until they are done. */
@QuarkusTest
@WithTestResource(Servers.class)
class MobilisationTest {

    private static final String TASKED = "610727105661";

    @Test
    void a_task_is_on_the_list_of_its_unit_until_it_is_done() {
        var id = UUID.randomUUID();
        var meeting = Map.of(
                "areaCode",
                "610727000000",
                "title",
                "防返贫动态监测动员会",
                "minutes",
                minutes("2021-09-01"),
                "subVenues",
                List.of("610727105000"),
                "attendance",
                List.of(Map.of("of", "UNIT_LEADERS", "persons", 38), Map.of("of", "RESIDENT_TEAMS", "persons", 12)),
                "tasks",
                List.of(
                        Map.of("text", "完成一轮集中排查", "areaCode", TASKED, "dueOn", "2021-09-10"),
                        Map.of("text", "推送饮水数据", "areaCode", "610727000000", "dept", "WATER", "dueOn", "2021-09-20")));
        put("info-officer", "/mobilisations/" + id, meeting).statusCode(403);
        put("county-operator", "/mobilisations/" + id, meeting).statusCode(201);
        put("county-operator", "/mobilisations/" + id, meeting).statusCode(204);
        worklist("2021-09-05")
                .body(of(id) + ".dueOn", contains("2021-09-10"))
                .body(of(id) + ".level", contains("VILLAGE"))
                .body(of(id) + ".overdue", contains(false));
        worklist("2021-09-11").body(of(id) + ".overdue", contains(true));
        get("county-operator", "/worklist?limit=200&level=COUNTY&area=610727000000&date=2021-09-05")
                .body(of(id) + ".step", contains("WATER"));
        calendar("2021-09-11").body(of(id) + ".state", contains("LATE")).body(of(id) + ".step", contains("1"));

        var done = Map.of("doneOn", "2021-09-12", "result", "排查完成，新增线索三条");
        put("info-officer", "/mobilisations/" + id + "/tasks/1/completion", done)
                .statusCode(403);
        put("county-operator", "/mobilisations/" + id + "/tasks/3/completion", done)
                .statusCode(404)
                .body("code", is("TASK_UNKNOWN"));
        put("county-operator", "/mobilisations/" + id + "/tasks/1/completion", done)
                .statusCode(204);
        worklist("2021-09-12").body(of(id), empty());
        worklist("2021-09-11").body(of(id), hasSize(1));
        calendar("2021-09-12")
                .body(of(id) + ".state", contains("DONE_LATE"))
                .body(of(id) + ".doneOn", contains("2021-09-12"));
        get("county-operator", "/mobilisations?limit=200")
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.held.attendance.persons", contains(38, 12))
                .body("items.find { it.id == '" + id + "' }.done.task", contains(1))
                .body("items.find { it.id == '" + id + "' }.recorded.by", is("county-operator"))
                .body("items.find { it.id == '" + id + "' }.changed.on", is("2021-09-12"));
        get("town-operator", "/mobilisations?limit=200").body("items.id", hasItem(id.toString()));
        get("county-operator", "/mobilisations?limit=200&area=610727105662").body("items.id", hasItem(id.toString()));
        get("other-town", "/mobilisations?limit=200").statusCode(200).body("items.id", not(hasItem(id.toString())));
    }

    @Test
    void meetings_are_listed_the_latest_first_and_shown_one_by_one() {
        var town = "610727105000";
        var days = List.of("2019-03-02", "2019-05-04", "2019-04-03");
        var ids = days.stream().map(_ -> UUID.randomUUID().toString()).toList();
        for (var i = 0; i < days.size(); i++)
            put(
                            "town-operator",
                            "/mobilisations/" + ids.get(i),
                            Map.of(
                                    "areaCode",
                                    town,
                                    "title",
                                    "动员会",
                                    "minutes",
                                    minutes(days.get(i)),
                                    "attendance",
                                    List.of(Map.of("of", "TOWN_OFFICE", "persons", 4))))
                    .statusCode(201);
        get("town-operator", "/mobilisations?limit=200&area=" + town)
                .body(
                        "items.findAll { it.held.minutes.heldOn < '2020' }.id",
                        contains(ids.get(1), ids.get(2), ids.get(0)));
        get("town-operator", "/mobilisations?limit=1&area=" + town + "&after=" + ids.get(1))
                .body("items.id", contains(ids.get(2)));
        get("town-operator", "/mobilisations/" + ids.get(0))
                .statusCode(200)
                .body("held.minutes.heldOn", is(days.get(0)))
                .body("attended.of", contains("TOWN_OFFICE"))
                .body("attended.zh", contains("乡镇振兴办人员"))
                .body("recorded.by", is("town-operator"));
        get("other-town", "/mobilisations/" + ids.get(0)).statusCode(404).body("code", is("MOBILISATION_UNKNOWN"));
    }

    private static String of(UUID id) {
        return "items.findAll { it.duty == 'MOBILISATION_TASK' && it.subject.id == '" + id + "' }";
    }

    private static ValidatableResponse worklist(String date) {
        return get("town-operator", "/worklist?limit=200&area=" + TASKED + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar(String date) {
        return get(
                        "town-operator",
                        "/calendar?limit=200&area=" + TASKED + "&from=2021-09-01&to=2021-09-30&date=" + date)
                .statusCode(200);
    }
}
