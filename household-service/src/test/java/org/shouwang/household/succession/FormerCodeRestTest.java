package org.shouwang.household.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;
import org.shouwang.household.sheet.Sheets;

/** Rosters, notices and what waits to be settled: the code of a village that was replaced finds its households in them, as its successor's does. */
@QuarkusTest
@WithTestResource(Servers.class)
class FormerCodeRestTest {

    private static final String BESIDE = "610727105970";
    private static int villages = 970;

    private String old;
    private String next;
    private UUID household;
    private String name;
    private Map<String, Object> spouse;
    private long version;

    @BeforeEach
    void a_couple() {
        Village.areas();
        area(BESIDE);
        old = area("610727105" + ++villages);
        next = area("610727105" + ++villages);
        household = UUID.randomUUID();
        name = "赵" + household.toString().substring(0, 8);
        spouse = member(spouse(household), "10", "钱乙", LocalDate.of(1972, 3, 4), false);
        var body = household(old, List.of(member(head(household), "02", name, LocalDate.of(1970, 1, 2), true), spouse));
        as("town-operator")
                .body(body)
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
    }

    @Test
    void the_rosters_of_monitored_households_name_it() throws IOException {
        monitoring("object", household, "ObjectIncluded", included("2021-11-15"));
        replaced();
        found("monitored.csv?");
        found("coloured.csv?grade=GREEN&");
    }

    @Test
    void the_roster_of_who_works_names_it() throws IOException {
        as("town-operator")
                .body(Map.of(
                        "from",
                        "2021-03-01",
                        "months",
                        7,
                        "publicPost",
                        false,
                        "workplace",
                        Map.of("place", "汉中市", "employer", "某厂", "channel", "有组织输出"),
                        "on",
                        "2021-09-30"))
                .put("/household/households/" + household + "/members/" + head(household) + "/employments")
                .then()
                .statusCode(204);
        replaced();
        found("work.csv?year=2021&");
    }

    @Test
    void the_rosters_of_reviews_name_it() throws IOException {
        as("town-operator")
                .body(Map.of("grade", "D", "appraisedOn", "2021-04-01", "agency", "县住建局", "on", "2021-11-01"))
                .put("/household/households/" + household + "/housing-grade")
                .then()
                .statusCode(204);
        monitoring(
                "case",
                UUID.randomUUID(),
                "CaseRejected",
                Map.of(
                        "reasonCode",
                        "SUPPORTER_ABLE",
                        "reason",
                        "子女有赡养能力",
                        "income",
                        Map.of("statementId", UUID.randomUUID()),
                        "decidedOn",
                        "2021-11-15",
                        "belowLine",
                        true));
        replaced();
        found("dangerous-housing.csv?");
        found("non-inclusions.csv?from=2021-11-15&to=2021-11-15&");
    }

    @Test
    void the_announcement_names_it() {
        monitoring("object", household, "PublicityPosted", Map.of("postedOn", "2033-09-10", "endsOn", "2033-09-15"));
        monitoring("object", household, "ObjectIncluded", included("2033-09-20"));
        replaced();
        for (var code : List.of(old, next)) announcement(code, containsString(name));
        announcement(BESIDE, not(containsString(name)));
    }

    @Test
    void a_number_that_was_asked_for_elsewhere_is_listed() {
        var again = new LinkedHashMap<>(spouse);
        var other = UUID.randomUUID();
        again.put("memberId", head(other));
        again.put("relation", "02");
        as("other-town")
                .body(household(OTHER_TOWN, List.of(again)))
                .put("/household/households/" + other)
                .then()
                .statusCode(409)
                .body("code", is("ID_DUPLICATE"));
        replaced();
        for (var code : List.of(old, next)) duplicates(code, contains(household.toString()));
        duplicates(BESIDE, empty());
    }

    @Test
    void a_row_that_names_the_old_village_is_for_its_successor_to_confirm() {
        var delivery = delivered();
        replaced();
        for (var code : List.of(old, next))
            as("town-operator")
                    .get("/household/deliveries/suggestions?area=" + code)
                    .then()
                    .statusCode(200)
                    .body("items.deliveryId", contains(delivery.toString()))
                    .body("items.areaCode", contains(old))
                    .body("items[0].candidates.householdId", contains(household.toString()));
        as("town-operator")
                .get("/household/deliveries/suggestions?area=" + BESIDE)
                .then()
                .body("items", empty());
        as("town-operator")
                .body(Map.of("householdId", household, "memberId", head(household)))
                .put("/household/deliveries/" + delivery + "/rows/1/match")
                .then()
                .statusCode(201);
    }

    /** A row without a number that names the household's head and its old village. */
    private UUID delivered() {
        var id = UUID.randomUUID();
        as("department-user")
                .body(Map.of(
                        "period",
                        "2021-09",
                        "item",
                        "SOCIAL_ASSISTANCE",
                        "rows",
                        List.of(Map.of("name", name, "village", old, "value", 1))))
                .put("/household/deliveries/" + id)
                .then()
                .statusCode(201);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("county-operator")
                .get("/household/deliveries/" + id)
                .then()
                .statusCode(200)
                .body("state", not(is("RECEIVED")), "toConfirm", is(1)));
        return id;
    }

    private void found(String roster) throws IOException {
        for (var code : List.of(old, next)) assertThat(lines(roster, code)).hasSize(1);
        assertThat(lines(roster, BESIDE)).isEmpty();
    }

    private List<List<String>> lines(String roster, String code) throws IOException {
        return Sheets.with(Sheets.csv(as("auditor").get("/household/rosters/" + roster + "area=" + code)), name);
    }

    private static void announcement(String code, Matcher<String> text) {
        as("county-operator")
                .get("/household/notices/announcement?from=2033-09-20&to=2033-09-20&area=" + code)
                .then()
                .statusCode(200)
                .body(text);
    }

    private static void duplicates(String code, Matcher<?> households) {
        as("town-operator")
                .get("/household/duplicates?area=" + code)
                .then()
                .statusCode(200)
                .body("items.householdId", households);
    }

    private Map<String, Object> included(String on) {
        var event = new HashMap<String, Object>();
        event.put("episode", 1);
        event.put("type", "UNSTABLE");
        event.put("grade", "GREEN");
        event.put("risks", List.of("01"));
        event.put("perCapita", 4860.00);
        event.put("includedOn", on);
        event.put("areaCode", old);
        return event;
    }

    private void monitoring(String kind, UUID stream, String type, Map<String, Object> event) {
        Topics.publish(
                "monitoring.events", kind, stream, household, ++version, type, old, LocalDate.of(2021, 11, 15), event);
    }

    private static String area(String code) {
        as("sys-admin")
                .body(Map.of("name", "某" + code, "validFrom", "2020-01-01"))
                .put("/household/areas/" + code)
                .then()
                .statusCode(anyOf(is(201), is(204)));
        return code;
    }

    private void replaced() {
        ReadModels.settle();
        as("sys-admin")
                .body(Map.of("replacedBy", next, "validTo", "2021-12-31"))
                .put("/household/areas/" + old + "/successor")
                .then()
                .statusCode(204);
        ReadModels.settle();
    }
}
