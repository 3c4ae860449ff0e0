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
        proposed(household, "UNSTABLE");
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
    void a_removal_is_worded_as_one_and_shows_the_type_of_which_it_is_removed() {
        monitoring("ObjectIncluded", Map.of("episode", 1, "type", "EDGE", "includedOn", "2021-03-20"));
        removal(false);
        ReadModels.settle();
        var body = with(without(notice(household), "days"), "kind", "REMOVAL");
        page("town-operator", body, 409).body("code", is("NOTICE_CONTRADICTS"));
        page("town-operator", with(body, "households", List.of(Map.of("household", household))), 200)
                .body(
                        containsString("关于拟消除监测对象返贫致贫风险的公示"),
                        containsString("<td>边缘易致贫户</td>"),
                        containsString("公示期自2021年9月10日起至2021年9月17日止"));
        monitoring("RemovalPublicized", Map.of("postedOn", "2021-09-12", "endsOn", "2021-09-19"));
        ReadModels.settle();
        page("town-operator", without(body, "postedOn"), 200).body(containsString("公示期自2021年9月12日起至2021年9月19日止"));
    }

    @Test
    void what_hangs_is_what_the_case_has_and_what_contradicts_it_is_refused() {
        page("town-operator", notice(household), 409)
                .body("code", is("NOTICE_UNKNOWN"), "details", contains(household.toString()));
        monitoring("CaseOpened", terms(false, "CALENDAR"));
        ReadModels.settle();
        page("town-operator", notice(household), 409).body("code", is("NOTICE_UNKNOWN"));
        proposed(household, "EDGE");
        page("town-operator", notice(household), 409)
                .body("code", is("NOTICE_CONTRADICTS"), "details", contains(household + " type=EDGE"));
        var body = with(notice(household), "households", List.of(Map.of("household", household, "type", "EDGE")));
        page("town-operator", body, 200).body(containsString("<td>边缘易致贫户</td>"), containsString("起至2021年9月15日止"));
        page("town-operator", with(body, "days", 7), 409)
                .body("code", is("NOTICE_CONTRADICTS"), "details", contains(household + " days=5"));
        page("town-operator", with(without(body, "days"), "endsOn", "2021-09-16"), 409)
                .body("code", is("NOTICE_CONTRADICTS"), "details", contains(household + " endsOn=2021-09-15"));
        page("town-operator", without(body, "endsOn"), 200).body(containsString("起至2021年9月15日止"));
        page("town-operator", without(body, "postedOn"), 400).body("fields.field", hasItem("postedOn"));

        monitoring("PublicityPosted", Map.of("postedOn", "2021-09-11", "endsOn", "2021-09-16"));
        ReadModels.settle();
        page("town-operator", body, 200).body(containsString("公示期自2021年9月11日起至2021年9月16日止"));
        page("town-operator", with(body, "postedOn", "2021-09-10"), 409)
                .body("code", is("NOTICE_CONTRADICTS"), "details", contains(household + " postedOn=2021-09-11"));

        monitoring("ObjectionResolved", Map.of("sustained", true, "reason", "收入漏记"));
        ReadModels.settle();
        page("town-operator", notice(household), 409).body("code", is("NOTICE_UNKNOWN"));
    }

    @Test
    void whom_a_review_did_not_propose_no_notice_names() {
        monitoring("CaseOpened", terms(false, "CALENDAR"));
        monitoring("ReviewConcluded", Map.of("heldOn", "2021-09-08", "included", false, "reason", "风险已消除"));
        ReadModels.settle();
        page("town-operator", notice(household), 409).body("code", is("NOTICE_UNKNOWN"));
    }

    @Test
    void households_of_one_notice_hang_on_the_same_days() {
        proposed(household, "UNSTABLE");
        monitoring("PublicityPosted", Map.of("postedOn", "2021-09-11", "endsOn", "2021-09-16"));
        var other = couple(QINGGANGPING);
        proposed(other, "UNSTABLE");
        monitoring(other, "PublicityPosted", Map.of("postedOn", "2021-09-12", "endsOn", "2021-09-17"));
        ReadModels.settle();
        page("town-operator", without(notice(household, other), "postedOn"), 400)
                .body("fields.field", hasItem("households"));
    }

    @Test
    void of_whom_the_policy_lets_nothing_be_posted_no_notice_is_made() {
        monitoring("ObjectIncluded", Map.of("episode", 1, "type", "UNSTABLE", "includedOn", "2021-03-20"));
        removal(false);
        monitoring("CaseOpened", terms(true, "CALENDAR"));
        ReadModels.settle();
        page("town-operator", notice(couple(QINGGANGPING), household), 409)
                .body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"), "details", contains(household.toString()));
        var removed = with(without(notice(household), "days"), "kind", "REMOVAL");
        page("town-operator", removed, 200);

        removal(true);
        proposed(household, "UNSTABLE");
        page("town-operator", removed, 409).body("code", is("PUBLICITY_FORBIDDEN_BY_POLICY"));
        page("town-operator", notice(household), 200);
    }

    @Test
    void working_days_come_as_a_last_day() {
        monitoring("CaseOpened", terms(false, "WORKING"));
        monitoring("ReviewConcluded", Map.of("heldOn", "2021-09-08", "included", true, "type", "UNSTABLE"));
        ReadModels.settle();
        var body = without(notice(household), "days");
        page("town-operator", with(body, "endsOn", "2021-09-17"), 200).body(containsString("起至2021年9月17日止"));
        page("town-operator", with(body, "endsOn", "2021-09-09"), 400).body("fields.field", hasItem("endsOn"));
        page("town-operator", with(body, "endsOn", "2021-09-14"), 409).body("code", is("NOTICE_CONTRADICTS"));
        page("town-operator", without(body, "endsOn"), 400).body("fields.field", hasItem("endsOn"));
        page("town-operator", with(with(body, "endsOn", "2021-09-17"), "days", 5), 400)
                .body("fields.field", hasItem("days"));
    }

    @Test
    void what_somebody_writes_stays_text() {
        proposed(household, "UNSTABLE");
        page("town-operator", with(notice(household), "place", "<script>alert(1)</script>"), 200)
                .body(not(containsString("<script>")));
    }

    @Test
    void no_number_of_a_person_is_written_on_a_notice_by_hand() {
        proposed(household, "UNSTABLE");
        for (var number :
                List.of("13900000000", "139 0000 0000", "１３９００００００００", "999999196503121011", "6222 0000 0000 0000 000"))
            page("town-operator", with(notice(household), "contact", "周某" + number), 422)
                    .body("code", is("SENSITIVE_FIELD_IN_NOTICE"), "details", contains("contact"));
        page("town-operator", with(notice(household), "place", "99999919650312101x"), 422)
                .body("details", contains("place"));
        page("town-operator", with(notice(household), "contact", "村民委员会 0916-1234567"), 200)
                .body(containsString("0916-1234567"));
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

    private static Map<String, Object> without(Map<String, Object> body, String field) {
        body.remove(field);
        return body;
    }

    /** Its case is open and its village's review over: this type is to be posted for five days. */
    private void proposed(UUID household, String type) {
        monitoring(household, "CaseOpened", terms(false, "CALENDAR"));
        monitoring(household, "ReviewConcluded", Map.of("heldOn", "2021-09-08", "included", true, "type", type));
        ReadModels.settle();
    }

    /** To be posted for seven days. */
    private void removal(boolean forbidden) {
        monitoring(
                "RemovalProposed",
                Map.of(
                        "terms",
                        Map.of(
                                "publicity",
                                Map.of("forbidden", forbidden, "days", 5, "dayType", "CALENDAR"),
                                "removal",
                                Map.of("publicityDays", 7))));
    }

    private static Map<String, Object> terms(boolean forbidden, String dayType) {
        return Map.of("terms", Map.of("publicity", Map.of("forbidden", forbidden, "days", 5, "dayType", dayType)));
    }

    private void monitoring(String type, Map<String, Object> event) {
        monitoring(household, type, event);
    }

    private void monitoring(UUID household, String type, Map<String, Object> event) {
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
