package org.shouwang.household.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** The rules through the front door: as refusals, in the preview of a roster, and over an area. */
@QuarkusTest
@WithTestResource(Servers.class)
class QualityRestTest {

    private static final String QUALITY = "/household/quality/";
    private static final LocalDate BORN = LocalDate.of(1990, 1, 2);
    private static int villages = 600;

    private String village;

    /** A village of its own for each test, so that its figures are the test's alone. */
    @BeforeEach
    void village() {
        Village.areas();
        village = "610727105" + ++villages;
        as("sys-admin")
                .body(Map.of("name", "某村", "validFrom", "2020-01-01"))
                .put("/household/areas/" + village)
                .then()
                .statusCode(anyOf(is(201), is(204)));
    }

    @Test
    void what_looks_doubtful_is_found_counted_and_gone_once_it_is_put_right() {
        var id = UUID.randomUUID();
        registered(id, m -> m.put("labour", "NONE"), h -> details(h).put("contactPhone", "0916-12345"));
        registered(UUID.randomUUID(), m -> {}, h -> {});

        findings("")
                .body("items.rule", contains("DQ-09", "DQ-11"))
                .body("items.name", contains("PHONE_LENGTH", "LABOUR_DOUBTFUL"))
                .body("items.severity", everyItem(is("WARNING")))
                .body("items.householdId", everyItem(is(id.toString())), "items.head", everyItem(is("赵甲")))
                .body("items[0].fields", contains("details.contactPhone"), "items[0].memberId", nullValue())
                .body("items[1].fields", contains("labour", "person.health", "person.birthDate"))
                .body("items[1].memberId", is(head(id).toString()), "items[1].member", is("赵甲"))
                .body("items[1].idNo", matchesPattern("999999\\*{10}.{2}"))
                .body("items.recordedBy", everyItem(notNullValue()), "items.recordedAt", everyItem(notNullValue()))
                .body("items.recordedRole", everyItem(is("TOWN_OPERATOR")));
        figures()
                .body("households", is(2), "waiting", is(0), "wrong", is(0), "doubtful", is(1))
                .body("persons", is(2), "wrongPersons", is(0), "doubtfulPersons", is(1))
                .body("rules.find { it.name == 'PHONE_LENGTH' }.persons", is(1))
                .body("errors", is(0), "warnings", is(2))
                .body("rules.find { it.name == 'PHONE_LENGTH' }.findings", is(1))
                .body("rules.find { it.name == 'LABOUR_DOUBTFUL' }.households", is(1))
                .body("rules.find { it.name == 'PUPIL_AGE' }.findings", is(0));

        as("town-operator")
                .body(Map.of("change", Map.of("labour", "NORMAL"), "reason", "核实", "on", "2021-04-01"))
                .patch("/household/households/" + id + "/members/" + head(id))
                .then()
                .statusCode(204);
        findings("").body("items.rule", contains("DQ-09"));
        figures().body("warnings", is(1));
        as("town-operator")
                .body(Map.of("reason", "EXTINCT", "on", "2021-05-01"))
                .put("/household/households/" + id + "/deactivation")
                .then()
                .statusCode(204);
        findings("").body("items", empty());
        figures().body("households", is(1), "warnings", is(0));
    }

    @Test
    void errors_are_refused_with_their_rule_and_leave_nothing_to_be_found() {
        refused("ID_CHECKSUM", m -> person(m).put("idNo", "999999196503121012"));
        refused("ID_DATE", m -> person(m).put("idNo", "999999196502311011"));
        refused("ID_LENGTH", m -> person(m).put("idNo", "99999919650312101"));
        refused("HEAD_COUNT", m -> m.put("relation", "20"));
        refused("RELATION_UNKNOWN", m -> m.put("relation", "03"));
        refused("EDUCATION_XOR_STUDENT", m -> m.put("student", "PRIMARY"));
        refused("EDUCATION_XOR_STUDENT", m -> m.remove("education"));
        refused("HEALTH_EMPTY", m -> person(m).put("health", List.of()));
        refused("WORK_INCOMPLETE", m -> m.put("workMonths", 3));
        refused("WORK_INCOMPLETE", m -> person(m).put("workPlace", "某市"));
        refused("INSURANCE_CHOICE", m -> m.put("insurances", List.of("RESIDENT_MEDICAL", "EMPLOYEE_MEDICAL")));
        refused("INSURANCE_CHOICE", m -> m.put("insurances", List.of("CRITICAL_ILLNESS")));
        figures().body("households", is(0), "errors", is(0));
    }

