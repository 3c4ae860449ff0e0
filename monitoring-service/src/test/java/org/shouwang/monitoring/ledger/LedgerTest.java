package org.shouwang.monitoring.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;
import org.shouwang.monitoring.removal.RemovalRequests;

/** Ledgers as files: a title, the date of the figures, Chinese headers, a row for each thing that happened. */
@QuarkusTest
@WithTestResource(Servers.class)
class LedgerTest {

    private static final String NOVEMBER = "&from=2021-11-01&to=2021-11-30";

    @Test
    void meetings_and_notices_of_a_month() throws IOException {
        var i = Included.in2021();
        var reviews = csv("REVIEWS", NOVEMBER);
        assertThat(reviews.getFirst()).containsExactly("评议会登记");
        assertThat(reviews.get(1).getFirst()).startsWith("区划：610727105208　期间：2021-11-01至2021-11-30　数据日期：");
        assertThat(reviews.get(2))
                .containsExactly(
                        "序号", "区划代码", "日期", "类型", "地点", "主持", "记录", "应到人数", "实到人数", "参加人员", "户标识", "结果", "赞成", "反对",
                        "弃权", "说明");
        assertThat(row(reviews, i.id()))
                .endsWith(
                        "纳入评议",
                        "村委会会议室",
                        "village-secretary",
                        "info-officer",
                        "",
                        "3",
                        "village-head、village-secretary、info-officer",
                        i.id().toString(),
                        "同意纳入",
                        "3",
                        "0",
                        "0",
                        "")
                .contains("2021-11-05", VILLAGE);
        var notices = csv("PUBLICITIES", NOVEMBER);
        assertThat(notices.get(2)).containsExactly("序号", "区划代码", "对象（户标识）", "内容", "开始", "结束", "地点", "照片（指纹）", "异议");
        assertThat(row(notices, i.id()).subList(2, 9))
                .containsExactly(
                        i.id().toString(), "拟纳入监测对象", "2021-11-05", "2021-11-10", "村务公开栏", "ab".repeat(32), "0");
        assertThat(csv("PUBLICITIES", "&from=2021-12-01&to=2021-12-31")).hasSize(3);
        for (var n = 3; n < reviews.size(); n++)
            assertThat(reviews.get(n).getFirst()).isEqualTo(Integer.toString(n - 2));
    }

    @Test
    void a_removal_is_reviewed_and_so_is_a_quarter() throws IOException {
        var i = RemovalRequests.letGo(Included.in2021().helped());
        var removals = csv("REVIEWS", "&from=2022-06-01&to=2022-06-30");
        assertThat(row(removals, i.id()))
                .containsSubsequence("2022-06-06", "风险消除评议", "4", "3", "帮扶成效评议通过", "2", "1", "0");
        put(
                        "town-operator",
                        "/quarterly-reviews/" + VILLAGE + "/2022-10",
                        Map.of(
                                "minutes",
                                Household.minutes("2022-10-12"),
                                "counts",
                                List.of(Map.of("category", "GENERAL", "households", 51)),
                                "householdsChecked",
                                51,
                                "householdsWithoutRisk",
                                50,
                                "atRisk",
                                List.of(Map.of("householdId", i.id(), "risks", List.of("01"))),
                                "documents",
                                docs("DOC_MEETING_MINUTES")))
                .statusCode(201);
        assertThat(csv("REVIEWS", "&from=2022-10-12&to=2022-10-12"))
                .anySatisfy(r -> assertThat(r).contains("季度排查评议", "有户存在返贫致贫风险", "排查51户，无风险50户", "2022-10-12"));
    }

    @Test
    void clues_of_a_month_with_how_a_declaration_came() throws IOException {
        Household.policies();
        var h = Household.registered("LIFTED").heard("2021-11-01");
        var declaring = Household.registered("LIFTED");
        var id = UUID.randomUUID();
        known(() -> put(
                        "info-officer",
                        "/clues/" + id,
                        Map.of(
                                "householdId",
                                declaring.id,
                                "source",
                                "SELF_DECLARATION",
                                "text",
                                "因病支出大，申请帮扶",
                                "receivedOn",
                                "2021-11-02",
                                "agent",
                                "邻居代办",
                                "via",
                                "WINDOW",
                                "windowId",
                                "CK-1")))
                .statusCode(201);
        var clues = csv("CLUES", NOVEMBER);
        assertThat(clues.getFirst()).containsExactly("风险线索台账");
        assertThat(clues.get(2))
                .containsExactly(
                        "序号", "区划代码", "户标识", "线索编号", "来源", "申报方式", "申报窗口", "登记日期", "回执编号", "核实期限", "核实结果", "答复日期",
                        "逾期");
        assertThat(row(clues, declaring.id).subList(1, 13))
                .containsExactly(
                        VILLAGE,
                        declaring.id.toString(),
                        id.toString(),
                        "农户自主申报",
                        "防返贫风险申报窗口",
                        "CK-1",
                        "2021-11-02",
                        "SB20211102-" + id.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                        "2021-11-11",
                        "",
                        "",
                        "否");
        assertThat(row(clues, h.id).subList(4, 7)).containsExactly("干部走访排查", "", "");
    }

