package org.shouwang.household.succession;

import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;
import org.shouwang.household.registry.Households;

/** Villages that merge, are split, renamed or abolished: old events keep the old code, and both codes lead to the household. */
@QuarkusTest
@WithTestResource(Servers.class)
class SuccessionRestTest {

    private static final String AREAS = "/household/areas/";
    private static int villages = 800;

    private String old;
    private String next;

    @BeforeEach
    void villages() {
        Village.areas();
        old = area("610727105" + ++villages);
        next = area("610727105" + ++villages);
    }

    @Test
    void a_village_that_is_merged_into_another_takes_its_households_along() {
        area(old + "-Z01");
        area(next + "-Z05");
        var id = household(old, "-Z01");
        var other = household(next, null);
        replaced(old + "-Z01", next + "-Z05");
        replaced(old, next);
        ReadModels.settle();

        detail(id).body("areaCode", is(next), "groupCode", is(next + "-Z05"));
        as("auditor")
                .get("/household/households/" + id + "/events")
                .then()
                .body("type", contains("HouseholdRegistered", "HouseholdMoved"))
                .body("data.areaCode", hasItem(old), "data[1].recoded", is(true), "data[1].fromArea", is(old))
                .body("occurredOn", contains("2021-03-01", "2022-01-01"));
        list(old).body("items.id", contains(id.toString()), "items.areaCode", contains(next));
        list(next).body("items.id", containsInAnyOrder(id.toString(), other.toString()));
        findings(old).body("items.householdId", contains(id.toString()));
        findings(next).body("items.householdId", containsInAnyOrder(id.toString(), other.toString()));
        as("auditor")
                .get("/household/quality/figures?area=" + old)
                .then()
                .body("households", is(1), "warnings", is(1), "waiting", is(0));
        registered(old, "2021-06-01", 1);
        registered(old, "2022-06-01", 1);
        registered(next, "2021-06-01", 2);
        registered(next, "2022-06-01", 2);
        as("auditor")
                .get(AREAS + old)
                .then()
                .body("area.replacedBy", is(next), "area.validTo", is("2021-12-31"))
                .body("area.recordedRole", is("SYS_ADMIN"), "area.recordedBy", notNullValue());
    }

    @Test
    void who_moves_away_afterwards_is_led_to_no_more() {
        var id = household(old, null);
        replaced(old, next);
        ReadModels.settle();
        list(old).body("items.id", contains(id.toString()));
        as("town-operator")
                .body(Map.of("areaCode", QINGGANGPING, "on", "2022-06-01"))
                .put("/household/households/" + id + "/area")
                .then()
                .statusCode(204);
        list(old).body("items", empty());
        findings(old).body("items", empty());
    }

    @Test
    void a_village_is_split_by_its_groups() {
        area(old + "-Z01");
        area(old + "-Z02");
        area(next + "-Z01");
        var goes = household(old, "-Z01");
        var stays = household(old, "-Z02");
        replaced(old + "-Z01", next + "-Z01");
        ReadModels.settle();
        detail(goes).body("areaCode", is(next), "groupCode", is(next + "-Z01"));
        detail(stays).body("areaCode", is(old), "groupCode", is(old + "-Z02"));
        list(old).body("items.id", containsInAnyOrder(goes.toString(), stays.toString()));
        list(next).body("items.id", contains(goes.toString()));
    }

    @Test
    void where_a_successor_is_replaced_in_turn_every_code_leads_to_the_household() {
        var last = area("610727105" + ++villages);
        var id = household(old, null);
        replaced(old, next);
        replaced(next, last);
        ReadModels.settle();
        detail(id).body("areaCode", is(last));
        for (var code : List.of(old, last)) list(code).body("items.id", contains(id.toString()));
        registered(last, "2021-06-01", 1);
    }

    @Test
    void what_is_to_come_moves_nobody_before_its_day() {
        var id = household(old, null);
        as("sys-admin")
                .body(Map.of("replacedBy", next, "validTo", "2999-12-31"))
                .put(AREAS + old + "/successor")
                .then()
                .statusCode(204);
        ReadModels.settle();
        detail(id).body("areaCode", is(old));
        list(old).body("items.id", contains(id.toString()));

        daily("2999-12-31T15:00:00Z");
        detail(id).body("areaCode", is(old));
        daily("2999-12-31T17:00:00Z");
        detail(id).body("areaCode", is(next), "recorded.place.on", is("3000-01-01"));
        daily("3000-01-01T17:00:00Z");
        as("auditor").get("/household/households/" + id + "/events").then().body("type", hasSize(2));
    }

    /** The daily run at that instant; in the villages it is eight hours later. */
    private static void daily(String instant) {
        var households = Arc.container().instance(Households.class).get();
        var journal = Arc.container().instance(Journal.class).get();
        var clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        Bench.await(() -> new Succession(households, journal, clock).today());
    }

    @Test
    void a_successor_stands_and_is_of_the_same_level() {
        successor(old, "610727105000").statusCode(422).body("code", is("SUCCESSOR_LEVEL"));
        successor(old, "610727105999").statusCode(422).body("code", is("SUCCESSOR_UNKNOWN"));
        replaced(next, QINGGANGPING);
        successor(old, next).statusCode(422).body("code", is("SUCCESSOR_UNKNOWN"));
    }

