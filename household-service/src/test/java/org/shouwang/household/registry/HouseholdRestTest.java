package org.shouwang.household.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

@QuarkusTest
@WithTestResource(Servers.class)
class HouseholdRestTest {

    private static final String HOUSEHOLDS = "/household/households/";

    @BeforeEach
    void areas() {
        Village.areas();
    }

    @Test
    void a_household_is_registered_read_and_listed() {
        var id = couple(QINGGANGPING);
        as("town-operator")
                .get(HOUSEHOLDS + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", is("ACTIVE"))
                .body("members", hasSize(2))
                .body("members[0].relationZh", is("户主"))
                .body("members[0].person.sex", is("1"))
                .body("members[0].person.birthDate", is("1970-01-02"))
                .body("details.contactPhone", is("13900000000"));
        as("town-operator")
                .queryParam("area", QINGGANGPING)
                .queryParam("limit", 200)
                .get("/household/households")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.head", is("赵甲"))
                .body("items.find { it.id == '" + id + "' }.persons", is(2));
        as("town-operator")
                .queryParam("name", "钱")
                .queryParam("limit", 200)
                .get("/household/households")
                .then()
                .body("items.id", hasItem(id.toString()));
    }

    @Test
    void the_same_registration_again_changes_nothing_and_another_one_is_refused() {
        var id = UUID.randomUUID();
        var body = household(QINGGANGPING, List.of(member(head(id), "02", "孙丙", LocalDate.of(1980, 5, 6), true)));
        as("town-operator")
                .body(body)
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        as("town-operator")
                .body(body)
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(204)
                .header("ETag", "\"1\"");
        body.put("registeredType", "GENERAL");
        as("town-operator")
                .body(body)
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(409)
                .body("code", is("ALREADY_REGISTERED"));
    }

    @Test
    void wrong_data_is_refused_with_rule_and_field() {
        var id = UUID.randomUUID();
        var wrong = member(head(id), "02", "李丁", LocalDate.of(1980, 5, 6), true);
        wrong.put("person", person("李丁", "999999196503121012"));
        wrong.put("student", "PRIMARY");
        as("town-operator")
                .body(household(QINGGANGPING, List.of(wrong)))
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("ID_CHECKSUM"))
                .body("details", hasItem("ID_CHECKSUM " + head(id) + " person.idNo"))
                .body("details", hasItem("EDUCATION_XOR_STUDENT " + head(id) + " education"));
        as("town-operator").get(HOUSEHOLDS + id).then().statusCode(404);
        as("town-operator")
                .body(Map.of("areaCode", QINGGANGPING))
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(400)
                .body("fields.field", hasItems("members", "registeredType", "registeredOn"));
        as("town-operator")
                .body(household("610727105299", List.of(member(head(id), "02", "李丁", LocalDate.of(1980, 5, 6), true))))
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(422)
                .body("code", is("AREA_UNKNOWN"));
    }

    @Test
    void living_conditions_are_shown_by_year_the_newest_first() {
        var id = couple(QINGGANGPING);
        for (var year : List.of(2020, 2021))
            as("info-officer")
                    .body(Map.of(
                            "conditions", Map.of("farmland", year - 2015.5, "housingGrade", "B"), "on", "2021-09-30"))
                    .put(HOUSEHOLDS + id + "/living-conditions/" + year)
                    .then()
                    .statusCode(204);
        as("info-officer")
                .get(HOUSEHOLDS + id)
                .then()
                .body("living.year", contains(2021, 2020), "living.conditions.farmland", contains(5.5f, 4.5f));
        as("info-officer")
                .body(Map.of("conditions", Map.of(), "on", "2021-09-30"))
                .put(HOUSEHOLDS + id + "/living-conditions/2022")
                .then()
                .statusCode(422)
                .body("code", is("YEAR_WRONG"));
        as("grid-member")
                .body(Map.of("conditions", Map.of(), "on", "2021-09-30"))
                .put(HOUSEHOLDS + id + "/living-conditions/2021")
                .then()
                .statusCode(403);
    }