    @Test
    void warnings_and_monthly_visits() throws IOException {
        var i = Included.in2021();
        var warning = UUID.randomUUID();
        put(
                        "info-officer",
                        "/warnings/" + warning,
                        Map.of(
                                "householdId",
                                i.id(),
                                "item",
                                "INCOME",
                                "level",
                                "NORMAL",
                                "source",
                                "MEETING",
                                "raisedOn",
                                "2021-12-01"))
                .statusCode(201);
        put("grid-member", "/objects/" + i.id() + "/checks/2021-12", check()).statusCode(201);
        var warnings = csv("WARNINGS", "&from=2021-12-01&to=2021-12-31");
        assertThat(warnings.get(2))
                .containsExactly(
                        "序号", "区划代码", "户标识", "预警编号", "来源", "级别", "项目", "提出日期", "责任单位", "期限", "措施", "销号日期", "回访日期", "状态",
                        "逾期");
        assertThat(row(warnings, i.id())).contains(warning.toString(), "研判会议", "收入", "2021-12-01", "已提出", "否");
        var checks = csv("CHECKS", "&from=2021-12-15&to=2021-12-31");
        assertThat(checks.get(2))
                .containsExactly(
                        "序号", "区划代码", "对象（户标识）", "月份", "走访日期", "走访人", "方式", "三保障和饮水", "收入变化", "新风险", "预警", "处置");
        assertThat(row(checks, i.id()))
                .contains("2021-12", "2021-12-08", "grid-member", "入户", "均达标", "减少", "收入", "已提出");
    }

    @Test
    void a_warning_is_followed_in_the_ledger_from_what_was_done_to_the_visit_after_it_and_begins_anew()
            throws IOException {
        var i = Included.in2021();
        var id = UUID.randomUUID();
        var raised = Map.of(
                "householdId",
                i.id(),
                "item",
                "SPENDING",
                "level",
                "NORMAL",
                "source",
                "MEETING",
                "raisedOn",
                "2021-12-01");
        put("info-officer", "/warnings/" + id, raised).statusCode(201);
        assertThat(course(i)).containsExactly("", "2021-12-31", "", "", "", "已提出", "否");
        step(id, "info-officer", "annotation", Map.of("annotatedOn", "2021-12-01"));
        assertThat(course(i)).containsExactly("", "2021-12-31", "", "", "", "已标注", "否");
        step(
                id,
                "town-operator",
                "assignment",
                Map.of("dept", "HRSS", "responsible", "hrss-clerk", "assignedOn", "2021-12-02"));
        assertThat(course(i)).containsExactly(Department.zh("HRSS"), "2021-12-31", "", "", "", "已交办", "否");
        step(id, "info-officer", "handling", Map.of("action", "落实临时救助", "handledOn", "2021-12-03"));
        assertThat(course(i)).containsExactly(Department.zh("HRSS"), "2021-12-31", "落实临时救助", "", "", "处置中", "否");

        var visit = new HashMap<>(check());
        visit.put("income", "SAME");
        visit.put("solved", List.of("SPENDING"));
        put("grid-member", "/objects/" + i.id() + "/checks/2021-12", visit).statusCode(201);
        step(id, "village-committee", "closure", Map.of("evidence", docs("DOC_PHOTO"), "closedOn", "2021-12-20"));
        assertThat(course(i))
                .containsExactly(Department.zh("HRSS"), "2021-12-31", "落实临时救助", "2021-12-20", "", "已销号", "否");
        step(
                id,
                "info-officer",
                "revisit",
                Map.of("visitor", "info-officer", "findings", "支出已下降", "solved", true, "revisitedOn", "2022-01-10"));
        assertThat(course(i))
                .containsExactly(Department.zh("HRSS"), "2021-12-31", "落实临时救助", "2021-12-20", "2022-01-10", "已回访", "否");
        step(id, "town-reviewer", "reopening", Map.of("reason", "又有大额医疗支出", "on", "2022-02-01"));
        assertThat(course(i)).startsWith(Department.zh("HRSS")).endsWith("", "", "", "已标注", "否");
        step(id, "town-operator", "cancellation", Map.of("reason", "经核实系录入错误，支出并未增加", "on", "2022-02-05"));
        assertThat(course(i)).endsWith("", "2022-02-05", "", "已撤销", "否");
    }

