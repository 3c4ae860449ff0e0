package org.shouwang.monitoring.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.patrol.Village;

/** A village is swept: household by household, with its progress, and what is suspected becomes a clue. */
@QuarkusTest
@WithTestResource(Servers.class)
class SweepFlowTest {

    private final UUID sweep = UUID.randomUUID();

    @BeforeEach
    void terms() {
        Household.policies();
    }

    @Test
    void a_village_is_swept_and_what_is_suspected_becomes_a_clue() {
        start("town-operator", VILLAGE).statusCode(201).header("ETag", "\"1\"");
        start("town-operator", VILLAGE).statusCode(204).header("ETag", "\"1\"");
        var well = Household.registered("GENERAL");
        var away = Household.registered("GENERAL");
        var ill = Household.registered("LIFTED");
        known(() -> found(well, "NO_RISK", null)).statusCode(201);
        known(() -> found(away, "UNREACHED", "外出务工，电话未接")).statusCode(201);
        known(() -> found(ill, "SUSPECTED", "主要劳动力长期无法务工，收入明显下降"))
                .statusCode(422)
                .body("code", is("INCOME_STATEMENT_REQUIRED"), "details", contains("LIFTED"));
        ill.income("24300", "2020-11", "2021-10", "ACTUAL_12M");
        known(() -> found(ill, "SUSPECTED", "主要劳动力长期无法务工，收入明显下降", ill.statementId))
                .statusCode(201);

        get("town-operator", "/clues/" + visit("SUSPECTED", ill).get("clueId"))
                .statusCode(200)
                .body(
                        "source",
                        is("FOCUSED_SWEEP"),
                        "householdId",
                        is(ill.id.toString()),
                        "receivedOn",
                        is("2021-11-02"));
        found(ill, "SUSPECTED", "主要劳动力长期无法务工，收入明显下降", ill.statementId).statusCode(204);
        assertThat(visit("SUSPECTED", ill)).containsEntry("incomeStatementId", ill.statementId.toString());
        found(ill, "NO_RISK", null).statusCode(409).body("code", is("ALREADY_SUSPECTED"));

        progress().body("progress.noRisk", is(1), "progress.unreached", is(1), "progress.suspected", is(1));
        get("town-operator", "/sweeps/" + sweep + "/villages")
                .statusCode(200)
                .body("items", hasSize(1), "items[0].areaCode", is(VILLAGE), "items[0].suspected", is(1));
        waiting()
                .body(
                        "items.householdId",
                        hasItem(away.id.toString()),
                        "items.householdId",
                        not(hasItem(well.id.toString())));
        found(away, "NO_RISK", null).statusCode(204);
        assertThat(visit("NO_RISK", away))
                .containsEntry("checker", "info-officer")
                .containsEntry("version", 2)
                .doesNotContainKey("clueId");
        progress().body("progress.noRisk", is(2), "progress.unreached", is(0));
    }

    @Test
    void a_sweep_ends_before_everybody_was_seen_only_for_a_reason() {
        start("county-operator", "610727105000").statusCode(201);
        var household = Household.registered("GENERAL");
        known(() -> found(household, "NO_RISK", null)).statusCode(201);
        Household.registered("GENERAL");
        end(null).statusCode(422).body("code", is("UNCHECKED_LEFT"), "details", hasSize(1));
        end("长期外出，已电话核实").statusCode(204);
        end("长期外出，已电话核实").statusCode(204).header("ETag", "\"2\"");
        found(household, "UNREACHED", "不在家").statusCode(409).body("code", is("SWEEP_FINISHED"));
        get("town-operator", "/sweeps?area=610727105000&limit=200")
                .statusCode(200)
                .body("items.find { it.id == '" + sweep + "' }.finishedOn", is("2021-11-30"));
    }

