package org.shouwang.monitoring.clue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A clue from the day on which it comes to its answer. */
@QuarkusTest
@WithTestResource(Servers.class)
class ClueLifeTest {

    private Household h;

    @BeforeEach
    void a_clue() {
        Household.policies();
        h = Household.registered("LIFTED").heard("2021-11-01");
    }

    @Test
    void a_declaration_at_the_window_gets_a_receipt_and_keeps_it() {
        var id = UUID.randomUUID();
        var declared = Map.of(
                "householdId",
                h.id,
                "source",
                "SELF_DECLARATION",
                "text",
                "因病支出大，申请帮扶",
                "receivedOn",
                "2021-11-02",
                "agent",
                "邻居代办");
        put("info-officer", "/clues/" + id, declared).statusCode(201);
        put("info-officer", "/clues/" + id, declared).statusCode(204);
        get("info-officer", "/clues/" + id)
                .body(
                        "receiptNo",
                        is("SB20211102-" + id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void a_declaration_tells_by_which_way_and_through_which_window_it_came() {
        var id = UUID.randomUUID();
        var declared = new java.util.HashMap<String, Object>(Map.of(
                "householdId",
                h.id,
                "source",
                "SELF_DECLARATION",
                "text",
                "因病支出大，申请帮扶",
                "receivedOn",
                "2021-11-02",
                "agent",
                "邻居代办",
                "via",
                "WINDOW"));
        put("info-officer", "/clues/" + id, declared).statusCode(422).body("code", is("WINDOW_REQUIRED"));
        declared.put("windowId", "CK-1");
        put("info-officer", "/clues/" + id, declared).statusCode(201);
        put("info-officer", "/clues/" + id, declared).statusCode(204);
        get("info-officer", "/clues/" + id)
                .body("via", is("WINDOW"))
                .body("windowId", is("CK-1"))
                .body("receiptNo", startsWith("SB20211102-"));
        clue().body("via", is((Object) null));
        declared.put("source", "CADRE_SWEEP");
        put("info-officer", "/clues/" + UUID.randomUUID(), declared)
                .statusCode(422)
                .body("code", is("CHANNEL_OF_DECLARATIONS"));
        declared.put("windowId", "张三的窗口");
        put("info-officer", "/clues/" + UUID.randomUUID(), declared).statusCode(400);
        declared.put("via", "PIGEON");
        put("info-officer", "/clues/" + UUID.randomUUID(), declared).statusCode(400);
    }

    @Test
    void who_declares_is_of_the_household_or_says_for_whom_he_speaks() {
        var member = UUID.randomUUID();
        h.publish(
                "household",
                h.id,
                "MemberAdded",
                Map.of("member", Map.of("memberId", member, "relation", "02", "labour", "NORMAL", "working", true)));
        ReadModels.settle();
        declared(UUID.randomUUID()).statusCode(409).body("code", is("DECLARANT_NOT_OF_HOUSEHOLD"));
        declared(member).statusCode(201);
    }

    private io.restassured.response.ValidatableResponse declared(UUID declarant) {
        return put(
                "info-officer",
                "/clues/" + UUID.randomUUID(),
                Map.of(
                        "householdId",
                        h.id,
                        "source",
                        "SELF_DECLARATION",
                        "text",
                        "因病支出大，申请帮扶",
                        "receivedOn",
                        "2021-11-02",
                        "declarant",
                        declarant));
    }

    @Test
    void a_department_answers_what_it_was_handed() {
        send("department-user", "/answer", resolved()).statusCode(403).body("code", is("CLUE_OF_OTHER_DEPT"));
        send("village-committee", "/dispatch", Map.of("team", List.of("helper"), "on", "2021-11-02"))
                .statusCode(204);
        clue().body("stage", is("DISPATCHED"));
        send("village-committee", "/answer", resolved()).statusCode(409).body("code", is("CLUE_NOT_HANDED_OVER"));
        work("2021-11-02").body(item() + ".level", is("VILLAGE"));
        send("town-operator", "/department", handed("2021-11-03")).statusCode(204);
        send("town-operator", "/department", handed("2021-11-03")).statusCode(204);
        clue().body("stage", is("HANDED_OVER")).body("handedTo", is("CIVIL"));
        work("2021-11-03").body(item() + ".level", is("COUNTY"));
        get("department-user", "/clues?handedTo=CIVIL&limit=200").body("items.id", hasItem(h.clueId.toString()));
        send("department-user", "/answer", resolved()).statusCode(204);
        clue().body("stage", is("ANSWERED")).body("result", is("RESOLVED_BY_DEPT"));
    }

    @Test
    void a_clue_that_repeats_another_is_merged_into_it() {
        var other = UUID.randomUUID();
        put(
                        "info-officer",
                        "/clues/" + other,
                        Map.of(
                                "householdId",
                                h.id,
                                "source",
                                "GRID_PATROL",
                                "text",
                                "网格员反映同一情况",
                                "receivedOn",
                                "2021-11-02"))
                .statusCode(201);
        send(
                        "info-officer",
                        "/answer",
                        Map.of("result", "DUPLICATE", "answeredOn", "2021-11-03", "reason", "与网格员上报的线索重复，已合并办理"))
                .statusCode(422)
                .body("code", is("DUPLICATE_OF_REQUIRED"));
        send("info-officer", "/duplicate", duplicate(h.clueId)).statusCode(422).body("code", is("CLUE_OF_ITSELF"));
        send("info-officer", "/duplicate", duplicate(UUID.randomUUID())).statusCode(404);
        send("info-officer", "/duplicate", duplicate(other)).statusCode(204);
        clue().body("result", is("DUPLICATE")).body("duplicateOf", is(other.toString()));
    }

    @Test
    void what_is_not_answered_in_time_goes_to_the_towns_list() {
        late();
        clue().body("overdue", is(true));
        work("2021-11-11").body(item() + ".level", is("TOWN")).body(item() + ".overdue", is(true));
        work("2021-11-10").body(item() + ".level", is("VILLAGE"));
    }

    @Test
    void a_late_clue_goes_a_level_up_and_does_not_come_down_when_it_is_sent_on() {
        late();
        work("2021-11-11").body(item() + ".level", is("TOWN"));
        send("town-operator", "/dispatch", Map.of("team", List.of("helper"), "on", "2021-11-12"))
                .statusCode(204);
        work("2021-11-12")
                .body(item() + ".level", is("TOWN"))
                .body(item() + ".step", is("VERIFY"))
                .body(item() + ".overdue", is(true));
        send("town-operator", "/department", handed("2021-11-13")).statusCode(204);
        work("2021-11-13").body(item() + ".level", is("COUNTY"));
    }

    @Test
    void what_a_department_leaves_lying_is_before_the_county() {
        send("town-operator", "/department", handed("2021-11-03")).statusCode(204);
        send("town-operator", "/dispatch", Map.of("team", List.of("helper"), "on", "2021-11-04"))
                .statusCode(204);
        work("2021-11-04").body(item() + ".level", is("VILLAGE"));
        send("town-operator", "/department", handed("2021-11-05")).statusCode(204);
        late();
        work("2021-11-11").body(item() + ".level", is("COUNTY")).body(item() + ".overdue", is(true));
        send("town-operator", "/dispatch", Map.of("team", List.of("helper"), "on", "2021-11-12"))
                .statusCode(204);
        work("2021-11-12").body(item() + ".level", is("COUNTY")).body(item() + ".step", is("VERIFY"));
    }

    private static void late() {
        given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=2021-11-11")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> handed(String on) {
        return Map.of("dept", "CIVIL", "reason", "请核定该户低保并按月发放", "on", on);
    }

    @Test
    void a_clue_that_needs_a_case_stays_on_the_list_until_the_case_is_opened() {
        send("village-committee", "/answer", Map.of("result", "TO_CASE", "answeredOn", "2021-11-03"))
                .statusCode(422)
                .body("code", is("CASE_REQUIRED"));
        work("2021-11-03").body(item() + ".duty", is("CLUE_ANSWER"));
    }

    @Test
    void no_risk_is_shown_by_a_statement_that_is_signed_and_of_the_months_before() {
        var old = h.again().income("31000", "2020-10", "2021-09", "ACTUAL_12M").statementId;
        h.income("31000", "2020-11", "2021-10", "ACTUAL_12M");
        ReadModels.settle();
        noRisk(old)
                .statusCode(422)
                .body("code", is("INCOME_WINDOW_MISMATCH"))
                .body("details", contains("2020-11..2021-10"));
        h.publish(
                "income", h.statementId, "IncomeStatementSuperseded", Map.of("householdId", h.id, "on", "2021-11-03"));
        ReadModels.settle();
        noRisk(h.statementId).statusCode(409).body("code", is("STATEMENT_SUPERSEDED"));
        var next = h.again().income("30000", "2020-11", "2021-10", "ACTUAL_12M").statementId;
        ReadModels.settle();
        noRisk(next).statusCode(204);
        noRisk(next).statusCode(204);
        clue().body("result", is("NO_RISK"));
    }

    private io.restassured.response.ValidatableResponse noRisk(UUID statement) {
        return send(
                "village-committee",
                "/answer",
                Map.of(
                        "result",
                        "NO_RISK",
                        "answeredOn",
                        "2021-11-04",
                        "reason",
                        "入户核实，收入稳定，没有返贫致贫风险",
                        "incomeStatementId",
                        statement));
    }

    private String item() {
        return "items.find { it.subject.id == '" + h.clueId + "' }";
    }

    private static io.restassured.response.ValidatableResponse work(String date) {
        return get("town-operator", "/worklist?area=610727105208&limit=200&date=" + date)
                .statusCode(200);
    }

    private static Map<String, Object> resolved() {
        return Map.of("result", "RESOLVED_BY_DEPT", "answeredOn", "2021-11-04", "reason", "已按程序纳入低保并发放");
    }

    private static Map<String, Object> duplicate(UUID of) {
        return Map.of("of", of, "reason", "与网格员上报的线索重复，已合并办理", "on", "2021-11-03");
    }

    private io.restassured.response.ValidatableResponse send(String user, String step, Object body) {
        return put(user, "/clues/" + h.clueId + step, body);
    }

    private io.restassured.response.ValidatableResponse clue() {
        return get("info-officer", "/clues/" + h.clueId).statusCode(200);
    }
}
