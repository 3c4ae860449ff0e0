package org.shouwang.household.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

@QuarkusTest
@WithTestResource(Servers.class)
class GridRestTest {

    private static final String GRIDS = "/household/grids";
    private static final String FROM = "2021-03-01";
    private static int villages = 700;

    private String village;

    /** A village of its own for each test, with two groups and three grids. */
    @BeforeEach
    void village() {
        Village.areas();
        village = "610727105" + ++villages;
        for (var code : List.of("", "-Z01", "-Z02", "-W001", "-W002", "-W003"))
            as("sys-admin")
                    .body(Map.of("name", "某" + code, "validFrom", "2020-01-01"))
                    .put("/household/areas/" + village + code)
                    .then()
                    .statusCode(anyOf(is(201), is(204)));
    }

    @Test
    void every_household_lies_in_one_grid_or_is_listed() {
        for (var i = 0; i < 30; i++) household("-Z01", null);
        var second = household("-Z02", null);
        var groupless = household(null, null);
        var own = household("-Z01", "-W002");
        define("-W001", List.of("-Z01"), List.of()).statusCode(201);
        coverage()
                .body("households", is(33), "inOne", is(31), "inNone", is(2), "inSeveral", is(0))
                .body("grids", is(2), "undefined", is(1), "groups", is(2), "groupsInNone", is(1))
                .body(
                        "groupsInSeveral",
                        is(1),
                        "perGrid",
                        is(15.5f),
                        "usual",
                        is(1),
                        "small",
                        is(1),
                        "unattended",
                        is(2));
        misplaced("")
                .body("items.householdId", containsInAnyOrder(second.toString(), groupless.toString()))
                .body("items.grids", everyItem(empty()));

        define("-W002", List.of("-Z02"), List.of(groupless)).statusCode(201);
        coverage().body("inOne", is(33), "inNone", is(0), "undefined", is(0), "groupsInNone", is(0));
        define("-W003", List.of(), List.of(own)).statusCode(201);
        misplaced("")
                .body("items.householdId", contains(own.toString()))
                .body("items[0].grids", contains(village + "-W002", village + "-W003"), "next", nullValue());
        coverage().body("inSeveral", is(1));
    }

    @Test
    void a_grid_is_listed_with_its_size_and_who_wrote_it_down() {
        household("-Z01", null);
        define("-W001", List.of("-Z01"), List.of()).statusCode(201).header("ETag", "\"1\"");
        define("-W001", List.of("-Z01"), List.of()).statusCode(204).header("ETag", "\"1\"");
        define("-W002", List.of("-Z02"), List.of()).statusCode(201);
        grids("")
                .body("items.gridCode", contains(village + "-W001", village + "-W002"))
                .body("items.name", contains("某-W001", "某-W002"), "items.households", contains(1, 0))
                .body("items.persons", contains(1, 0), "items.size", everyItem(is("SMALL")))
                .body("items[0].sizeZh", is("偏小"), "items[0].groupCodes", contains(village + "-Z01"))
                .body(
                        "items.recordedBy",
                        everyItem(notNullValue()),
                        "items.recordedRole",
                        everyItem(is("TOWN_OPERATOR")))
                .body("items.recordedAt", everyItem(notNullValue()));
        var next = grids("&limit=1").body("items", hasSize(1)).extract().<String>path("next");
        grids("&limit=1&after=" + next).body("items.gridCode", contains(village + "-W002"), "next", nullValue());
        as("town-operator").get(GRIDS + "?after=x").then().statusCode(400);
    }

    @Test
    void sizes_are_told_against_what_is_usual() {
        var bounds = new Bounds();
        assertThat(List.of(29L, 30L, 50L, 51L, 100L, 101L).stream().map(n -> GridSize.of(n, bounds)))
                .containsExactly(
                        GridSize.SMALL,
                        GridSize.USUAL,
                        GridSize.USUAL,
                        GridSize.LARGE,
                        GridSize.LARGE,
                        GridSize.TOO_LARGE);
    }

    private record Bounds() implements GridBounds {
        @Override
        public int least() {
            return 30;
        }

        @Override
        public int usual() {
            return 50;
        }

        @Override
        public int most() {
            return 100;
        }

        @Override
        public int age() {
            return 70;
        }
    }