    @Test
    void nothing_happened_before_the_household_was_registered() {
        var id = couple(QINGGANGPING);
        var day = "2021-02-28";
        var child = member(UUID.randomUUID(), "20", "赵丙", LocalDate.of(2010, 1, 2), true);
        Map<String, Map<String, ?>> requests = Map.of(
                "/members/" + child.get("memberId"),
                Map.of("member", child, "reason", "BIRTH", "on", day),
                "/details",
                Map.of("resident", true, "relocated", false, "details", Map.of(), "reason", "更正", "on", day),
                "/area",
                Map.of("areaCode", NEIGHBOUR, "on", day),
                "/registered-type",
                Map.of("registeredType", "GENERAL", "on", day),
                "/tags/TEKUN",
                Map.of("from", day),
                "/deactivation",
                Map.of("reason", "EXTINCT", "on", day),
                "/consents/" + UUID.randomUUID(),
                Map.of(
                        "scope", List.of("VEHICLE"),
                        "signers", List.of(head(id), spouse(id)),
                        "document", Map.of("kind", "DOC_CONSENT", "sha256", "c".repeat(64)),
                        "grantedOn", day),
                "/safeguard-checks/" + UUID.randomUUID(),
                Map.of("checkedOn", day, "method", "PHONE", "items", List.of()),
                "/incomes/" + UUID.randomUUID(),
                Map.of(
                        "from",
                        "2020-01",
                        "to",
                        "2020-12",
                        "basis",
                        "ACTUAL_12M",
                        "population",
                        2,
                        "lines",
                        List.of(Map.of("code", "A1", "amount", 1)),
                        "on",
                        day));
        requests.forEach((path, body) -> as("town-operator")
                .body(body)
                .put(HOUSEHOLDS + id + path)
                .then()
                .statusCode(422)
                .body("code", is("BEFORE_REGISTRATION"), "details", contains("2021-03-01")));
        as("town-operator")
                .header("Accept-Language", "en")
                .delete(HOUSEHOLDS + id + "/members/" + spouse(id) + "?reason=DEATH&on=" + day)
                .then()
                .statusCode(422)
                .body("detail", is("The day lies before the household was registered"));
        as("town-operator").get(HOUSEHOLDS + id).then().header("ETag", "\"1\"");
    }

