package org.shouwang.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.get;
import static org.shouwang.monitoring.quality.Findings.*;
import static org.shouwang.monitoring.quality.Rule.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.removal.Included;

/** Findings over an area through the front door: a list, counts by rule, files, for those who may see them. */
@QuarkusTest
@WithTestResource(Servers.class)
class QualityTest {

    private static final String MONTH_ON = "2021-12-15";
    private static final String VILLAGE_OF_TWO = "610727105850";

    @Test
    void findings_are_paged_searched_counted_and_written_to_files() throws IOException {
        var village = VILLAGE_OF_TWO;
        var first = Included.in2021().movedTo(village, "2021-11-20");
        var second = Included.in2021().movedTo(village, "2021-11-20");
        for (var i : List.of(first, second)) planned(i, "M10", "DIBAO");
        ReadModels.settle();
        found(village, MONTH_ON, Set.of(UNHELPED, ONLY_AID, DIBAO_WITHOUT_HOLDER));

        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = json("limit=1&area=" + village + "&date=" + MONTH_ON + (after == null ? "" : "&after=" + after));
            assertThat(page.getList("items")).hasSize(1);
            seen.add(page.getString("items[0].name") + page.getString("items[0].householdId"));
            after = page.getString("next");
        } while (after != null);
        var ids = List.of(first.id().toString(), second.id().toString()).stream()
                .sorted()
                .toList();
        assertThat(seen)
                .containsExactly(
                        "UNHELPED" + ids.getFirst(),
                        "UNHELPED" + ids.getLast(),
                        "ONLY_AID" + ids.getFirst(),
                        "ONLY_AID" + ids.getLast(),
                        "DIBAO_WITHOUT_HOLDER" + ids.getFirst(),
                        "DIBAO_WITHOUT_HOLDER" + ids.getLast());

        var asked = "/quality/findings?area=" + village + "&date=" + MONTH_ON;
        get("auditor", asked + "&rule=DQ-17").body("items.name", contains("ONLY_AID", "ONLY_AID"));
        get("auditor", asked + "&rule=UNHELPED&severity=ERROR")
                .body("items.rule", contains("DQ-16", "DQ-16"))
                .body("items.severity", everyItem(is("ERROR")))
                .body("items.areaCode", everyItem(is(village)))
                .body("items.subject", everyItem(is("OBJECT")))
                .body("items.recorded", everyItem(nullValue()));
        get("auditor", asked + "&severity=WARNING").body("items.rule", contains("DQ-17", "DQ-17"));
        get("auditor", asked + "&rule=UNHELPED&severity=WARNING").body("items", empty());
        get("auditor", asked + "&rule=DQ-99").statusCode(400).body("fields.field", contains("rule"));
        get("auditor", asked + "&after=x").statusCode(400);

        get("auditor", "/quality/figures?area=" + village + "&date=" + MONTH_ON)
                .statusCode(200)
                .body("area", is(village))
                .body("on", is(MONTH_ON))
                .body("wrong", is(2))
                .body("doubtful", is(2))
                .body("errors", is(4))
                .body("warnings", is(2))
                .body("rules.find { it.name == 'UNHELPED' }.findings", is(2))
                .body("rules.find { it.name == 'UNHELPED' }.households", is(2))
                .body("rules.find { it.name == 'UNHELPED' }.persons", is(12))
                .body("persons.wrong", is(12), "persons.doubtful", is(12))
                .body("rules.find { it.name == 'RISK_EMPTY' }.findings", is(0));