    @Test
    void grid_members_come_and_go_and_the_old_are_asked_about() {
        define("-W001", List.of("-Z01"), List.of());
        assign("-W001", "grid-old", LocalDate.of(1930, 1, 2)).statusCode(204);
        assign("-W001", "grid-young", LocalDate.of(1990, 1, 2)).statusCode(204);
        assign("-W001", "grid-young", LocalDate.of(1990, 1, 2)).statusCode(204);
        assign("-W002", "grid-young", LocalDate.of(1990, 1, 2)).statusCode(404).body("code", is("GRID_UNKNOWN"));
        grids("").body("items[0].members", is(2), "items[0].aged", is(1));
        coverage().body("unattended", is(0), "aged", is(1));
        detail("town-operator")
                .body("members.userId", containsInAnyOrder("grid-old", "grid-young"))
                .body("members.find { it.userId == 'grid-old' }.aged", is(true))
                .body("members.find { it.userId == 'grid-young' }.aged", is(false))
                .body("members.phone", everyItem(is("13900000001")), "members.recordedBy", everyItem(notNullValue()));
        detail("auditor").body("members.phone", everyItem(is("139****0001")));

        release("grid-old", "2021-09-30").statusCode(204);
        release("grid-old", "2021-09-30").statusCode(204);
        release("grid-nobody", "2021-09-30").statusCode(409).body("code", is("NOT_ASSIGNED"));
        grids("").body("items[0].members", is(1), "items[0].aged", is(0));
        detail("town-operator")
                .body("members.userId", contains("grid-young", "grid-old"))
                .body("members[1].to", is("2021-09-30"), "members[1].reason", is("换届"));
    }

    @Test
    void what_is_not_of_the_village_is_refused() {
        define("-W009", List.of("-Z01"), List.of())
                .statusCode(422)
                .body("code", is("GRID_NOT_REGISTERED"), "details", contains(village + "-W009"));
        define("-W001", List.of("-Z09"), List.of()).statusCode(422).body("code", is("GRID_NOT_REGISTERED"));
        var stranger = couple(QINGGANGPING);
        define("-W001", List.of(), List.of(stranger))
                .statusCode(422)
                .body("code", is("HOUSEHOLD_OUTSIDE"), "details", contains(stranger.toString()));
        define("-W001", List.of(), List.of()).statusCode(422).body("code", is("GRID_EMPTY"));
        var body = Map.of("groupCodes", List.of(village + "-Z01"), "from", FROM);
        as("other-town").body(body).put(GRIDS + "/" + village + "-W001").then().statusCode(403);
        as("grid-member").body(body).put(GRIDS + "/" + village + "-W001").then().statusCode(403);
        as("other-town").get(GRIDS + "?area=" + village).then().statusCode(403);
        as("other-town").get(GRIDS + "/" + village + "-W001").then().statusCode(404);
    }

    private UUID household(String group, String grid) {
        var id = UUID.randomUUID();
        var body = new HashMap<String, Object>(
                Village.household(village, List.of(member(head(id), "02", "赵甲", LocalDate.of(1970, 1, 2), true))));
        if (group != null) body.put("groupCode", village + group);
        if (grid != null) body.put("gridCode", village + grid);
        as("town-operator").body(body).put("/household/households/" + id).then().statusCode(201);
        return id;
    }

    private ValidatableResponse define(String grid, List<String> groups, List<UUID> households) {
        var codes = new ArrayList<String>();
        groups.forEach(g -> codes.add(village + g));
        return as("town-operator")
                .body(Map.of("groupCodes", codes, "households", households, "from", FROM))
                .put(GRIDS + "/" + village + grid)
                .then();
    }

    private ValidatableResponse assign(String grid, String user, LocalDate born) {
        return as("town-operator")
                .body(Map.of("name", "周壬", "phone", "13900000001", "birthDate", born.toString(), "from", FROM))
                .put(GRIDS + "/" + village + grid + "/members/" + user)
                .then();
    }

    private ValidatableResponse release(String user, String to) {
        return as("town-operator")
                .delete(GRIDS + "/" + village + "-W001/members/" + user + "?reason=换届&to=" + to)
                .then();
    }

    private ValidatableResponse grids(String more) {
        return as("town-operator").get(GRIDS + "?area=" + village + more).then().statusCode(200);
    }

    private ValidatableResponse detail(String user) {
        return as(user).get(GRIDS + "/" + village + "-W001").then().statusCode(200);
    }

    private ValidatableResponse coverage() {
        return as("auditor").get(GRIDS + "/coverage?area=" + village).then().statusCode(200);
    }

    private ValidatableResponse misplaced(String more) {
        return as("auditor")
                .get(GRIDS + "/misplaced?area=" + village + more)
                .then()
                .statusCode(200);
    }
}
