package org.shouwang.monitoring.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;

/** Lists of removals over HTTP: every household answered for, all recorded or none. */
@QuarkusTest
@WithTestResource(Servers.class)
class RemovalListTest {

    private static final String HERE = "610727105441";

    @Test
    void a_list_is_proposed_whole_or_not_at_all_and_says_of_each_household_what_is_wrong() {
        var good = Included.in2021().helped().movedTo(HERE, "2021-11-20");
        var other = Included.in2021().helped().movedTo(HERE, "2021-11-20");
        var unhelped = Included.in2021().movedTo(HERE, "2021-11-20");
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> proposable("2022-06-01")
                .containsAll(List.of(good.id(), other.id())));
        var candidate = "items.find { it.householdId == '" + unhelped.id() + "' }.";
        candidates("2022-06-01")
                .body("items.householdId", hasSize(3))
                .body(candidate + "proposable", is(false))
                .body(candidate + "criteria.criterion", contains("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"))
                .body(candidate + "criteria.find { it.criterion == 'C6' }.result", is("FAIL"))
                .body(candidate + "criteria.find { it.criterion == 'C6' }.why", is("MEASURES_FEW 0 1"))
                .body(candidate + "criteria.find { it.criterion == 'C6' }.whyZh", is("针对风险已落实0项，至少1项"))
                .body(candidate + "criteria.find { it.criterion == 'C6' }.whyEn", startsWith("0 measures in effect"))
                .body(candidate + "criteria.find { it.criterion == 'C9' }.zh", is("不在识别当月和次月"))
                .body(candidate + "criteria.find { it.criterion == 'C2' }.result", is("OPEN"));
        assertThat(proposable("2021-12-31")).isEmpty();

        var list = UUID.randomUUID();
        var stranger = UUID.randomUUID();
        var gone = Map.<String, Object>of("householdId", other.id(), "method", "NATURAL");
        propose("town-operator", list, "2021-12-31", entry(good), entry(unhelped), gone, entry(stranger), entry(good))
                .statusCode(409)
                .body("code", is("LIST_REFUSED"))
                .body(
                        "details",
                        containsInAnyOrder(
                                good.id() + ":ONCE",
                                good.id() + ":C6:NOT_BEFORE 2022-05-15",
                                good.id() + ":C9:NOT_BEFORE 2022-01",
                                good.id() + ":C6:NOT_BEFORE 2022-05-15",
                                good.id() + ":C9:NOT_BEFORE 2022-01",
                                unhelped.id() + ":C6:NOT_BEFORE 2022-05-15",
                                unhelped.id() + ":C9:NOT_BEFORE 2022-01",
                                other.id() + ":NATURAL_REASON_REQUIRED",
                                other.id() + ":EVIDENCE_MISSING:DOC_PROOF",
                                stranger + ":NOT_AN_OBJECT"));
        propose("town-operator", list, "2022-06-01", entry(good), entry(unhelped))
                .statusCode(409)
                .body("details", contains(unhelped.id() + ":C6:MEASURES_FEW 0 1"));
        for (var i : List.of(good, other, unhelped))
            get("town-operator", "/objects/" + i.id()).body("state", is("ACTIVE"));
        get("town-operator", "/removals?area=" + HERE).body("items", empty());

        propose("other-town", list, "2022-06-01", entry(good))
                .statusCode(409)
                .body("details", contains(good.id() + ":NOT_AN_OBJECT"));
        propose("householder", list, "2022-06-01", entry(good)).statusCode(403);
        propose("town-operator", list, "2022-06-01").statusCode(400);

        var first = propose("town-operator", list, "2022-06-01", entry(good), entry(other))
                .statusCode(200)
                .body(
                        "households.householdId",
                        contains(good.id().toString(), other.id().toString()))
                .body("households[0].answers.find { it.criterion == 'C6' }.result", is("PASS"))
                .body("count.households", is(2), "count.persons", is(12))
                .extract()
                .asString();
        var again = propose("town-operator", list, "2022-06-01", entry(good), entry(other))
                .statusCode(200)
                .extract();
        assertThat(again.asString()).isEqualTo(first);
        String removal = again.path("households[0].removalId");
        get("town-operator", "/removals/" + removal)
                .body("state", is("PROPOSED"))
                .body("householdId", is(good.id().toString()))
                .body("version", is(2));
        get("town-operator", "/objects/" + good.id())
                .body("state", is("REMOVAL_PENDING"))
                .body("removalId", is(removal));
        assertThat(proposable("2022-06-01")).isEmpty();
        read("town-operator", list, "")
                .statusCode(200)
                .body(
                        "items.householdId",
                        is(Stream.of(good, other)
                                .map(i -> i.id().toString())
                                .sorted()
                                .toList()))
                .body("items.persons", everyItem(is(6)))
                .body("items.state", everyItem(is("PROPOSED")))
                .body("items.next", everyItem(is("VISIT")))
                .body("items.proposedOn", everyItem(is("2022-06-01")))
                .body("items.recordedBy", everyItem(is("town-operator")))
                .body("items.recordedRole", everyItem(is("TOWN_OPERATOR")))
                .body("items.recordedAt", everyItem(matchesPattern("20[0-9-]+T[0-9:.]+Z")))
                .body("items.find { it.householdId == '" + good.id() + "' }.removalId", is(removal));
        String next = read("town-operator", list, "?limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("next");
        read("town-operator", list, "?limit=1&after=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
        read("other-town", list, "").statusCode(404).body("code", is("NOT_FOUND"));
        read("town-operator", UUID.randomUUID(), "").statusCode(404).body("code", is("NOT_FOUND"));
        read("householder", list, "").statusCode(403);
        propose("town-operator", UUID.randomUUID(), "2022-06-01", entry(good))
                .statusCode(409)
                .body("details", contains(good.id() + ":REMOVAL_IN_PROGRESS"));
        propose("town-operator", list, "2022-06-02", entry(good))
                .statusCode(409)
                .body("details", contains(good.id() + ":REMOVAL_ALREADY_PROPOSED"));
    }

    private static ValidatableResponse read(String user, UUID list, String page) {
        return get(user, "/removal-lists/" + list + page);
    }

    private static List<UUID> proposable(String date) {
        List<String> found = candidates(date).extract().path("items.findAll { it.proposable }.householdId");
        return found.stream().map(UUID::fromString).toList();
    }

    private static ValidatableResponse candidates(String date) {
        return get("town-operator", "/removal-candidates?area=" + HERE + "&date=" + date)
                .statusCode(200);
    }

    private static Map<String, Object> entry(Included i) {
        return entry(i.id());
    }

    private static Map<String, Object> entry(UUID household) {
        return Map.of("householdId", household, "method", "ASSISTED");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ValidatableResponse propose(String user, UUID list, String on, Map<String, Object>... households) {
        return put(
                user,
                "/removal-lists/" + list,
                Map.of("proposedOn", on, "households", new ArrayList<>(List.of(households))));
    }
}
