package org.shouwang.household.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** A department delivers, rows find their households, and what the rules say comes back to the rows. */
@QuarkusTest
@WithTestResource(Servers.class)
class ScreeningTest {

    private static final String COUNTY = "610727000000";

    private UUID household;
    private String number;
    private String name;
    private UUID person;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = UUID.randomUUID();
        person = head(household);
        name = "试" + Integer.toString(household.hashCode() & 0xffff, 36);
        number = number(LocalDate.of(1970, 1, 2), true);
        var member = member(person, "02", name, LocalDate.of(1970, 1, 2), true);
        member.put("person", person(name, number));
        as("town-operator")
                .body(Village.household(QINGGANGPING, List.of(member)))
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_read_of_monitoring_is_what_it_promises() throws IOException {
        EventShapes.assertPromised(List.of(new JudgementConsumer()), "monitoring-service");
    }

    @Test
    void rows_are_matched_by_number_and_all_of_it_comes_back_to_the_department() {
        var id = UUID.randomUUID();
        var stranger = number(LocalDate.of(1980, 2, 3), false);
        deliver(
                        "department-user",
                        id,
                        null,
                        row(number, "别名", null, "5200.00"),
                        row(stranger, "路人", null, "1"),
                        row("999999197001020000", null, null, null))
                .statusCode(201)
                .body("dept", is("CIVIL"))
                .body("rows", is(3))
                .body("faulty", is(1));
        matched(id)
                .body("matched", is(1))
                .body("unmatched", is(1))
                .body("faulty", is(1))
                .body("done", is(3))
                .body("state", is("MATCHED"));

        var published = published(id);
        assertThat(published).hasSize(1);
        assertThat(published.getFirst())
                .contains(
                        "\"household\":\"" + household + "\"",
                        "\"value\":5200.00",
                        "\"period\":\"2021-09\"",
                        "LIFTED",
                        QINGGANGPING)
                .doesNotContain(number, "别名", name);

        var clue = UUID.randomUUID();
        judged(id, 1, "HIT", List.of(Map.of("ruleId", "W-CIV-1", "period", "2021-09", "clueId", clue, "fresh", true)));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> report("department-user", id)
                .body("state", is("JUDGED"))
                .body("hits", is(1))
                .body("misses", is(0)));
        as("department-user")
                .get("/household/deliveries/" + id + "/rows")
                .then()
                .statusCode(200)
                .body("items.row", contains(1, 2, 3))
                .body("items.state", contains("MATCHED", "UNMATCHED", "FAULTY"))
                .body("items[0].outcome", is("HIT"))
                .body("items[0].rules", contains("W-CIV-1"))
                .body("items[0].clueIds", contains(clue.toString()))
                .body("items.recorded.by", contains("screening", "department-user", "department-user"))
                .body("items[2].fault", is("ID_CHECKSUM"));
        as("department-user")
                .get("/household/deliveries/" + id + "/rows?state=UNMATCHED")
                .then()
                .body("items.row", contains(2));
        var table = as("department-user")
                .get("/household/deliveries/" + id + "/rows.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(table)
                .startsWith("\ufeff行号")
                .contains("命中", "未匹配", "证件号码校验码错误", clue.toString())
                .doesNotContain(number, stranger);
    }

    @Test
    void the_same_again_changes_nothing_and_another_content_is_refused() {
        var id = UUID.randomUUID();
        deliver("department-user", id, null, row(number, null, null, "1")).statusCode(201);
        matched(id);
        deliver("department-user", id, null, row(number, null, null, "1")).statusCode(200);
        deliver("department-user", id, null, row(number, null, null, "2"))
                .statusCode(409)
                .body("code", is("DELIVERY_ALREADY_RECEIVED"));
        assertThat(published(id)).hasSize(1);
    }