    @Test
    void what_changed_later_does_not_change_before() {
        var id = couple(QINGGANGPING);
        var general = Map.of("registeredType", "GENERAL", "on", "2021-12-01");
        for (var i = 0; i < 2; i++)
            as("town-operator")
                    .body(general)
                    .put(HOUSEHOLDS + id + "/registered-type")
                    .then()
                    .statusCode(204)
                    .header("ETag", "\"2\"");
        as("town-operator")
                .body(Map.of("registeredType", "LIFTED", "on", "2021-11-01"))
                .put(HOUSEHOLDS + id + "/registered-type")
                .then()
                .statusCode(422)
                .body("code", is("DATE_OUT_OF_ORDER"), "details", contains("2021-12-01"));
        as("town-operator")
                .body(Map.of("areaCode", NEIGHBOUR, "on", "2021-11-01"))
                .put(HOUSEHOLDS + id + "/area")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("areaCode", QINGGANGPING, "on", "2021-10-01"))
                .put(HOUSEHOLDS + id + "/area")
                .then()
                .statusCode(422)
                .body("code", is("DATE_OUT_OF_ORDER"), "details", contains("2021-11-01"));
        as("town-operator")
                .get(HOUSEHOLDS + id)
                .then()
                .body("registeredType", is("GENERAL"), "areaCode", is(NEIGHBOUR));
    }

    @Test
    void a_number_of_the_national_system_is_that_of_one_household() {
        numbered("9999998801").statusCode(201);
        numbered("9999998801").statusCode(409).body("code", is("HOUSEHOLD_NO_DUPLICATE"));
        numbered("9999998802").statusCode(201);
    }

    private static ValidatableResponse numbered(String number) {
        var id = UUID.randomUUID();
        var body = household(QINGGANGPING, List.of(member(head(id), "02", "吴己", LocalDate.of(1982, 8, 9), true)));
        body.put("details", Map.of("householdNo", number));
        return as("town-operator").body(body).put(HOUSEHOLDS + id).then();
    }

    @Test
    void a_number_is_taken_while_its_owner_is_there() {
        var first = UUID.randomUUID();
        var shared = member(head(first), "02", "周戊", LocalDate.of(1981, 7, 8), true);
        as("town-operator")
                .body(household(QINGGANGPING, List.of(shared)))
                .put(HOUSEHOLDS + first)
                .then()
                .statusCode(201);

        var second = UUID.randomUUID();
        var again = new LinkedHashMap<>(shared);
        again.put("memberId", head(second));
        as("town-operator")
                .body(household(NEIGHBOUR, List.of(again)))
                .put(HOUSEHOLDS + second)
                .then()
                .statusCode(409)
                .body("code", is("ID_DUPLICATE"));

        as("town-operator")
                .delete(HOUSEHOLDS + first + "/members/" + head(first) + "?reason=MOVED_OUT&on=2021-05-01")
                .then()
                .statusCode(204);
        as("town-operator").get(HOUSEHOLDS + first).then().body("state", is("MOVED_OUT"));
        as("town-operator")
                .body(household(NEIGHBOUR, List.of(again)))
                .put(HOUSEHOLDS + second)
                .then()
                .statusCode(201);
    }

    @Test
    void members_come_change_and_go() {
        var id = couple(QINGGANGPING);
        var child = UUID.randomUUID();
        var body = Map.of("member", pupil(child), "reason", "BIRTH", "on", "2021-06-01");
        as("info-officer")
                .body(body)
                .put(HOUSEHOLDS + id + "/members/" + child)
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        as("info-officer")
                .body(body)
                .put(HOUSEHOLDS + id + "/members/" + child)
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        as("info-officer")
                .body(Map.of("change", Map.of("student", "GRADE_7"), "reason", "升学", "on", "2021-09-01"))
                .header("If-Match", "\"1\"")
                .patch(HOUSEHOLDS + id + "/members/" + child)
                .then()
                .statusCode(412)
                .body("code", is("STALE_SEQUENCE"));
        as("info-officer")
                .body(Map.of("change", Map.of("student", "GRADE_7"), "reason", "升学", "on", "2021-09-01"))
                .header("If-Match", "\"2\"")
                .patch(HOUSEHOLDS + id + "/members/" + child)
                .then()
                .statusCode(204)
                .header("ETag", "\"3\"");
        as("info-officer")
                .body(Map.of("change", Map.of("workMonths", 8), "reason", "外出务工", "on", "2021-09-01"))
                .patch(HOUSEHOLDS + id + "/members/" + head(id))
                .then()
                .statusCode(422)
                .body("code", is("WORK_INCOMPLETE"));
        as("info-officer")
                .body(Map.of(
                        "change",
                        Map.of("workMonths", 8, "person", Map.of("workPlace", "西安市")),
                        "reason",
                        "外出务工",
                        "on",
                        "2021-09-01"))
                .patch(HOUSEHOLDS + id + "/members/" + head(id))
                .then()
                .statusCode(204);
        as("info-officer")
                .get(HOUSEHOLDS + id)
                .then()
                .body("members.find { it.memberId == '" + child + "' }.student", is("GRADE_7"))
                .body("members.find { it.memberId == '" + head(id) + "' }.working", is(true));

        as("info-officer")
                .delete(HOUSEHOLDS + id + "/members/" + head(id) + "?reason=DEATH&on=2021-10-01")
                .then()
                .statusCode(409)
                .body("code", is("HEAD_STAYS"));
        as("info-officer")
                .body(Map.of(
                        "memberId",
                        spouse(id),
                        "relations",
                        List.of(Map.of("memberId", head(id), "relation", "10")),
                        "reason",
                        "原户主去世",
                        "on",
                        "2021-10-01"))
                .put(HOUSEHOLDS + id + "/head")
                .then()
                .statusCode(204);
        as("info-officer")
                .delete(HOUSEHOLDS + id + "/members/" + head(id) + "?reason=DEATH&on=2021-10-01")
                .then()
                .statusCode(204);
        as("info-officer")
                .get(HOUSEHOLDS + id)
                .then()
                .body("members", hasSize(2))
                .body(
                        "members.find { it.relation == '02' }.memberId",
                        is(spouse(id).toString()));
        as("info-officer")
                .get("/household/households?limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.head", is("钱乙"));
        as("info-officer")
                .delete(HOUSEHOLDS + id + "/members/" + spouse(id) + "?reason=GONE&on=2021-10-01")
                .then()
                .statusCode(400);
    }

    @Test
    void tags_are_granted_and_ended() {
        var id = couple(QINGGANGPING);
        as("town-operator")
                .body(Map.of("tagClass", "B", "from", "2021-04-01", "decisionNo", "略民〔2021〕1号"))
                .put(HOUSEHOLDS + id + "/tags/DIBAO")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("memberIds", List.of(spouse(id)), "from", "2021-04-01"))
                .put(HOUSEHOLDS + id + "/tags/DISABLED")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("tagClass", "D", "from", "2021-04-01"))
                .put(HOUSEHOLDS + id + "/tags/DIBAO")
                .then()
                .statusCode(422)
                .body("code", is("TAG_CLASS"));
        as("town-operator")
                .queryParam("tag", "DIBAO")
                .queryParam("limit", 200)
                .get("/household/households")
                .then()
                .body("items.find { it.id == '" + id + "' }.tags", contains("DIBAO", "DISABLED"));
        as("town-operator")
                .delete(HOUSEHOLDS + id + "/tags/DIBAO?to=2021-12-31")
                .then()
                .statusCode(204);
        as("town-operator")
                .delete(HOUSEHOLDS + id + "/tags/DIBAO?to=2021-12-31")
                .then()
                .statusCode(204);
        as("town-operator").get(HOUSEHOLDS + id).then().body("tags.tag", contains("DISABLED"));
    }

    @Test
    void a_household_moves_with_who_reaches_both_places() {
        var id = couple(QINGGANGPING);
        as("info-officer")
                .body(Map.of("areaCode", NEIGHBOUR, "on", "2021-07-01"))
                .put(HOUSEHOLDS + id + "/area")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        as("town-operator")
                .body(Map.of("areaCode", NEIGHBOUR, "on", "2021-07-01"))
                .put(HOUSEHOLDS + id + "/area")
                .then()
                .statusCode(204);
        as("info-officer").get(HOUSEHOLDS + id).then().statusCode(404);
        as("town-operator")
                .body(Map.of("registeredType", "GENERAL", "on", "2021-07-01"))
                .put(HOUSEHOLDS + id + "/registered-type")
                .then()
                .statusCode(204);
        as("town-operator")
                .queryParam("area", NEIGHBOUR)
                .queryParam("type", "GENERAL")
                .queryParam("limit", 200)
                .get("/household/households")
                .then()
                .body("items.id", hasItem(id.toString()));
    }

    @Test
    void found_by_number_but_only_by_those_in_charge() {
        var id = UUID.randomUUID();
        var member = member(head(id), "02", "吴己", LocalDate.of(1983, 2, 3), false);
        as("town-operator")
                .body(household(QINGGANGPING, List.of(member)))
                .put(HOUSEHOLDS + id)
                .then()
                .statusCode(201);
        @SuppressWarnings("unchecked")
        var number = ((Map<String, Object>) member.get("person")).get("idNo").toString();
        as("town-operator")
                .body(Map.of("idNo", number))
                .post(HOUSEHOLDS + "searches")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()));
        as("town-operator")
                .body(Map.of("idNo", number.toLowerCase(java.util.Locale.ROOT)))
                .post(HOUSEHOLDS + "searches")
                .then()
                .body("items.id", contains(id.toString()));
        as("other-town")
                .body(Map.of("idNo", number))
                .post(HOUSEHOLDS + "searches")
                .then()
                .statusCode(200)
                .body("items", empty());
        as("other-town").get(HOUSEHOLDS + id).then().statusCode(404);
        as("other-county")
                .queryParam("area", QINGGANGPING)
                .get("/household/households")
                .then()
                .statusCode(403);
        as("other-town")
                .body(Map.of("registeredType", "GENERAL", "on", "2021-07-01"))
                .put(HOUSEHOLDS + id + "/registered-type")
                .then()
                .statusCode(404);
        as("viewer-city").get(HOUSEHOLDS + id).then().statusCode(403);
        io.restassured.RestAssured.given()
                .basePath("/")
                .get(HOUSEHOLDS + id)
                .then()
                .statusCode(401);

        as("inspector")
                .get(HOUSEHOLDS + id)
                .then()
                .statusCode(200)
                .body("members[0].person.idNo", is("999999**********" + number.substring(16)))
                .body("details.contactPhone", is("139****0000"));
        as("town-operator").get(HOUSEHOLDS + id).then().body("members[0].person.idNo", is(number));
    }

    @Test
    void its_history_shows_nothing_personal() {
        var id = couple(QINGGANGPING);
        var history = as("town-operator")
                .get(HOUSEHOLDS + id + "/events")
                .then()
                .statusCode(200)
                .body("[0].type", is("HouseholdRegistered"))
                .body("[0].occurredOn", is("2021-03-01"))
                .body("[0].data.members[0].born", is("1970-01"))
                .extract()
                .asString();
        assertThat(history).doesNotContain("赵甲", "13900000000", "99999919700102");
    }

    @Test
    void lists_go_on_where_the_page_ended() {
        for (var i = 0; i < 3; i++) couple(NEIGHBOUR);
        var first = as("town-operator")
                .queryParam("area", NEIGHBOUR)
                .queryParam("limit", 2)
                .get("/household/households")
                .then()
                .body("items", hasSize(2))
                .extract()
                .jsonPath();
        var second = as("town-operator")
                .queryParam("area", NEIGHBOUR)
                .queryParam("limit", 200)
                .queryParam("after", first.getString("next"))
                .get("/household/households")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(second.getList("items.id")).isNotEmpty().doesNotContainAnyElementsOf(first.getList("items.id"));
        as("town-operator")
                .queryParam("after", "x")
                .get("/household/households")
                .then()
                .statusCode(400);
    }

    @Test
    void a_repeated_request_with_its_key_is_answered_as_the_first() {
        var id = couple(QINGGANGPING);
        var key = UUID.randomUUID().toString();
        for (var i = 0; i < 2; i++)
            as("town-operator")
                    .header("Idempotency-Key", key)
                    .body(Map.of("registeredType", "GENERAL", "on", "2021-07-01"))
                    .put(HOUSEHOLDS + id + "/registered-type")
                    .then()
                    .statusCode(204)
                    .header("ETag", "\"2\"");
    }

    private static Map<String, Object> pupil(UUID id) {
        var child = member(id, "20", "赵小", LocalDate.of(2012, 6, 15), true);
        child.remove("education");
        child.put("student", "PRIMARY");
        child.put("labour", "NONE");
        return child;
    }
}