    @Test
    void whom_nobody_had_seen_when_a_sweep_ended_stays_told_in_households_and_persons() {
        var village = new Village("610727105386");
        var seen = village.household(null, null, true);
        var away = village.household(null, null, true);
        village.household(null, null, true);
        ReadModels.settle();
        start("town-operator", village.code()).statusCode(201);
        progress().body("sweep", not(hasKey("unchecked")), "sweep", not(hasKey("uncheckedPersons")));
        found(seen, body("NO_RISK", null)).statusCode(201);
        found(away, body("UNREACHED", "外出务工，电话未接")).statusCode(201);
        end("一户长期外出，一户走亲戚").statusCode(204);
        progress().body("sweep.unchecked", is(2), "sweep.uncheckedPersons", is(4), "progress.persons.all", is(6));

        var born = Map.of(
                "memberId", UUID.randomUUID(), "relation", "30", "labour", "NONE", "born", "2021-12", "working", false);
        village.changed(away, "MemberAdded", LocalDate.of(2021, 12, 5), Map.of("member", born));
        ReadModels.settle();
        progress().body("sweep.unchecked", is(2), "sweep.uncheckedPersons", is(4), "progress.persons.all", is(6));
        get("town-operator", "/sweeps?limit=200&area=" + village.code())
                .body("items.find { it.id == '" + sweep + "' }.uncheckedPersons", is(4));
    }

    @Test
    void a_sweep_that_is_over_stays_as_it_was_on_its_last_day() {
        var village = "610727105487";
        start("town-operator", village).statusCode(201);
        var seen = lived(village, "2021-11-01");
        var unseen = lived(village, "2021-11-01");
        ReadModels.settle();
        put("town-operator", "/sweeps/" + sweep + "/households/" + seen.id, body("NO_RISK", null))
                .statusCode(201);
        end("长期外出，已电话核实").statusCode(204);
        lived(village, "2021-12-02");
        registered(village, "2021-12-03");
        moved(seen, village, "610727105488", "2021-12-05");
        unseen.publish(
                "household",
                unseen.id,
                "HouseholdDeactivated",
                LocalDate.parse("2021-12-06"),
                Map.of("reason", "MOVED_OUT", "on", "2021-12-06"));
        ReadModels.settle();
        progress()
                .body("progress.households", is(2), "progress.noRisk", is(1), "progress.unchecked", is(1))
                .body("progress.persons.all", is(10), "progress.persons.unchecked", is(5));
        get("town-operator", "/sweeps/" + sweep + "/villages")
                .statusCode(200)
                .body("items.areaCode", contains(village), "items[0].households", is(2));
        list("limit=200")
                .body(
                        "items.householdId",
                        containsInAnyOrder(seen.id.toString(), unseen.id.toString()),
                        "items.areaCode",
                        everyItem(is(village)));
        waiting().body("items.householdId", contains(unseen.id.toString()));
    }

    private static Household lived(String village, String since) {
        var household = Household.registered("GENERAL");
        moved(household, VILLAGE, village, since);
        return household;
    }