    @Test
    void a_department_stays_inside_itself_and_its_area() {
        var id = UUID.randomUUID();
        deliver("county-operator", id, "MEDINS", row(number, null, null, "1")).statusCode(201);
        matched(id);
        report("department-user", id).statusCode(404);
        as("department-user")
                .get("/household/deliveries/" + id + "/rows")
                .then()
                .statusCode(404);
        deliver("department-user", UUID.randomUUID(), "MEDINS", row(number, null, null, "1"))
                .statusCode(403)
                .body("code", is("OTHER_DEPT"));
        deliver("county-operator", UUID.randomUUID(), null, row(number, null, null, "1"))
                .statusCode(422)
                .body("code", is("DEPT_REQUIRED"));
        report("other-county", id).statusCode(404);

        var elsewhere = UUID.randomUUID();
        deliver("other-county", elsewhere, "MEDINS", row(number, null, null, "1"))
                .statusCode(201);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> report("other-county", elsewhere)
                .body("unmatched", is(1))
                .body("matched", is(0)));
    }

    /** The page of suggestions that has it; other lists' stand there too. */
    private static ValidatableResponse pageWith(String suggestion) {
        String after = null;
        do {
            var asked = as("town-operator").queryParam("area", QINGGANGPING).queryParam("limit", 200);
            if (after != null) asked.queryParam("after", after);
            var page = asked.get("/household/deliveries/suggestions");
            if (page.path(suggestion) != null) return page.then().statusCode(200);
            after = page.path("next");
        } while (after != null);
        throw new AssertionError("no suggestion of it");
    }

    @Test
    void a_row_without_a_number_is_a_suggestion_until_a_person_decides() {
        var id = UUID.randomUUID();
        deliver(
                        "department-user",
                        id,
                        null,
                        row(null, name, "青岗坪村", "1"),
                        row(null, name, QINGGANGPING, "2"),
                        row(null, "没有这人", "青岗坪村", "3"),
                        row(null, name, "没有这村", "4"))
                .statusCode(201);
        matched(id).body("toConfirm", is(2)).body("unmatched", is(1)).body("faulty", is(1));
        assertThat(published(id)).isEmpty();

        var suggestion = "items.find { it.deliveryId == '" + id + "' && it.row == 1 }";
        pageWith(suggestion)
                .body(suggestion + ".candidates.householdId", contains(household.toString()))
                .body(suggestion + ".candidates.memberId", contains(person.toString()));
        as("other-town")
                .body(Map.of("householdId", household, "memberId", person))
                .put("/household/deliveries/" + id + "/rows/1/match")
                .then()
                .statusCode(404);
        confirm(id, 1, UUID.randomUUID()).statusCode(422).body("code", is("NOT_A_CANDIDATE"));
        confirm(id, 1, person, "2021-01-01").statusCode(422).body("code", is("DATE_OUT_OF_ORDER"));
        confirm(id, 1, person, "2999-01-01").statusCode(422).body("code", is("DATE_IN_FUTURE"));
        recordedBy(id, "department-user", "department-user", "department-user", "department-user");
        confirm(id, 1, person).statusCode(201);
        confirm(id, 1, person).statusCode(204);
        recordedBy(id, "town-operator", "department-user", "department-user", "department-user");
        refuse(id, 1).statusCode(409).body("code", is("SUGGESTION_DECIDED"));
        refuse(id, 2).statusCode(201);
        refuse(id, 2).statusCode(204);
        recordedBy(id, "town-operator", "town-operator", "department-user", "department-user")
                .body("items[0].recorded.role", is("TOWN_OPERATOR"))
                .body("items[0].recorded.on", notNullValue(), "items[0].recorded.at", notNullValue());
        confirm(id, 2, person).statusCode(409).body("code", is("SUGGESTION_DECIDED"));
        confirm(id, 3, person).statusCode(404).body("code", is("SUGGESTION_UNKNOWN"));
        report("department-user", id)
                .body("confirmed", is(1))
                .body("refused", is(1))
                .body("toConfirm", is(0));
        await().untilAsserted(() -> assertThat(published(id))
                .singleElement()
                .asString()
                .contains(household.toString(), "\"row\":1")
                .doesNotContain(name));
    }

    @Test
    void a_list_in_a_file_is_read_by_its_header() {
        var file = "医保部门名单,,,\n序号,姓名,身份证号,自付金额（元）\n1,甲," + number + ",\"5,200\"\n2,乙,9.99999E+17,3\n";
        var path = "/household/deliveries?period=2021-09&dept=MEDINS&item=W-MED-1";
        String id = as("county-operator")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(201)
                .body("format", is("CSV"), "rows", is(2), "faulty", is(1))
                .extract()
                .path("id");
        as("county-operator")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(200)
                .body("id", is(id));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> report(
                        "county-operator", UUID.fromString(id))
                .body("matched", is(1)));
        as("county-operator")
                .get("/household/deliveries/" + id + "/rows")
                .then()
                .body("items.row", contains(3, 4))
                .body("items[0].value", is(5200.0f))
                .body("items[1].fault", is("ID_AS_NUMBER"));
        as("county-operator")
                .contentType("text/csv")
                .body("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(422)
                .body("code", is("HEADER_MISSING"));
        as("county-operator")
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/household/deliveries?period=2021-13&dept=MEDINS&item=W-MED-1")
                .then()
                .statusCode(400);
    }

    @Test
    void a_list_of_an_earlier_day_counts_from_that_day() {
        var id = UUID.randomUUID();
        as("department-user")
                .body(delivery("2021-10-05"))
                .put("/household/deliveries/" + id)
                .then()
                .statusCode(201)
                .body("receivedOn", is("2021-10-05"));
        matched(id).body("matched", is(1));
        assertThat(Topics.all("household.events"))
                .filteredOn(record -> "ScreeningRowsMatched".equals(Topics.header(record, "ce_type"))
                        && new String(record.value(), StandardCharsets.UTF_8).contains(id.toString()))
                .singleElement()
                .satisfies(record ->
                        assertThat(Topics.header(record, "ce_occurredon")).isEqualTo("2021-10-05"));
        as("county-operator")
                .contentType("text/csv")
                .body(("证件号码,数值\n" + number + ",1\n").getBytes(StandardCharsets.UTF_8))
                .post("/household/deliveries?period=2021-09&dept=MEDINS&item=W-MED-1&on=2021-10-06")
                .then()
                .statusCode(201)
                .body("receivedOn", is("2021-10-06"));
        as("department-user")
                .body(delivery("2999-01-01"))
                .put("/household/deliveries/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", is("DATE_IN_FUTURE"));
        as("department-user")
                .body(delivery("2021-08-31"))
                .put("/household/deliveries/" + UUID.randomUUID())
                .then()
                .statusCode(400);
    }

    private Map<String, Object> delivery(String on) {
        return Map.of(
                "period",
                "2021-09",
                "item",
                "SOCIAL_ASSISTANCE",
                "on",
                on,
                "rows",
                List.of(row(number, null, null, "1")));
    }

    private static Map<String, Object> row(String idNo, String name, String village, String value) {
        var row = new LinkedHashMap<String, Object>();
        row.put("idNo", idNo);
        row.put("name", name);
        row.put("village", village);
        if (value != null) row.put("value", new java.math.BigDecimal(value));
        return row;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static ValidatableResponse deliver(String user, UUID id, String dept, Map<String, Object>... rows) {
        var body = new LinkedHashMap<String, Object>();
        body.put("dept", dept);
        body.put("period", "2021-09");
        body.put("item", "SOCIAL_ASSISTANCE");
        body.put("rows", List.of(rows));
        return as(user).body(body).put("/household/deliveries/" + id).then();
    }

    private static ValidatableResponse report(String user, UUID id) {
        return as(user).get("/household/deliveries/" + id).then();
    }

    private static ValidatableResponse matched(UUID id) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> report("county-operator", id)
                .statusCode(200)
                .body("state", not(is("RECEIVED"))));
        return report("county-operator", id);
    }

    private ValidatableResponse confirm(UUID id, int row, UUID member) {
        return as("town-operator")
                .body(Map.of("householdId", household, "memberId", member))
                .put("/household/deliveries/" + id + "/rows/" + row + "/match")
                .then();
    }

    private ValidatableResponse confirm(UUID id, int row, UUID member, String on) {
        return as("town-operator")
                .body(Map.of("householdId", household, "memberId", member, "on", on))
                .put("/household/deliveries/" + id + "/rows/" + row + "/match")
                .then();
    }

    private static ValidatableResponse refuse(UUID id, int row) {
        return as("town-operator")
                .put("/household/deliveries/" + id + "/rows/" + row + "/refusal")
                .then();
    }

    /** Who recorded each row of the delivery as it stands. */
    private static ValidatableResponse recordedBy(UUID id, String... users) {
        return as("department-user")
                .get("/household/deliveries/" + id + "/rows")
                .then()
                .statusCode(200)
                .body("items.recorded.by", contains(users));
    }

    private static void judged(UUID id, int row, String outcome, List<Map<String, Object>> hits) {
        Topics.publish(
                "monitoring.events",
                "judgement",
                Matches.page(id, 0),
                Matches.page(id, 0),
                1,
                "ScreeningRowsJudged",
                COUNTY,
                LocalDate.of(2021, 11, 1),
                Map.of(
                        "deliveryId",
                        id,
                        "areaCode",
                        COUNTY,
                        "results",
                        List.of(Map.of("row", row, "outcome", outcome, "hits", hits))));
    }

    private static List<String> published(UUID id) {
        var found = new ArrayList<String>();
        for (var record : Topics.all("household.events"))
            if ("ScreeningRowsMatched".equals(Topics.header(record, "ce_type"))) {
                var text = new String(record.value(), StandardCharsets.UTF_8);
                if (text.contains(id.toString())) found.add(text);
            }
        return found;
    }
}
