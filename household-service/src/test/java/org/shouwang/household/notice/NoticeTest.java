package org.shouwang.household.notice;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** What is hung out in the village and what the county announces: who, how many, as what, until when, and nothing that is nobody's business. */
@QuarkusTest
@WithTestResource(Servers.class)
class NoticeTest {

    private static final LocalDate POSTED = LocalDate.of(2021, 9, 10);

    private UUID household;
    private long version;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = couple(QINGGANGPING);
    }

    @Test
    void what_is_read_of_monitoring_is_what_it_promises() throws IOException {
        EventShapes.assertPromised(List.of(new NoticeConsumer()), "monitoring-service");
    }

    @Test
    void a_notice_shows_who_and_until_when_and_nothing_else() {
        page("info-officer", notice(household), 200)
                .contentType(startsWith("text/html"))
                .body(allOf(
                        containsString("关于拟纳入防止返贫监测对象的公示"),
                        containsString("公示期自2021年9月10日起至2021年9月15日止"),
                        containsString("<td>1</td><td></td><td>赵甲</td><td>2</td><td>脱贫不稳定户</td>"),
                        containsString("合计1户2人"),
                        containsString("青岗坪村村民委员会（盖章）"),
                        containsString("size: A4"),
                        not(containsString("999999")),
                        not(containsString("13900000000")),
                        not(containsString("某组1号")),
                        not(containsString("钱乙"))));
    }

    @Test
    void a_removal_is_worded_as_one() {
        page("town-operator", with(notice(household), "kind", "REMOVAL"), 200)
                .body(containsString("关于拟消除监测对象返贫致贫风险的公示"));
    }

    @Test
    void of_whom_the_policy_lets_nothing_be_posted_no_notice_is_made() {
        monitoring("CaseOpened", Map.of("terms", Map.of("publicity", Map.of("forbidden", true))));
        ReadModels.settle();
        page("town-operator", notice(couple(QINGGANGPING), household), 409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"), "details", contains(household.toString()));
        page("town-operator", with(notice(household), "kind", "REMOVAL"), 200);

        monitoring("RemovalProposed", Map.of("terms", Map.of("publicity", Map.of("forbidden", true))));
        monitoring("CaseOpened", Map.of("terms", Map.of("publicity", Map.of("forbidden", false))));
        ReadModels.settle();
        page("town-operator", with(notice(household), "kind", "REMOVAL"), 409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
        page("town-operator", notice(household), 200);
    }

    @Test
    void working_days_come_as_a_last_day() {
        var body = notice(household);
        body.remove("days");
        page("town-operator", with(body, "endsOn", "2021-09-17"), 200).body(containsString("起至2021年9月17日止"));
        page("town-operator", with(body, "endsOn", "2021-09-09"), 400).body("fields.field", hasItem("endsOn"));
        body.remove("endsOn");
        page("town-operator", body, 400).body("fields.field", hasItem("days"));
        page("town-operator", with(with(body, "endsOn", "2021-09-17"), "days", 5), 400)
                .body("fields.field", hasItem("days"));
    }

    @Test
    void what_somebody_writes_stays_text() {
        page("town-operator", with(notice(household), "place", "<script>alert(1)</script>"), 200)
                .body(not(containsString("<script>")));
    }

    @Test
    void a_notice_is_of_one_village_and_of_households_that_are_there() {
        page("town-operator", notice(household, couple(NEIGHBOUR)), 400).body("fields.field", hasItem("households"));
        var nobody = UUID.randomUUID();
        page("town-operator", notice(household, nobody), 404).body("details", hasItem(nobody.toString()));
        page("town-operator", with(notice(household), "households", List.of()), 400)
                .body("fields.field", hasItem("households"));
        page("other-town", notice(household), 404).body("code", is("NOT_FOUND"));
        page("inspector", notice(household), 403).body("code", is("ROLE_NOT_ALLOWED"));
    }

    @Test
    void who_was_posted_and_determined_is_announced() {
        announcement("2031-09-20", "2031-09-30").body(containsString("此期间没有新确定的监测对象"));
        monitoring("PublicityPosted", Map.of("postedOn", "2031-09-10", "endsOn", "2031-09-15"));
        monitoring("ObjectIncluded", Map.of("episode", 1, "type", "EDGE", "includedOn", "2031-09-20"));
        ReadModels.settle();
        announcement("2031-09-20", "2031-09-30")
                .body(allOf(
                        containsString("略阳县防止返贫监测对象公告"),
                        containsString(
                                "<td>徐家坪镇</td><td>青岗坪村</td><td></td><td>赵甲</td><td>2</td><td>边缘易致贫户</td><td>2031年9月20日</td>"),
                        containsString("合计1户2人"),
                        not(containsString("999999")),
                        not(containsString("13900000000"))));
        announcement("2031-09-21", "2031-09-30").body(not(containsString("赵甲")));
        monitoring("ObjectVoided", Map.of("episode", 1, "on", "2031-10-01"));
        ReadModels.settle();
        announcement("2031-09-20", "2031-09-30").body(not(containsString("赵甲")));
    }

    @Test
    void who_was_not_posted_is_not_announced() {
        monitoring("ObjectIncluded", Map.of("episode", 1, "type", "EDGE", "includedOn", "2032-03-20"));
        ReadModels.settle();
        announcement("2032-03-01", "2032-03-31").body(not(containsString("赵甲")));
    }

    @Test
    void the_days_of_an_announcement_are_in_order() {
        as("county-operator")
                .get("/household/notices/announcement?area=610727000000&from=2021-09-30&to=2021-09-01")
                .then()
                .statusCode(400)
                .body("fields.field", hasItem("from"));
        as("info-officer")
                .get("/household/notices/announcement?from=2021-09-01&to=2021-09-30")
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> notice(UUID... households) {
        return new HashMap<>(Map.of(
                "kind",
                "INCLUSION",
                "households",
                Stream.of(households)
                        .map(id -> Map.of("household", id, "type", "UNSTABLE"))
                        .toList(),
                "postedOn",
                POSTED.toString(),
                "days",
                5,
                "place",
                "村务公开栏",
                "contact",
                "青岗坪村村民委员会"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        body.put(field, value);
        return body;
    }

    private static ValidatableResponse page(String user, Map<String, Object> body, int status) {
        return as(user).body(body).post("/household/notices/publicity").then().statusCode(status);
    }

    private static ValidatableResponse announcement(String from, String to) {
        return as("county-operator")
                .get("/household/notices/announcement?area=610727000000&from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"));
    }

    private void monitoring(String type, Map<String, Object> event) {
        Topics.publish(
                "monitoring.events",
                "object",
                household,
                household,
                ++version,
                type,
                QINGGANGPING,
                LocalDate.of(2021, 9, 20),
                event);
    }
}
