package org.shouwang.monitoring.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** A household that moves takes along what is about it, told by the real broker, once however often it is told. */
@QuarkusTest
@WithTestResource(Servers.class)
class RelocationTest {

    private static final String NEXT_VILLAGE = "610727105207";
    private static final String OTHER_TOWN = "610727101201";

    @Test
    void a_household_moves_once_and_is_seen_where_it_went() {
        var i = Included.in2021();
        int before = get("county-operator", "/objects/" + i.id()).extract().path("version");
        int december = unstable(VILLAGE, "2021-12-31", "I09");
        int january = unstable(VILLAGE, "2022-01-31", "I09");
        int included = unstable(VILLAGE, "2021-11-30", "INCLUDED");
        int there = unstable("610727105206", "2022-01-31", "I09");
        var moved = Topics.message(
                "household.events",
                "household",
                i.id(),
                i.id(),
                9,
                "HouseholdMoved",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 5),
                Map.of("fromArea", VILLAGE, "toArea", NEXT_VILLAGE, "on", "2022-01-05", "somethingNew", 7));
        for (var delivery = 0; delivery < 3; delivery++) Topics.send(moved.toRecord("household.events"));
        var stranger = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "household",
                stranger,
                stranger,
                1,
                "HouseholdMoved",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 5),
                Map.of("toArea", NEXT_VILLAGE, "on", "2022-01-05"));
        Topics.publish(
                "household.events",
                "household",
                i.id(),
                i.id(),
                10,
                "SomethingUnheardOf",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 5),
                Map.of());
        Topics.publish(
                "household.events",
                "household",
                i.id(),
                i.id(),
                11,
                "HouseholdMoved",
                NEXT_VILLAGE,
                LocalDate.of(2022, 1, 6),
                Map.of("toArea", "610727105206", "on", "2022-01-06"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "county-operator", "/objects/" + i.id())
                .body("areaCode", is("610727105206")));
        get("county-operator", "/objects/" + i.id()).body("version", is(before + 2));
        get("info-officer", "/objects/" + i.id()).statusCode(404);
        assertThat(unstable(VILLAGE, "2021-12-31", "I09")).isEqualTo(december);
        assertThat(unstable(VILLAGE, "2022-01-31", "I09")).isEqualTo(january - 1);
        assertThat(unstable(VILLAGE, "2021-11-30", "INCLUDED")).isEqualTo(included);
        assertThat(unstable("610727105206", "2022-01-31", "I09")).isEqualTo(there + 1);
        assertThat(unstable("610727105206", "2021-12-31", "I09")).isZero();
        get("town-operator", "/objects?area=610727105206&type=UNSTABLE&state=ACTIVE&risk=01&limit=200")
                .body("items.householdId", hasItem(i.id().toString()));
        get("county-operator", "/objects/" + stranger).statusCode(404).body("code", is("NOT_AN_OBJECT"));
    }

    private static int unstable(String area, String date, String figure) {
        return get("auditor", "/figures?area=" + area + "&date=" + date)
                .statusCode(200)
                .extract()
                .<Integer>path("figures.find { it.code == '" + figure + "' }.households");
    }

    @Test
    void what_is_read_is_what_the_household_service_promises() throws IOException {
        EventShapes.assertPromised(
                List.of(new RelocationConsumer(null, null, null, null, null, null, null, null, null, null, null, null)),
                "household-service");
    }

    @Test
    void a_running_case_and_an_open_clue_go_to_the_new_village() {
        Household.policies();
        var h = Household.registered("LIFTED")
                .income("24300", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .opened("2021-11-01", "DOC_APPLICATION");
        var clue = UUID.randomUUID();
        var heard =
                Map.of("householdId", h.id, "source", "GRID_PATROL", "text", "网格员反映收入下降", "receivedOn", "2021-11-01");
        put("info-officer", "/clues/" + clue, heard).statusCode(201);
        int before = get("county-operator", "/cases/" + h.caseId).extract().path("version");

        move(h, OTHER_TOWN);
        seen("/cases/" + h.caseId);
        seen("/clues/" + clue);
        get("county-operator", "/cases/" + h.caseId)
                .body("areaCode", is(OTHER_TOWN))
                .body("version", is(before + 1))
                .body("policy.id", is("POL-2021"));
        get("other-town", "/cases?household=" + h.id).body("items.id", contains(h.caseId.toString()));
        get("town-operator", "/cases?household=" + h.id).body("items", empty());
        get("other-town", "/worklist?date=2021-11-02&limit=200")
                .body("items.subject.id", hasItems(h.caseId.toString(), clue.toString()));
        get("town-operator", "/worklist?date=2021-11-02&limit=200")
                .body("items.subject.id", not(hasItem(h.caseId.toString())))
                .body("items.subject.id", not(hasItem(clue.toString())));

        put("other-town", "/clues/" + clue, heard).statusCode(204);
        known(() -> h.step("grid-member", "/visit", visit(h))).statusCode(404);
        known(() -> h.step("other-town", "/visit", visit(h))).statusCode(204);
    }

    @Test
    void a_removal_and_a_warning_go_along_with_the_object() {
        var i = Included.in2021();
        var warning = UUID.randomUUID();
        put(
                        "info-officer",
                        "/warnings/" + warning,
                        Map.of(
                                "householdId",
                                i.id(),
                                "item",
                                "WATER",
                                "source",
                                "MONTHLY_CHECK",
                                "raisedOn",
                                "2021-12-08"))
                .statusCode(201);
        var proposal = Map.of(
                "householdId",
                i.id(),
                "method",
                "NATURAL",
                "naturalReason",
                "LOST_CONTACT",
                "proof",
                docs("DOC_PROOF"),
                "proposedOn",
                "2021-12-10");
        put("info-officer", "/removals/" + i.removalId, proposal).statusCode(201);

        move(i.household, OTHER_TOWN);
        seen("/objects/" + i.id());
        seen("/removals/" + i.removalId);
        seen("/warnings/" + warning);
        seen("/cases/" + i.household.caseId);
        put("other-town", "/removals/" + i.removalId, proposal).statusCode(204);
        get("other-town", "/removals/" + i.removalId).body("steps.what", hasItem("RemovalMoved"));
        get("other-town", "/worklist?date=2021-12-31&limit=200")
                .body("items.subject.id", hasItems(i.removalId.toString(), warning.toString(), i.id().toString()));
        get("town-operator", "/worklist?date=2021-12-31&limit=200")
                .body("items.subject.id", not(hasItem(i.removalId.toString())))
                .body("items.subject.id", not(hasItem(warning.toString())));
    }

    private static void move(Household h, String to) {
        h.publish("household", h.id, "HouseholdMoved", Map.of("fromArea", VILLAGE, "toArea", to, "on", "2021-11-01"));
    }

    /** By the town that the household moved to, and no longer by the one that it left. */
    private static void seen(String path) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("other-town", path)
                .statusCode(200));
        get("town-operator", path).statusCode(404);
    }

    private static Map<String, Object> visit(Household h) {
        return Map.of(
                "visitors",
                List.of("grid-member"),
                "visitedOn",
                "2021-11-03",
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId,
                "risks",
                List.of("01"));
    }

    @Test
    void lists_are_paged_without_gaps() {
        Included.in2021();
        Included.in2021();
        for (var path : new String[] {"/objects?area=610727", "/worklist?area=610727105208&date=2022-02-10"}) {
            var separator =
                    path.startsWith("/worklist") ? "items.collect { it.subject.id + it.duty }" : "items.householdId";
            var all = get("county-operator", path + "&limit=200")
                    .statusCode(200)
                    .extract()
                    .<List<String>>path(separator);
            var paged = new ArrayList<String>();
            String after = null;
            do {
                var page = get("county-operator", path + "&limit=3" + (after == null ? "" : "&after=" + after))
                        .statusCode(200)
                        .extract();
                paged.addAll(page.<List<String>>path(separator));
                after = page.path("next");
            } while (after != null);
            assertThat(paged)
                    .startsWith(all.toArray(String[]::new))
                    .hasSizeGreaterThan(3)
                    .doesNotHaveDuplicates();
        }
    }
}
