package org.shouwang.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

/** What holds for the whole service: its read models come back. */
@QuarkusTest
@WithTestResource(Servers.class)
class ServiceRestTest {

    private static final List<String> PAGES = List.of(
            "/grids/" + QINGGANGPING + "-W901",
            "/households?area=610727105902",
            "/areas?prefix=610727&limit=200",
            "/households?area=610727105207&limit=200",
            "/figures?area=610727&date=2021-09-30",
            "/households?area=610727105208&monitoredState=ACTIVE&limit=200");

    @BeforeEach
    void something_of_everything() {
        Village.areas();
        grid(QINGGANGPING + "-W901");
        replaced("610727105902", "610727105903");
        var id = couple(QINGGANGPING);
        as("town-operator")
                .body(Map.of("tagClass", "B", "from", "2021-04-01"))
                .put("/household/households/" + id + "/tags/DIBAO")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of(
                        "memberId",
                        spouse(id),
                        "relations",
                        List.of(Map.of("memberId", head(id), "relation", "10")),
                        "reason",
                        "外出",
                        "on",
                        "2021-05-01"))
                .put("/household/households/" + id + "/head")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("areaCode", NEIGHBOUR, "on", "2021-06-01"))
                .put("/household/households/" + id + "/area")
                .then()
                .statusCode(204);
    }

    /** A village that was given another code, with a household in it. */
    private static void replaced(String code, String by) {
        for (var area : List.of(code, by))
            as("sys-admin")
                    .body(Map.of("name", "某村", "validFrom", "2020-01-01"))
                    .put("/household/areas/" + area);
        if (as("auditor").get("/household/areas/" + code).path("area.replacedBy") != null) return;
        couple(code);
        as("sys-admin")
                .body(Map.of("replacedBy", by, "validTo", "2021-05-31"))
                .put("/household/areas/" + code + "/successor")
                .then()
                .statusCode(204);
        ReadModels.settle();
    }

    private static void grid(String code) {
        as("town-operator")
                .body(Map.of("name", "某网格", "validFrom", "2020-01-01"))
                .put("/household/areas/" + code);
        var house = couple(QINGGANGPING);
        as("town-operator")
                .body(Map.of("groupCodes", List.of(), "households", List.of(house), "from", "2021-04-01"))
                .put("/household/grids/" + code);
        as("town-operator")
                .body(Map.of("name", "周壬", "birthDate", "1990-01-02", "from", "2021-04-01"))
                .put("/household/grids/" + code + "/members/grid-901");
        as("town-operator")
                .delete("/household/grids/" + code + "/members/grid-901?reason=x&to=2021-05-01")
                .then()
                .statusCode(204);
    }

    @Test
    void read_models_come_back_as_they_were() {
        var id = couple(QINGGANGPING);
        Topics.publish(
                "monitoring.events",
                "case",
                UUID.randomUUID(),
                id,
                1,
                "CaseOpened",
                QINGGANGPING,
                LocalDate.of(2022, 6, 1),
                Map.of("terms", Map.of("publicity", Map.of("forbidden", false))));
        Topics.publish(
                "monitoring.events",
                "case",
                UUID.randomUUID(),
                id,
                1,
                "PublicityPosted",
                QINGGANGPING,
                LocalDate.of(2022, 6, 20),
                Map.of("postedOn", "2022-06-20", "endsOn", "2022-06-25"));
        Topics.publish(
                "monitoring.events",
                "case",
                UUID.randomUUID(),
                id,
                1,
                "ReviewConcluded",
                QINGGANGPING,
                LocalDate.of(2022, 6, 15),
                Map.of("heldOn", "2022-06-15", "included", true, "reason", "支出骤增"));
        Topics.publish(
                "monitoring.events",
                "object",
                id,
                id,
                1,
                "ObjectIncluded",
                QINGGANGPING,
                LocalDate.of(2022, 7, 1),
                Map.of("episode", 1, "type", "EDGE", "areaCode", QINGGANGPING, "includedOn", "2022-07-01"));
        Topics.publish(
                "monitoring.events",
                "policy",
                UUID.randomUUID(),
                id,
                1,
                "PolicyPublished",
                QINGGANGPING,
                LocalDate.of(2019, 1, 1),
                Map.of(
                        "terms",
                        Map.of(
                                "policyId",
                                "POL-COME-BACK",
                                "version",
                                1,
                                "areaPrefix",
                                QINGGANGPING,
                                "effectiveFrom",
                                "2019-01-01",
                                "effectiveTo",
                                "2019-01-31")));
        assistance(id, "helper", "HelperAssigned", Map.of("helper", "helper"));
        assistance(id, "measure", "MeasurePlanned", Map.of("householdId", id, "episode", 1));
        ReadModels.settle();
        var before = PAGES.stream().map(ServiceRestTest::page).toList();
        assertThat(before.getLast()).contains(id.toString());

        ReadModels.comeBack(Map.of(
                "roster_row", "lines of a file, kept until it is applied",
                "roster_household", "what applying a file would do and did",
                "roster_issue", "what is wrong with a file",
                "quality_household", "which households were looked at",
                "quality_finding", "what was found of them",
                "screening_row", "rows that a department delivered, with what a person and the rules said of them"));

        assertThat(PAGES.stream().map(ServiceRestTest::page).toList()).isEqualTo(before);
    }

    private static void assistance(UUID household, String kind, String type, Map<String, Object> event) {
        Topics.publish(
                "assistance.events",
                kind,
                household,
                household,
                1,
                type,
                QINGGANGPING,
                LocalDate.of(2022, 7, 1),
                event);
    }

    private static String page(String path) {
        return as("county-operator")
                .get("/household" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void numbers_stay_taken_after_a_rebuild() {
        var first = UUID.randomUUID();
        var person = member(head(first), "02", "冯辛", LocalDate.of(1985, 1, 2), true);
        as("town-operator")
                .body(household(QINGGANGPING, List.of(person)))
                .put("/household/households/" + first)
                .then()
                .statusCode(201);
        as("sys-admin")
                .post("/household/read-models/ActiveNumbers/rebuild")
                .then()
                .statusCode(200);
        as("town-operator")
                .body(household(NEIGHBOUR, List.of(person)))
                .put("/household/households/" + UUID.randomUUID())
                .then()
                .statusCode(409);
    }

    @Test
    void a_number_that_passed_from_one_household_to_another_stays_with_the_other_after_a_rebuild() {
        var other = couple(QINGGANGPING);
        var first = couple(QINGGANGPING);
        var person = member(UUID.randomUUID(), "20", "秦癸", LocalDate.of(1999, 3, 4), true);
        for (var id : List.of(first, other)) {
            as("town-operator")
                    .body(Map.of("member", person, "reason", "MOVED_IN", "on", "2021-06-01"))
                    .put("/household/households/" + id + "/members/" + person.get("memberId"))
                    .then()
                    .statusCode(204);
            if (id == first)
                as("town-operator")
                        .delete("/household/households/" + id + "/members/" + person.get("memberId")
                                + "?reason=MOVED_OUT&on=2021-06-01")
                        .then()
                        .statusCode(204);
        }
        as("sys-admin")
                .post("/household/read-models/ActiveNumbers/rebuild")
                .then()
                .statusCode(200);
        as("town-operator")
                .body(Map.of("member", person, "reason", "MOVED_IN", "on", "2021-07-01"))
                .put("/household/households/" + first + "/members/" + person.get("memberId"))
                .then()
                .statusCode(409);
    }
}