    @Test
    void a_successor_is_within_the_area_of_who_names_it() {
        area(old + "-Z01");
        area("610727173000");
        area("610727173201");
        var elsewhere = area("610727173201-Z01");
        var body = Map.of("replacedBy", elsewhere, "validTo", "2021-12-31");
        as("town-operator")
                .body(body)
                .put(AREAS + old + "-Z01/successor")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"), "details", contains(elsewhere));
        as("auditor").get(AREAS + old + "-Z01").then().body("area.replacedBy", nullValue());
        as("county-operator")
                .body(body)
                .put(AREAS + old + "-Z01/successor")
                .then()
                .statusCode(204);
    }

    @Test
    void a_successor_begins_on_the_next_day_at_the_latest() {
        var late = area("610727105" + ++villages, "2022-01-02");
        successor(old, late)
                .statusCode(422)
                .body("code", is("DATE_OUT_OF_ORDER"), "details", contains(late, "2022-01-02"));
        replaced(old, area("610727105" + ++villages, "2022-01-01"));
    }

    @Test
    void an_area_that_has_ended_takes_no_new_parts_but_names_those_it_had() {
        var had = area(old + "-Z01");
        replaced(old, next);
        defined(old + "-Z02", "2022-01-01")
                .statusCode(409)
                .body("code", is("AREA_ENDED"), "details", contains(old, "2021-12-31"));
        defined(old + "-Z02", "2021-12-31").statusCode(anyOf(is(201), is(204)));
        defined(had, "2022-01-01").statusCode(204);
    }

    @Test
    void an_area_that_ends_without_a_successor_is_empty() {
        var id = household(old, null);
        closed(old).statusCode(409).body("code", is("AREA_INHABITED"), "details", contains("1"));
        as("town-operator")
                .body(Map.of("areaCode", next, "on", "2021-06-01"))
                .put("/household/households/" + id + "/area")
                .then()
                .statusCode(204);
        closed(old).statusCode(204);
        list(old).body("items", empty());
        as("sys-admin")
                .body(Map.of("name", "新名", "validFrom", "2022-01-01"))
                .put(AREAS + next)
                .then()
                .statusCode(204);
        as("auditor").get(AREAS + next).then().body("area.name", is("新名"));
        detail(id).body("areaCode", is(next));
    }

    @Test
    void a_town_ends_with_the_last_of_its_villages_which_take_their_households_along() {
        var town = area("610727171000");
        var village = area("610727171201");
        var other = area("610727172000");
        var taking = area("610727172201");
        var id = household("county-operator", village, null);
        closed(town).statusCode(409).body("code", is("AREA_HAS_PARTS"), "details", contains("1"));
        successor(town, other).statusCode(409).body("code", is("AREA_HAS_PARTS"), "details", contains("1"));
        replaced(village, taking);
        as("sys-admin")
                .body(Map.of("validTo", "2021-12-30"))
                .put(AREAS + town + "/closure")
                .then()
                .statusCode(409)
                .body("code", is("AREA_HAS_PARTS"));
        replaced(town, other);
        ReadModels.settle();
        detail(id).body("areaCode", is(taking));
        as("auditor").get(AREAS + town).then().body("area.replacedBy", is(other));
    }

    private static String area(String code) {
        return area(code, "2020-01-01");
    }

    private static String area(String code, String validFrom) {
        defined(code, validFrom).statusCode(anyOf(is(201), is(204)));
        return code;
    }

    private static ValidatableResponse defined(String code, String validFrom) {
        return as("sys-admin")
                .body(Map.of("name", "某" + code, "validFrom", validFrom))
                .put(AREAS + code)
                .then();
    }

    /** Somebody who looks doubtful. */
    private static UUID household(String village, String group) {
        return household("town-operator", village, group);
    }

    private static UUID household(String user, String village, String group) {
        var id = UUID.randomUUID();
        var head = member(head(id), "02", "赵甲", LocalDate.of(1990, 1, 2), true);
        head.put("labour", "NONE");
        head.put("insurances", List.of("RESIDENT_MEDICAL"));
        var body = Village.household(village, List.of(head));
        if (group != null) body.put("groupCode", village + group);
        as(user).body(body).put("/household/households/" + id).then().statusCode(201);
        return id;
    }

    private static void replaced(String code, String by) {
        successor(code, by).statusCode(204);
    }

    private static ValidatableResponse successor(String code, String by) {
        return as("sys-admin")
                .body(Map.of("replacedBy", by, "validTo", "2021-12-31"))
                .put(AREAS + code + "/successor")
                .then();
    }

    private static ValidatableResponse closed(String code) {
        return as("sys-admin")
                .body(Map.of("validTo", "2021-12-31"))
                .put(AREAS + code + "/closure")
                .then();
    }

    private static ValidatableResponse detail(UUID id) {
        return as("auditor").get("/household/households/" + id).then().statusCode(200);
    }

    private static ValidatableResponse list(String area) {
        return as("auditor").get("/household/households?area=" + area).then().statusCode(200);
    }

    private static ValidatableResponse findings(String area) {
        return as("auditor")
                .get("/household/quality/findings?area=" + area)
                .then()
                .statusCode(200);
    }

    private static void registered(String area, String date, int households) {
        as("auditor")
                .get("/household/figures?area=" + area + "&date=" + date)
                .then()
                .statusCode(200)
                .body("figures.find { it.code == 'REGISTERED' }.households", is(households));
    }
}
