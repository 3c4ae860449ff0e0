package org.shouwang.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** What is found in a village on a day, and what is changed so that it is: by those who may, or in the tables where no command lets it in. */
final class Findings {

    private Findings() {}

    static Set<Rule> about(Subject... subjects) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.checks().stream()
                        .anyMatch(check -> List.of(subjects).contains(check.subject())))
                .collect(Collectors.toSet());
    }

    static void none(String village, String date) {
        found(village, date, Set.of());
    }

    /** Just these rules find something. */
    static void found(String village, String date, Set<Rule> rules) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Set.copyOf(list(village, date).<String>getList("items.name")))
                .isEqualTo(Set.copyOf(rules.stream().map(Rule::name).toList())));
    }

    /** The rule finds just this household, or the village where it is null, with just these fields. */
    static void found(String village, String date, Rule rule, UUID household, String... fields) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var page = list(village, date, rule);
            assertThat(page.getList("items.fields")).as(page.prettify()).containsExactly(List.of(fields));
            assertThat(page.<String>getList("items.householdId"))
                    .containsExactly(household == null ? null : household.toString());
            assertThat(page.<String>getList("items.rule")).containsExactly(rule.code());
        });
    }

    /** What the rule finds first was recorded by this user; null: by nobody here. */
    static void recordedBy(String user, String village, String date, Rule rule) {
        var recorded = list(village, date, rule).<Map<String, Object>>get("items[0].recorded");
        if (user == null) assertThat(recorded).isNull();
        else assertThat(recorded).containsEntry("by", user).containsKeys("on", "at", "role");
    }

    static JsonPath list(String village, String date) {
        return json("limit=200&area=" + village + "&date=" + date);
    }

    static JsonPath list(String village, String date, Rule rule) {
        return json("limit=200&area=" + village + "&date=" + date + "&rule=" + rule.name());
    }

    static JsonPath json(String query) {
        return get("town-operator", "/quality/findings?" + query)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Household moved(Household household, String village) {
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", village, "on", "2021-11-02"));
        return household;
    }

    static void risk(Included i, String code, Map<String, Object> body) {
        put("town-operator", "/objects/" + i.id() + "/risks/" + code, body).statusCode(204);
    }

    static void tag(Included i, String type, String tag) {
        i.household.publish(
                "household",
                i.id(),
                type,
                Map.of("tag", tag, "memberIds", List.of(), "from", "2021-01-01", "to", "2021-12-01"));
    }

    /** Its members are these from now on, of whom nobody ever worked away from home. */
    static void members(Included i, String village, String... labour) {
        members(i, village, 0, labour);
    }

    /** Its members are these from now on. @param months that each has worked away from home this year */
    static void members(Included i, String village, int months, String... labour) {
        i.household.publish(
                "household",
                i.id(),
                "HouseholdRegistered",
                Map.of(
                        "areaCode",
                        village,
                        "registeredType",
                        "LIFTED",
                        "members",
                        List.of(labour).stream().map(l -> member(l, months)).toList()));
    }

    private static Map<String, Object> member(String labour, int months) {
        return Map.of(
                "memberId",
                UUID.randomUUID(),
                "relation",
                "20",
                "labour",
                labour,
                "born",
                "1965-03",
                "working",
                false,
                "workMonths",
                months);
    }

    /** A department's list of those hit by a disaster names the household. */
    static void struck(Included i, String village, String on) {
        put(
                        "county-operator",
                        "/screening-rules/STRUCK/versions/1",
                        Map.of("areaPrefix", village, "effectiveFrom", "2021-01-01", "source", "2021年预警监测通知"))
                .statusCode(anyOf(is(201), is(204)));
        var delivery = UUID.randomUUID();
        Topics.publish(
                "household.events",
                "match",
                delivery,
                delivery,
                1,
                "ScreeningRowsMatched",
                village,
                LocalDate.parse(on),
                Map.of(
                        "deliveryId",
                        delivery,
                        "areaCode",
                        village,
                        "dept",
                        "EMERGENCY",
                        "period",
                        on,
                        "rows",
                        List.of(Map.of(
                                "row",
                                1,
                                "household",
                                i.id(),
                                "areaCode",
                                village,
                                "registeredType",
                                "LIFTED",
                                "item",
                                "DISASTER"))));
    }

    static UUID planned(Included i, String code, String item) {
        var measure = UUID.randomUUID();
        i.assistance(
                "measure",
                measure,
                "MeasurePlanned",
                Map.of("householdId", i.id(), "episode", 1, "code", code, "item", item, "risk", "01"));
        return measure;
    }

    static void cancelled(Included i, UUID measure) {
        i.assistance("measure", measure, "MeasureCancelled", Map.of("householdId", i.id(), "episode", 1));
    }

    static void checked(Included i, String on, String water) {
        i.household.publish(
                "safeguard",
                UUID.randomUUID(),
                "SafeguardChecked",
                LocalDate.parse(on),
                Map.of(
                        "householdId",
                        i.id(),
                        "checkedOn",
                        on,
                        "method",
                        "ON_SITE",
                        "items",
                        List.of(Map.of("indicator", "WATER", "result", water, "evidence", List.of()))));
    }

    static void line(String village, int amount) {
        line(village, "2022-06-01", amount);
    }

    /** @param from day of 2022 from which it counts */
    static void line(String village, String from, int amount) {
        put(
                        "county-operator",
                        "/lines/" + village + "/2022",
                        Map.of("amount", amount, "effectiveFrom", from, "source", "2022年监测范围通知"))
                .statusCode(anyOf(is(201), is(204)));
    }

    static Map<String, Object> quarterly() {
        return Map.of(
                "minutes",
                minutes("2021-10-12"),
                "counts",
                List.of(Map.of("category", "GENERAL", "households", 9)),
                "householdsChecked",
                9,
                "householdsWithoutRisk",
                9,
                "documents",
                docs("DOC_MEETING_MINUTES"));
    }

    static void rebuilt(String readModel) {
        RestAssured.given()
                .auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(200);
    }

    static void sql(String statement, Object... values) {
        var journal = journal();
        Bench.await(() -> journal.once(session -> Sql.update(session, statement, values)));
    }

    static Journal journal() {
        return Arc.container().instance(Journal.class).get();
    }
}