        var csv = new String(bytes("csv", village), StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .hasSize(9)
                .contains("序号,规则,名称,级别,说明,区划代码,户标识,核查内容,编号,字段")
                .contains("1,DQ-16,UNHELPED,错误," + UNHELPED.zh() + "," + village + "," + ids.getFirst() + ",监测对象,"
                        + ids.getFirst() + ",measures");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes("xlsx", village)))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(9);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("数据质量问题清单");
            assertThat(rows.get(2).getCellText(1)).isEqualTo("规则");
            assertThat(rows.get(8).getCellText(1)).isEqualTo("DQ-19");
        }
    }

    @Test
    void a_month_that_does_not_add_up_is_found_once_in_its_village() {
        var village = "610727105851";
        var of = List.of(
                Included.in2021().movedTo(village, "2021-11-20"),
                Included.in2021().movedTo(village, "2021-11-20"));
        var first = of.getFirst();
        first.household.publish(
                "household",
                first.id(),
                "MemberAdded",
                LocalDate.of(2021, 12, 5),
                Map.of(
                        "member",
                        Map.of(
                                "memberId",
                                UUID.randomUUID(),
                                "relation",
                                "20",
                                "labour",
                                "NORMAL",
                                "born",
                                "2001-01",
                                "working",
                                true)));
        ReadModels.settle();
        none(village, "2021-11-30");
        assertThat(list(village, "2021-12-31", STOCK_UNEXPLAINED).getList("items"))
                .isEmpty();

        sql("delete from object_flow where area_code = $1", village);
        for (var on : List.of("2021-11-01", "2021-11-30"))
            found(village, on, STOCK_UNEXPLAINED, null, "month", "households", "persons");
        none(village, "2021-12-14");
        assertThat(list(village, "2021-11-30").getString("items[0].subject")).isEqualTo("MONTH");
        assertThat(list(village, "2021-11-30").getString("items[0].subjectId")).isEqualTo("2021-11");
        get("auditor", "/quality/figures?area=" + village + "&date=2021-11-30")
                .body("errors", is(1), "wrong", is(0), "persons.wrong", is(0))
                .body("rules.find { it.name == 'STOCK_UNEXPLAINED' }.findings", is(1))
                .body("rules.find { it.name == 'STOCK_UNEXPLAINED' }.households", is(0));
        assertThat(new String(bytes("csv", village, "2021-11-30"), StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .contains("1,DQ-26,STOCK_UNEXPLAINED,错误," + STOCK_UNEXPLAINED.zh() + "," + village
                        + ",,月度增减变动,2021-11,month households persons");
        get("auditor", "/figures/findings?area=" + village + "&from=2021-11&to=2021-11")
                .body("items", hasSize(2));
        rebuilt("ObjectHistory");
        none(village, "2021-11-30");

        joined(first, 0);
        found(village, "2021-12-31", STOCK_UNEXPLAINED, null, "month", "persons");
        joined(first, 1);
        assertThat(list(village, "2021-12-31", STOCK_UNEXPLAINED).getList("items"))
                .isEmpty();
    }

    private static void joined(Included i, int members) {
        sql("update member_flow set joined = $2 where household = $1 and on_day = date '2021-12-05'", i.id(), members);
    }

    @Test
    void findings_are_shown_where_the_caller_reaches() {
        var village = VILLAGE_OF_TWO;
        for (var what : List.of("findings", "figures", "findings.csv", "findings.xlsx"))
            get("other-town", "/quality/" + what + "?area=" + village).statusCode(403);
        get("other-town", "/quality/findings?limit=200")
                .statusCode(200)
                .body("items.areaCode", everyItem(startsWith("610727101")));
        get("householder", "/quality/figures").statusCode(403);
        get("auditor", "/quality/rules")
                .statusCode(200)
                .body("name", hasSize(Rule.values().length))
                .body("find { it.name == 'UNHELPED' }.rule", is("DQ-16"))
                .body("find { it.name == 'DATES_OUT_OF_ORDER' }.subjects", contains("CASE", "REMOVAL"));
    }

    private static byte[] bytes(String extension, String village) {
        return bytes(extension, village, MONTH_ON);
    }

    private static byte[] bytes(String extension, String village, String date) {
        return RestAssured.given()
                .auth()
                .oauth2(Servers.token("town-operator"))
                .get("/quality/findings." + extension + "?area=" + village + "&date=" + date)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("findings." + extension))
                .extract()
                .asByteArray();
    }
}
