package org.shouwang.monitoring.sweep;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;

/** How many sweeps of a year a village has had is held against how many the policy asks for. */
@QuarkusTest
@WithTestResource(Servers.class)
class SweepCountTest {

    private static final String COUNT = "items.findAll { it.duty == 'SWEEPS_TOO_FEW' }";
    private static final String TOWN = "610727193";

    @BeforeEach
    void policies() {
        Household.policies();
        put(
                "sys-admin",
                "/policies/POL-SWEEPS/versions/1",
                SamplePolicies.document("pol-2021")
                        .replace("POL-2021", "POL-SWEEPS")
                        .replace("\"610727\"", "\"" + TOWN + "\"")
                        .replace("\"sweepsPerYear\":2", "\"sweepsPerYear\":2,\"sweepsFromMonth\":9"));
    }

    @Test
    void a_village_with_one_sweep_is_told_so_from_october_on_until_another_ends() {
        var village = lived("610727188201");
        ended(village, "2021-04-01", "2021-04-28");
        worklist(village, "2021-09-30").body(COUNT, empty());
        worklist(village, "2021-10-01")
                .body(COUNT + ".step", contains("2021/1/2"))
                .body(COUNT + ".dueOn", contains("2021-12-31"))
                .body(COUNT + ".since", contains("2021-10-01"))
                .body(COUNT + ".level", contains("TOWN"))
                .body(COUNT + ".what.zh", contains("本年集中排查次数不足"))
                .body(COUNT + ".subject.kind", contains("sweep"));
        ended(village, "2021-11-01", "2021-11-26");
        worklist(village, "2021-11-25").body(COUNT + ".step", contains("2021/1/2"));
        worklist(village, "2021-11-26").body(COUNT, empty());
        worklist(village, "2022-10-01").body(COUNT + ".step", contains("2022/0/2"));
    }

    @Test
    void the_calendar_shows_the_years_sweeps_on_its_last_day() {
        var village = lived("610727188202");
        ended(village, "2021-04-01", "2021-04-28");
        calendar(village, "2021-12-31")
                .body(COUNT + ".state", contains("OPEN"))
                .body(COUNT + ".step", contains("2021"));
        calendar(village, "2022-01-01").body(COUNT + ".state", contains("LATE"));
        ended(village, "2021-11-01", "2021-11-26");
        calendar(village, "2022-01-01")
                .body(COUNT + ".state", contains("DONE"))
                .body(COUNT + ".doneOn", contains("2021-11-26"))
                .body(COUNT + ".dueOn", contains("2021-12-31"));
        calendar(village, "2021-11-25").body(COUNT + ".state", contains("OPEN"));
    }

    @Test
    void the_month_is_the_policys_and_a_sweep_under_way_does_not_count() {
        var village = lived(TOWN + "201");
        begun(village, "2021-04-01");
        worklist(village, "2021-08-31").body(COUNT, empty());
        worklist(village, "2021-09-01").body(COUNT + ".step", contains("2021/0/2"));
    }

    @Test
    void no_village_is_asked_where_the_policy_names_no_number() {
        worklist(lived("610727105493"), "2020-11-30").body(COUNT, empty());
    }

    /** A village with a household, that nobody else sweeps. */
    private static String lived(String village) {
        var household = Household.registered("GENERAL");
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2020-01-02"));
        ReadModels.settle();
        return village;
    }

    private static void ended(String village, String from, String on) {
        put("county-operator", begun(village, from) + "/end", Map.of("on", on, "reason", "一户长期外出，已电话核实"))
                .statusCode(204);
    }

    private static String begun(String village, String from) {
        var sweep = "/sweeps/" + UUID.randomUUID();
        put(
                        "county-operator",
                        sweep,
                        Map.of("areaCode", village, "name", "集中排查", "from", from, "to", from.substring(0, 8) + "30"))
                .statusCode(201);
        return sweep;
    }

    private static ValidatableResponse worklist(String village, String date) {
        return get("county-operator", "/worklist?limit=200&area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar(String village, String date) {
        return get(
                        "county-operator",
                        "/calendar?limit=200&area=" + village + "&from=2021-12-01&to=2021-12-31&date=" + date)
                .statusCode(200);
    }
}