    /** 责任单位, 期限, 措施, 销号日期, 回访日期, 状态 and 逾期 of the household's one warning. */
    private static List<String> course(Included i) throws IOException {
        var row = row(csv("WARNINGS", "&from=2021-12-01&to=2021-12-31"), i.id());
        return row.subList(row.size() - 7, row.size());
    }

    private static void step(UUID id, String user, String step, Object body) {
        put(user, "/warnings/" + id + "/" + step, body).statusCode(204);
    }

    @Test
    void a_month_is_visited_at_home_or_by_phone_or_not_at_all() throws IOException {
        var i = Included.in2021();
        var met = new HashMap<>(check());
        met.put("income", "SAME");
        put("grid-member", "/objects/" + i.id() + "/checks/2021-12", met).statusCode(201);
        i.household.publish("household", i.id(), "DetailsChanged", LocalDate.of(2022, 1, 2), Map.of("resident", false));
        ReadModels.settle();
        var called = new HashMap<>(check());
        called.put("visitedOn", "2022-01-10");
        called.put("method", "PHONE");
        called.put("income", "ROSE");
        called.put("absence", "全家外出务工");
        called.put("reached", i.member);
        put("grid-member", "/objects/" + i.id() + "/checks/2022-01", called).statusCode(201);
        given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/ticks?date=2022-03-01")
                .then()
                .statusCode(200);
        assertThat(visited(i, "2021-12")).containsExactly("2021-12-08", "grid-member", "入户", "均达标", "持平");
        assertThat(visited(i, "2022-01")).containsExactly("2022-01-10", "grid-member", "电话", "均达标", "增加");
        assertThat(visited(i, "2022-02")).containsExactly("", "", "未走访", "", "");
    }

    /** 走访日期, 走访人, 方式, 三保障和饮水 and 收入变化. */
    private static List<String> visited(Included i, String month) throws IOException {
        var day = month + "-15";
        return row(csv("CHECKS", "&from=" + day + "&to=" + day), i.id()).subList(4, 9);
    }

    @Test
    void a_monthly_visit_that_was_corrected_stands_as_it_was_corrected_last() throws IOException {
        var i = Included.in2021();
        var path = "/objects/" + i.id() + "/checks/2021-12";
        put("grid-member", path, check()).statusCode(201);
        String first = get("town-operator", "/objects/" + i.id() + "/checks")
                .statusCode(200)
                .extract()
                .path("[0].eventId");
        var record = new HashMap<>(check());
        record.put("income", "ROSE");
        record.put(
                "items",
                List.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER").stream()
                        .map(item -> Map.of("indicator", item, "result", item.equals("WATER") ? "FAIL" : "PASS"))
                        .toList());
        var correction = Map.of("corrects", first, "reason", "漏填饮水缺项", "record", record);
        put("grid-member", path + "/correction", correction).statusCode(403);
        put("town-operator", "/objects/" + i.id() + "/checks/2022-01/correction", correction)
                .statusCode(409)
                .body("code", is("NOTHING_TO_CORRECT"));
        put("town-operator", path + "/correction", Map.of("corrects", first, "reason", "", "record", record))
                .statusCode(422)
                .body("code", is("REASON_REQUIRED"));
        put("town-operator", path + "/correction", correction).statusCode(204);
        put("town-operator", path + "/correction", correction).statusCode(204);
        put("town-operator", path + "/correction", Map.of("corrects", first, "reason", "又错", "record", check()))
                .statusCode(409)
                .body("code", is("CORRECTION_OUTDATED"));
        get("town-operator", "/objects/" + i.id() + "/checks")
                .body("[0].wanting", is(List.of("WATER")), "[0].income", is("ROSE"), "[0].version", is(2));
        var checks = csv("CHECKS", "&from=2021-12-01&to=2021-12-31");
        assertThat(row(checks, i.id())).contains("2021-12", "饮水安全缺项", "增加").doesNotContain("均达标");
        assertThat(row(csv("WARNINGS", "&from=2021-12-01&to=2021-12-31"), i.id()))
                .contains("每月监测");
    }

