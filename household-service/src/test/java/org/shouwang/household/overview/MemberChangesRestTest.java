package org.shouwang.household.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

/** What a member was before: read here with a right to it, and never in the events that go out. */
@QuarkusTest
@WithTestResource(Servers.class)
class MemberChangesRestTest {

    private UUID household;
    private String member;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = couple(QINGGANGPING);
        member = "/household/households/" + household + "/members/" + spouse(household);
    }

    @Test
    void every_change_tells_what_was_and_what_is() {
        change(Map.of("person", Map.of("phone", "13900000007")), "登记电话", "2021-04-01");
        change(
                Map.of(
                        "labour",
                        "WEAK",
                        "person",
                        Map.of("name", "钱乙乙", "phone", "13900000008", "health", List.of("CHRONIC"))),
                "入户核实",
                "2021-05-01");
        changes("info-officer")
                .body("type", contains("MemberUpdated", "MemberUpdated", "HouseholdRegistered"))
                .body("version", contains(3, 2, 1))
                .body("[0].reason", is("入户核实"))
                .body("[0].recorded.by", is("town-operator"))
                .body("[0].recorded.on", is("2021-05-01"))
                .body("[0].fields.field", contains("labour", "person.name", "person.health", "person.phone"))
                .body("[0].fields.zh", contains("劳动技能", "姓名", "健康状况", "联系电话"))
                .body("[0].fields.before", contains("普通劳动力", "钱乙", "健康", "13900000007"))
                .body("[0].fields.after", contains("弱劳动力或半劳动力", "钱乙乙", "长期慢性病", "13900000008"))
                .body("[1].fields.size()", is(1))
                .body("[1].fields[0].before", nullValue())
                .body("[1].fields[0].after", is("13900000007"))
                .body("[2].fields.find { it.field == 'person.name' }.before", nullValue())
                .body("[2].fields.find { it.field == 'person.name' }.after", is("钱乙"))
                .body("[2].fields.find { it.field == 'relation' }.after", is("配偶"));
        as("info-officer")
                .get(member + "/changes?limit=1")
                .then()
                .statusCode(200)
                .body("version", contains(3));
        var published = as("info-officer")
                .get("/household/households/" + household + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(published).doesNotContain("钱乙", "13900000007", "CHRONIC");
    }

    @Test
    void who_enters_no_data_sees_numbers_and_phones_masked() {
        var number = number(LocalDate.of(1972, 3, 4), false);
        change(Map.of("person", Map.of("phone", "13900000007")), "登记电话", "2021-04-01");
        change(Map.of("person", Map.of("phone", "13900000008", "idNo", number)), "更正", "2021-05-01");
        changes("info-officer")
                .body("[0].fields.field", contains("person.idNo", "person.phone"))
                .body("[0].fields.after", contains(number, "13900000008"));
        for (var user : List.of("auditor", "inspector"))
            changes(user)
                    .body("[0].fields.field", contains("person.idNo", "person.phone"))
                    .body("[0].fields[0].before", startsWith("999999**********"))
                    .body("[0].fields[0].after", is("999999**********" + number.substring(16)))
                    .body("[0].fields[1].before", is("139****0007"))
                    .body("[0].fields[1].after", is("139****0008"));
    }

    @Test
    void who_left_is_told_of_and_who_never_was_there_is_not_found() {
        as("town-operator")
                .delete(member + "?reason=MOVED_OUT&on=2021-06-01")
                .then()
                .statusCode(204);
        changes("auditor")
                .body("[0].type", is("MemberRemoved"))
                .body("[0].reason", is("MOVED_OUT"))
                .body("[0].fields.find { it.field == 'person.name' }.before", is("钱乙"))
                .body("[0].fields.find { it.field == 'person.name' }.after", nullValue());
        as("auditor")
                .get("/household/households/" + household + "/members/" + UUID.randomUUID() + "/changes")
                .then()
                .statusCode(404)
                .body("code", is("MEMBER_UNKNOWN"));
        as("other-town").get(member + "/changes").then().statusCode(404).body("code", is("HOUSEHOLD_UNKNOWN"));
        as("viewer-province").get(member + "/changes").then().statusCode(403);
    }

    private ValidatableResponse changes(String user) {
        return as(user).get(member + "/changes").then().statusCode(200);
    }

    private void change(Map<String, Object> change, String reason, String on) {
        as("town-operator")
                .body(Map.of("change", change, "reason", reason, "on", on))
                .patch(member)
                .then()
                .statusCode(204);
    }
}