    private static void moved(Household household, String from, String to, String on) {
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                LocalDate.parse(on),
                Map.of("fromArea", from, "toArea", to, "on", on));
    }

    private static void registered(String village, String on) {
        var id = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "household",
                id,
                id,
                1,
                "HouseholdRegistered",
                village,
                LocalDate.parse(on),
                Map.of(
                        "areaCode",
                        village,
                        "registeredType",
                        "GENERAL",
                        "resident",
                        true,
                        "relocated",
                        false,
                        "members",
                        List.of()));
    }

    @Test
    void who_may_do_what_and_where() {
        start("info-officer", VILLAGE).statusCode(403).body("code", is("ROLE_NOT_ALLOWED"));
        start("other-town", VILLAGE).statusCode(403).body("code", is("AREA_OUT_OF_SCOPE"));
        start("town-operator", "610727000000").statusCode(403).body("code", is("AREA_OUT_OF_SCOPE"));
        start("town-operator", "610727105").statusCode(400).body("fields.field", hasItem("areaCode"));
        start("county-operator", "610727000000").statusCode(201);
        get("info-officer", "/sweeps/" + sweep).statusCode(200).body("sweep.name", is("第四季度集中排查"));
        get("info-officer", "/sweeps?limit=200").statusCode(200).body("items.id", hasItem(sweep.toString()));
        put("town-operator", "/sweeps/" + sweep + "/end", Map.of("on", "2021-11-30"))
                .statusCode(404)
                .body("code", is("NOT_FOUND"));
        get("info-officer", "/sweeps/" + UUID.randomUUID()).statusCode(404).body("code", is("SWEEP_UNKNOWN"));
        get("info-officer", "/sweeps/" + sweep + "/households?after=x")
                .statusCode(400)
                .body("fields.field", hasItem("after"));
    }

    @Test
    void a_household_outside_is_not_of_the_sweep() {
        start("county-operator", "610727101000").statusCode(201);
        var household = Household.registered("GENERAL");
        known(() -> found(household, "NO_RISK", null)).statusCode(422).body("code", is("OUTSIDE_SWEEP"));
        var unknown = UUID.randomUUID();
        put("info-officer", "/sweeps/" + sweep + "/households/" + unknown, body("NO_RISK", null))
                .statusCode(409)
                .body("code", is("NOT_YET_KNOWN"));
    }

    @Test
    void what_was_checked_of_a_household_is_cited() {
        start("town-operator", VILLAGE).statusCode(201);
        var household = Household.registered("GENERAL").safeguards("2021-11-02", "WATER", "AT_RISK");
        var path = "/sweeps/" + sweep + "/households/" + household.id;
        var body = new HashMap<>(body("NO_RISK", null));
        body.put("safeguardCheckId", household.checkId);
        known(() -> put("info-officer", path, body))
                .statusCode(422)
                .body("code", is("SAFEGUARDS_NOT_MET"))
                .body("details", contains("WATER"));
        body.put("safeguardCheckId", UUID.randomUUID());
        put("info-officer", path, body).statusCode(409).body("code", is("NOT_YET_KNOWN"));
        var sound = Household.registered("GENERAL").safeguards("2021-11-02");
        body.put("safeguardCheckId", sound.checkId);
        known(() -> put("info-officer", "/sweeps/" + sweep + "/households/" + sound.id, body))
                .statusCode(201);
        assertThat(visit("NO_RISK", sound))
                .containsEntry("safeguardCheckId", sound.checkId.toString())
                .containsEntry("safeguardsCheckedOn", "2021-11-02");
    }

    @Test
    void pages_follow_each_other() {
        start("county-operator", VILLAGE).statusCode(201);
        var household = Household.registered("GENERAL");
        known(() -> found(household, "NO_RISK", null)).statusCode(201);
        var other = Household.registered("GENERAL");
        known(() -> found(other, "NO_RISK", null)).statusCode(201);
        String next = list("result=NO_RISK&limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("next");
        list("result=NO_RISK&limit=1&after=" + next).body("items", hasSize(1), "next", is((Object) null));
    }

    private ValidatableResponse start(String user, String area) {
        return put(
                user,
                "/sweeps/" + sweep,
                Map.of(
                        "areaCode",
                        area,
                        "name",
                        "第四季度集中排查",
                        "from",
                        "2021-11-01",
                        "to",
                        "2021-11-30",
                        "incomeFrom",
                        "2020-11",
                        "incomeTo",
                        "2021-10",
                        "focusGroups",
                        List.of("ILLNESS")));
    }

    private ValidatableResponse found(Household household, String result, String note) {
        return put("info-officer", "/sweeps/" + sweep + "/households/" + household.id, body(result, note));
    }

    private ValidatableResponse found(Household household, String result, String note, UUID statement) {
        var body = new HashMap<>(body(result, note));
        body.put("incomeStatementId", statement);
        return put("info-officer", "/sweeps/" + sweep + "/households/" + household.id, body);
    }

    private ValidatableResponse found(UUID household, Map<String, Object> body) {
        return put("town-operator", "/sweeps/" + sweep + "/households/" + household, body);
    }

    private static Map<String, Object> body(String result, String note) {
        var body = new HashMap<String, Object>(Map.of("result", result, "checkedOn", "2021-11-02"));
        if (note != null) body.put("note", note);
        return body;
    }

    private ValidatableResponse end(String reason) {
        var body = new HashMap<String, Object>(Map.of("on", "2021-11-30"));
        if (reason != null) body.put("reason", reason);
        return put("county-operator", "/sweeps/" + sweep + "/end", body);
    }

    private ValidatableResponse progress() {
        return get("town-operator", "/sweeps/" + sweep).statusCode(200);
    }

    private ValidatableResponse waiting() {
        return list("waiting=true&limit=200");
    }

    private ValidatableResponse list(String filter) {
        return get("county-operator", "/sweeps/" + sweep + "/households?" + filter)
                .statusCode(200);
    }

    private Map<String, Object> visit(String result, Household household) {
        return list("result=" + result + "&limit=200")
                .extract()
                .path("items.find { it.householdId == '" + household.id + "' }");
    }
}