    @Test
    void not_included_below_the_line_with_reason_and_income() throws IOException {
        Household.policies();
        var h = Household.notIncluded("24300", "SUPPORTER_ABLE", "=子女在外务工，收入稳定，有赡养能力", "2021-11-05");
        assertThat(onWatch(h.id)).isTrue();
        assertThat(row(csv("NON_INCLUSIONS", NOVEMBER), h.id))
                .contains(
                        "5",
                        "2020-11至2021-10",
                        "24300.00",
                        "4860.00",
                        "不纳入",
                        "2021-11-05",
                        "有赡养（抚养、扶养）能力人",
                        "'=子女在外务工，收入稳定，有赡养能力",
                        h.caseId.toString());

        h.publish(
                "household",
                h.id,
                "HouseholdDeactivated",
                LocalDate.of(2021, 11, 20),
                Map.of("reason", "MOVED_OUT", "on", "2021-11-20"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(onWatch(h.id))
                .isFalse());
        var rows = xlsx("NON_INCLUSIONS", NOVEMBER);
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("不纳入明细台账");
        assertThat(rows.get(1).getCellText(0)).contains("数据日期：");
        assertThat(rows.get(2).getCellText(1)).isEqualTo("区划代码");
        var found = rows.stream()
                .filter(r -> r.getCellCount() > 2 && r.getCellText(2).equals(h.id.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(found.getCellText(1)).isEqualTo(VILLAGE);
        assertThat(found.getCellAsNumber(10).orElseThrow()).isEqualByComparingTo(new BigDecimal("4860"));
        assertThat(found.getCellText(15)).isEqualTo("=子女在外务工，收入稳定，有赡养能力");
    }

    @Test
    void not_included_by_the_green_channel_with_its_first_statement() throws IOException {
        Household.policies();
        var h = Household.registered("LIFTED").heard("2021-11-01");
        h.step(
                        "info-officer",
                        "",
                        Map.of(
                                "householdId",
                                h.id,
                                "clueIds",
                                List.of(h.clueId),
                                "channel",
                                "CADRE_SWEEP",
                                "openedOn",
                                "2021-11-01",
                                "greenChannel",
                                true,
                                "greenReason",
                                "山洪冲毁房屋"))
                .statusCode(201);
        h.step(
                        "grid-member",
                        "/visit",
                        Map.of(
                                "visitedOn",
                                "2021-11-02",
                                "visitors",
                                List.of("grid-member"),
                                "signatures",
                                List.of("COLLECTOR", "HOUSEHOLDER"),
                                "documents",
                                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                                "risks",
                                List.of("0201")))
                .statusCode(204);
        h.income("24300", "2020-11", "2021-10", "ACTUAL_12M");
        ReadModels.settle();
        known(() -> h.step(
                        "village-committee",
                        "/non-inclusion",
                        Map.of(
                                "reasonCode",
                                "SUPPORTER_ABLE",
                                "reason",
                                "子女在外务工，收入稳定，有赡养能力",
                                "incomeStatementId",
                                h.statementId,
                                "decidedOn",
                                "2021-11-05")))
                .statusCode(204);
        assertThat(row(csv("NON_INCLUSIONS", NOVEMBER), h.id))
                .contains("2020-11至2021-10", "24300.00", "4860.00", h.caseId.toString());
    }

    @Test
    void nobody_takes_home_the_ledger_of_another_town() {
        given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/ledgers/WARNINGS.csv?area=610727101000")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        get("town-operator", "/ledgers/WARNINGS.csv?from=2021-12-01&to=2021-11-01")
                .statusCode(400);
        get("town-operator", "/ledgers/SECRETS.csv").statusCode(400);
    }

    private static boolean onWatch(UUID household) {
        var before = new UUID(household.getMostSignificantBits(), household.getLeastSignificantBits() - 1);
        String first = get("info-officer", "/watch-list?limit=1&after=" + before)
                .statusCode(200)
                .extract()
                .path("items[0].householdId");
        return household.toString().equals(first);
    }

    private static Map<String, Object> check() {
        return Map.of(
                "visitor",
                "grid-member",
                "visitedOn",
                "2021-12-08",
                "method",
                "ON_SITE",
                "items",
                List.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER").stream()
                        .map(item -> Map.of("indicator", item, "result", "PASS"))
                        .toList(),
                "income",
                "FELL",
                "newRisks",
                List.of(),
                "householderSigned",
                true,
                "documents",
                docs("DOC_VISIT_FORM"));
    }

    private static List<String> row(List<List<String>> rows, UUID household) {
        return rows.stream()
                .filter(r -> r.contains(household.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> csv(String ledger, String more) throws IOException {
        var answer = given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/ledgers/" + ledger + ".csv?area=" + VILLAGE + more);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''%E");
        var text = new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        try (var lines = CSVFormat.EXCEL.parse(new StringReader(text.substring(1)))) {
            return lines.stream().map(line -> line.toList()).toList();
        }
    }

    private static List<Row> xlsx(String ledger, String more) throws IOException {
        var content = given().auth()
                .oauth2(Servers.token("town-operator"))
                .get("/ledgers/" + ledger + ".xlsx?area=" + VILLAGE + more)
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            return workbook.getFirstSheet().read();
        }
    }
}