    @Test
    void nobody_is_a_member_of_two_households() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var number = number(BORN, true);
        registered(first, m -> person(m).put("idNo", number), h -> {});
        as("town-operator")
                .body(one(second, m -> person(m).put("idNo", number)))
                .put("/household/households/" + second)
                .then()
                .statusCode(409)
                .body("code", is("ID_DUPLICATE"));

        registered(second, m -> {}, h -> {});
        findings("").body("items", empty());
        sql(
                "update household_person set id_hash = (select id_hash from household_person where household = $1) where household = $2",
                first,
                second);
        as("town-operator")
                .body(Map.of("change", Map.of("education", "80"), "reason", "核实", "on", "2021-04-01"))
                .patch("/household/households/" + first + "/members/" + head(first))
                .then()
                .statusCode(204);
        findings("&rule=DQ-03")
                .body("items.householdId", contains(first.toString()), "items.severity", contains("ERROR"));
        figures().body("wrong", is(1), "wrongPersons", is(1), "errors", is(1));
    }

    @Test
    void pupils_and_couples_are_looked_at() {
        var id = UUID.randomUUID();
        var wife = insured(member(spouse(id), "10", "钱乙", BORN, true));
        var child = insured(member(UUID.randomUUID(), "20", "赵丙", BORN, true));
        child.remove("education");
        child.put("student", "PRIMARY");
        as("town-operator")
                .body(household(village, List.of(insured(member(head(id), "02", "赵甲", BORN, true)), wife, child)))
                .put("/household/households/" + id)
                .then()
                .statusCode(201);
        findings("")
                .body("items.rule", contains("DQ-13", "DQ-12"))
                .body("items.member", contains(null, "赵丙"), "items.fields[0]", contains("members"));
    }

    @Test
    void wages_that_are_next_to_nothing_are_found_until_the_sheet_is_put_right() {
        var id = UUID.randomUUID();
        registered(id, m -> {}, h -> {});
        var statement = UUID.randomUUID();
        findings("").body("items", empty());
        draft(id, statement, "50.00");
        findings("")
                .body("items.rule", contains("DQ-25"), "items.statementId", contains(statement.toString()))
                .body("items[0].fields", contains("wage", "lines"));
        warnings(id)
                .body("warnings.code", contains("WAGE_DOUBTFUL"))
                .body("warnings[0].statementId", is(statement.toString()));
        draft(id, statement, "5000.00");
        findings("").body("items", empty());
        warnings(id).body("warnings", empty());
    }

    /** Of the household's page. */
    private static ValidatableResponse warnings(UUID household) {
        return as("town-operator")
                .get("/household/households/" + household)
                .then()
                .statusCode(200);
    }

    @Test
    void who_collects_the_data_is_asked_of_monitored_households_and_of_those_let_go() {
        var id = UUID.randomUUID();
        registered(id, m -> {}, h -> {});
        findings("").body("items", empty());
        monitoring(id, 1, "ObjectIncluded", Map.of("episode", 1, "type", "EDGE"));
        findings("")
                .body("items.name", contains("COLLECTOR_MISSING"), "items.householdId", contains(id.toString()))
                .body("items[0].fields", contains("details.infoCollector", "details.infoCollectorPhone"));
        monitoring(id, 2, "RiskRemoved", Map.of("episode", 1, "removedOn", "2022-05-01"));
        findings("").body("items.name", contains("COLLECTOR_MISSING"));
        as("town-operator")
                .get("/household/households/" + id)
                .then()
                .body("warnings.code", contains("COLLECTOR_MISSING"));
        var details = Map.of("infoCollector", "李四", "infoCollectorPhone", "13900000000");
        as("town-operator")
                .body(Map.of(
                        "resident", true, "relocated", false, "details", details, "reason", "补充", "on", "2022-05-02"))
                .put("/household/households/" + id + "/details")
                .then()
                .statusCode(204);
        findings("").body("items", empty());
        monitoring(id, 3, "ObjectVoided", Map.of("episode", 1, "on", "2022-06-01"));
        findings("").body("items", empty());
    }

    @Test
    void the_latest_check_is_held_against_the_households_own_data() {
        var id = UUID.randomUUID();
        registered(id, m -> m.remove("insurances"), h -> {});
        var path = "/household/households/" + id;
        checked(path, "2021-04-01", "PASS");
        findings("")
                .body("items.name", contains("INSURANCE_UNKNOWN"), "items.rule", contains("DQ-10"))
                .body("items.severity", contains("WARNING"), "items.memberId", contains(head(id).toString()));
        as("town-operator")
                .body(Map.of("grade", "D", "appraisedOn", "2021-03-20", "agency", "住建局", "on", "2021-04-02"))
                .put(path + "/housing-grade")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("insured", false, "on", "2021-04-02"))
                .put(path + "/members/" + head(id) + "/insurances/RESIDENT_MEDICAL/2021")
                .then()
                .statusCode(204);
        findings("")
                .body("items.name", contains("HOUSING_PASSED", "MEDICAL_PASSED"))
                .body("items[0].memberId", nullValue(), "items[1].memberId", is(head(id).toString()));
        warnings(id).body("warnings.code", contains("HOUSING_PASSED", "MEDICAL_PASSED"));
        checked(path, "2021-03-31", "FAIL");
        findings("").body("items", hasSize(2));
        warnings(id).body("warnings", hasSize(2));
        checked(path, "2021-05-01", "FAIL");
        findings("").body("items", empty());
        warnings(id).body("warnings", empty());
    }

    private static void checked(String household, String on, String result) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.of("indicator", i, "result", result))
                .toList();
        as("town-operator")
                .body(Map.of("checkedOn", on, "method", "ON_SITE", "items", items))
                .put(household + "/safeguard-checks/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    @Test
    void a_roster_that_marks_a_household_without_labour_as_having_some_is_not_applied() {
        var header = "户编号,整户无劳动能力兜底保障户,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型\n";
        var line = "%s,%s,赵甲,%s,户主,患有大病,丧失劳动力,初中,,脱贫户\n";
        preview(header + line.formatted("9999996001", "否", number(BORN, true)))
                .body("accepted", is(0), "rejected", is(1))
                .body("errors.rule", contains("NO_LABOUR_UNMARKED"), "errors.dq", contains("DQ-18"))
                .body("errors.severity", contains("ERROR"), "errors.column", contains("整户无劳动能力兜底保障户"));
        preview(header + line.formatted("9999996002", "是", number(BORN, true)))
                .body("accepted", is(1), "errors", empty());
        preview(header + line.formatted("9999996003", "", number(BORN, true)))
                .body("accepted", is(1), "errors", empty());
    }

    @Test
    void findings_go_on_where_the_page_ended_and_are_searched_by_rule_and_severity() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var id = UUID.randomUUID();
            registered(id, m -> m.put("labour", "WEAK"), h -> details(h).put("contactPhone", "1"));
            ids.add(id.toString());
        }
        ids.sort(null);
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = json("&limit=1" + (after == null ? "" : "&after=" + after));
            assertThat(page.getList("items")).hasSize(1);
            seen.add(page.getString("items[0].householdId") + page.getString("items[0].rule"));
            after = page.getString("next");
        } while (after != null);
        assertThat(seen)
                .containsExactlyElementsOf(ids.stream()
                        .flatMap(id -> List.of(id + "DQ-09", id + "DQ-11").stream())
                        .toList());
        findings("&rule=LABOUR_DOUBTFUL").body("items.rule", contains("DQ-11", "DQ-11", "DQ-11"));
        findings("&rule=DQ-09&severity=WARNING").body("items", hasSize(3));
        findings("&severity=ERROR").body("items", empty());
        as("auditor")
                .get(QUALITY + "findings?rule=DQ-99")
                .then()
                .statusCode(400)
                .body("fields.field", contains("rule"));
        as("auditor").get(QUALITY + "findings?after=x").then().statusCode(400);
    }

    @Test
    void a_list_that_states_another_total_is_found_with_its_delivery_until_somebody_says_why() {
        var number = number(BORN, true);
        var doubtful = UUID.randomUUID();
        registered(
                doubtful,
                m -> {
                    m.put("labour", "NONE");
                    person(m).put("idNo", number);
                },
                h -> {});
        var list = UUID.randomUUID();
        delivered(list, number, 1);
        findings("&rule=DQ-27").body("items", empty());
        var wrong = UUID.randomUUID();
        delivered(wrong, number, 2);

        findings("&rule=DQ-27")
                .body("items.name", contains("STATED_TOTAL"), "items.severity", contains("ERROR"))
                .body("items.deliveryId", contains(wrong.toString()), "items.areaCode", contains(village))
                .body("items[0].householdId", nullValue(), "items[0].head", nullValue())
                .body("items[0].fields", contains("statedTotal", "rows"))
                .body("items[0].recordedBy", notNullValue(), "items[0].recordedAt", notNullValue())
                .body("items[0].recordedRole", is("COUNTY_OPERATOR"));
        findings("&severity=WARNING").body("items.name", contains("LABOUR_DOUBTFUL"));
        findings("&severity=ERROR").body("items.name", contains("STATED_TOTAL"));
        assertThat(pagesOfOne())
                .containsExactlyElementsOf(
                        Stream.of(doubtful, wrong).map(UUID::toString).sorted().toList());
        figures()
                .body("errors", is(1), "warnings", is(1), "wrong", is(0), "doubtful", is(1))
                .body("rules.find { it.name == 'STATED_TOTAL' }.findings", is(1))
                .body("rules.find { it.name == 'STATED_TOTAL' }.households", is(0));
        var csv = new String(
                as("auditor")
                        .get(QUALITY + "findings.csv?rule=DQ-27&area=" + village)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith(
                        "1,DQ-27,错误,部门名单写明的总数与列出的行数不符，尚未说明," + village + ",,,,,,,statedTotal rows,,,," + wrong + ","));

        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("county-operator")
                .body(Map.of("reason", "NUMBER_WRONG"))
                .put("/household/deliveries/" + wrong + "/closure")
                .then()
                .statusCode(204));
        findings("&rule=DQ-27").body("items", empty());
        figures().body("errors", is(0), "warnings", is(1));
    }

    private void delivered(UUID id, String number, int statedTotal) {
        as("county-operator")
                .body(Map.of(
                        "dept",
                        "HOUSING",
                        "area",
                        village,
                        "period",
                        "2021-0" + (8 + statedTotal % 2),
                        "item",
                        "W-HOU-1",
                        "statedTotal",
                        statedTotal,
                        "rows",
                        List.of(Map.of("idNo", number, "value", 1))))
                .put("/household/deliveries/" + id)
                .then()
                .statusCode(201);
    }

    /** The households and deliveries that are found, one to a page. */
    private List<String> pagesOfOne() {
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = json("&limit=1" + (after == null ? "" : "&after=" + after));
            assertThat(page.getList("items")).hasSize(1);
            var household = page.getString("items[0].householdId");
            seen.add(household == null ? page.getString("items[0].deliveryId") : household);
            after = page.getString("next");
        } while (after != null);
        return seen;
    }

    @Test
    void findings_go_into_a_file_without_whole_numbers_or_phones() throws IOException {
        var id = UUID.randomUUID();
        var number = number(BORN, true);
        registered(
                id,
                m -> {
                    m.put("labour", "NONE");
                    person(m).put("idNo", number);
                    person(m).put("name", "=赵甲");
                },
                h -> details(h).put("contactPhone", "139000000001"));
        var csv = new String(
                as("auditor")
                        .get(QUALITY + "findings.csv?area=" + village)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .header("Content-Disposition", containsString("findings.csv"))
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\uFEFF数据质量问题清单")
                .contains("区划：" + village + "　数据日期：20", "序号,规则,级别,说明", "1,DQ-09,提示,联系电话", "2,DQ-11,提示,", "'=赵甲")
                .doesNotContain("WARNING", "PHONE_LENGTH");
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv).doesNotContain(number, "139000000001").contains("999999**********" + number.substring(16));

        var xlsx = as("auditor")
                .get(QUALITY + "findings.xlsx?severity=WARNING&area=" + village)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(5);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("数据质量问题清单");
            assertThat(rows.get(2).getCellText(1)).isEqualTo("规则");
            assertThat(rows.get(4).getCellText(1)).isEqualTo("DQ-11");
            assertThat(rows.get(4).getCellText(2)).isEqualTo("提示");
            assertThat(rows.get(4).getCellText(9)).isEqualTo("=赵甲");
            assertThat(rows.get(4).getCellText(10)).doesNotContain(number);
        }
    }

    @Test
    void findings_are_shown_where_the_caller_reaches() {
        registered(UUID.randomUUID(), m -> m.put("labour", "NONE"), h -> {});
        as("other-town").get(QUALITY + "findings?area=" + village).then().statusCode(403);
        as("other-town").get(QUALITY + "findings.csv?area=" + village).then().statusCode(403);
        as("other-town")
                .get(QUALITY + "findings?limit=200")
                .then()
                .statusCode(200)
                .body("items.areaCode", everyItem(startsWith("610727101")));
        as("householder").get(QUALITY + "figures").then().statusCode(403);
        as("auditor")
                .get(QUALITY + "rules")
                .then()
                .statusCode(200)
                .body("find { it.name == 'ID_CHECKSUM' }.rule", is("DQ-01"))
                .body("find { it.name == 'WORK_INCOMPLETE' }.fields", contains("workMonths", "person.workPlace"));
    }

    private void refused(String code, Consumer<Map<String, Object>> how) {
        var id = UUID.randomUUID();
        as("town-operator")
                .body(one(id, how))
                .put("/household/households/" + id)
                .then()
                .statusCode(422)
                .body("details", hasItem(startsWith(code)));
    }

    private void registered(UUID id, Consumer<Map<String, Object>> head, Consumer<Map<String, Object>> household) {
        var body = one(id, head);
        household.accept(body);
        as("town-operator").body(body).put("/household/households/" + id).then().statusCode(201);
    }

    private Map<String, Object> one(UUID id, Consumer<Map<String, Object>> how) {
        var head = insured(member(head(id), "02", "赵甲", BORN, true));
        how.accept(head);
        return household(village, List.of(head));
    }

    private static Map<String, Object> insured(Map<String, Object> member) {
        member.put("insurances", List.of("RESIDENT_MEDICAL"));
        return member;
    }

    private void draft(UUID household, UUID statement, String wage) {
        as("town-operator")
                .body(Map.of(
                        "from",
                        "2020-11",
                        "to",
                        "2021-10",
                        "basis",
                        "ACTUAL_12M",
                        "measure",
                        "NET",
                        "population",
                        1,
                        "lines",
                        List.of(Map.of("code", "A1", "amount", wage)),
                        "on",
                        "2021-11-03"))
                .put("/household/households/" + household + "/incomes/" + statement)
                .then()
                .statusCode(anyOf(is(201), is(204)));
    }

    private void monitoring(UUID household, long version, String type, Map<String, Object> event) {
        Topics.publish(
                "monitoring.events",
                "object",
                household,
                household,
                version,
                type,
                village,
                LocalDate.of(2021, 9, 20),
                event);
        ReadModels.settle();
    }

    private ValidatableResponse preview(String csv) {
        return as("town-operator")
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/household/imports?on=2021-09-07&area=" + village)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse findings(String more) {
        return as("town-operator")
                .get(QUALITY + "findings?area=" + village + more)
                .then()
                .statusCode(200);
    }

    private JsonPath json(String more) {
        return findings(more).extract().jsonPath();
    }

    private ValidatableResponse figures() {
        return as("town-operator")
                .get(QUALITY + "figures?area=" + village)
                .then()
                .statusCode(200);
    }

    private static void sql(String statement, Object... values) {
        var journal = Arc.container().instance(Journal.class).get();
        Bench.await(() -> journal.once(session -> Sql.update(session, statement, values)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> person(Map<String, Object> member) {
        return (Map<String, Object>) member.get("person");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> details(Map<String, Object> household) {
        return (Map<String, Object>) household.get("details");
    }
}
