package org.shouwang.household.objectroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;
import org.shouwang.household.sheet.Sheets;

/** The roster of monitored households: names from here, monitoring and help as they were published, phones for who enters data. */
@QuarkusTest
@WithTestResource(Servers.class)
class ObjectRosterTest {

    private UUID household;
    private String helper;
    private String named;
    private long version;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = UUID.randomUUID();
        helper = "helper-" + household.toString().substring(0, 8);
        named = helper;
        var body = household(
                QINGGANGPING,
                List.of(
                        member(head(household), "02", "赵甲", LocalDate.of(1970, 1, 2), true),
                        member(spouse(household), "10", "钱乙", LocalDate.of(1972, 3, 4), false)));
        body.put("details", Map.of("householdNo", "H-" + household, "contactPhone", "13900000000"));
        as("town-operator")
                .body(body)
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_read_is_what_the_others_promise() throws IOException {
        EventShapes.assertPromised(List.of(new RosterMonitoringConsumer()), "monitoring-service");
        EventShapes.assertPromised(List.of(new RosterAssistanceConsumer()), "assistance-service");
    }

    @Test
    void each_monitored_household_is_a_row() throws IOException {
        included(1, "UNSTABLE", List.of("01", "0201"));
        monitoring("RiskAdded", Map.of("risk", "09"));
        monitoring("RiskResolved", Map.of("risk", "01"));
        assistance("helper", household, "HelperAssigned", Map.of("helper", helper));
        var dropped = UUID.randomUUID();
        assistance("measure", UUID.randomUUID(), "MeasurePlanned", Map.of("householdId", household, "episode", 1));
        assistance("measure", dropped, "MeasurePlanned", Map.of("householdId", household, "episode", 1));
        assistance("measure", dropped, "MeasureCancelled", Map.of("householdId", household));
        ReadModels.settle();

        var lines = csv("town-operator");
        assertThat(lines.getFirst()).containsExactly("三类户花名册");
        assertThat(lines.get(1).getFirst()).startsWith("区划：610727105208　数据日期：");
        assertThat(lines.get(2)).hasSize(24).startsWith("序号", "县", "乡镇", "村");
        var open = List.of("因洪涝灾害", "因学", "", "", "");
        assertThat(row(lines)).isEqualTo(expected(open, "13900000000", "否", "", ""));
        assertThat(row(csv("auditor"))).isEqualTo(expected(open, "139****0000", "否", "", ""));

        as("town-operator")
                .body(Map.of("name", "周壬", "areaCode", QINGGANGPING, "on", "2021-03-01"))
                .put("/household/staff/" + helper)
                .then()
                .statusCode(201);
        assertThat(row(csv("auditor"))).contains("周壬").doesNotContain(helper);
        assertThat(row(csv("auditor")).indexOf("周壬")).isEqualTo(17);
        named = "周壬";
        monitoring("RiskResolved", Map.of("risk", "0201"));
        monitoring("RiskResolved", Map.of("risk", "09"));
        monitoring("RiskRemoved", Map.of("episode", 1, "method", "ASSISTED", "removedOn", "2022-06-30"));
        ReadModels.settle();
        assertThat(row(csv("auditor")))
                .isEqualTo(expected(List.of("因病", "因洪涝灾害", "因学", "", ""), "139****0000", "是", "帮扶消除", "2022-06-30"));
        monitoring("RemovalRevoked", Map.of("episode", 1, "on", "2022-07-01"));
        monitoring("ObjectVoided", Map.of("episode", 1, "on", "2022-07-01"));
        ReadModels.settle();
        assertThat(csv("auditor").stream().filter(l -> l.contains("H-" + household)))
                .isEmpty();
    }

    @Test
    void a_removal_by_nature_is_worded_as_one() throws IOException {
        included(1, "UNSTABLE", List.of("01"));
        assistance("helper", household, "HelperAssigned", Map.of("helper", helper));
        assistance("measure", UUID.randomUUID(), "MeasurePlanned", Map.of("householdId", household, "episode", 1));
        monitoring("RiskRemoved", Map.of("episode", 1, "method", "NATURAL", "removedOn", "2022-06-30"));
        ReadModels.settle();
        assertThat(row(csv("town-operator")))
                .isEqualTo(expected(List.of("因病", "", "", "", ""), "13900000000", "是", "自然消除", "2022-06-30"));
    }

    @Test
    void a_workbook_keeps_numbers_as_numbers_and_phones_as_text() throws IOException {
        included(1, "SUDDEN", List.of("05"));
        ReadModels.settle();
        var content = as("county-operator")
                .get("/household/rosters/monitored.xlsx?area=" + QINGGANGPING)
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("三类户花名册");
            var row = rows.stream()
                    .filter(r -> r.getCellCount() > 6 && ("H-" + household).equals(r.getCellText(6)))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getCellText(10)).isEqualTo("突发严重困难户");
            assertThat(row.getCellAsNumber(8).orElseThrow().intValue()).isEqualTo(2);
            assertThat(row.getCellText(19)).isEqualTo("13900000000");
        }
    }

    @Test
    void who_is_kept_in_yellow_or_green_stands_in_the_ledger_of_that_colour() throws IOException {
        var event = new HashMap<String, Object>();
        event.put("episode", 1);
        event.put("grade", "GREEN");
        event.put("risks", List.of("01"));
        event.put("perCapita", 12000);
        event.put("includedOn", "2021-11-15");
        event.put("areaCode", QINGGANGPING);
        monitoring("ObjectIncluded", event);
        assistance("helper", household, "HelperAssigned", Map.of("helper", helper));
        ReadModels.settle();
        assertThat(Sheets.with(csv("coloured", "&grade=YELLOW", "auditor"), "H-" + household))
                .isEmpty();
        assertThat(Sheets.with(csv("monitored", "", "auditor"), "H-" + household))
                .isEmpty();
        assertThat(Sheets.with(csv("coloured", "&grade=GREEN", "auditor"), "H-" + household))
                .containsExactly(coloured("绿色", "2021-11-15", "139****0000"));

        monitoring(
                "GradeChanged",
                Map.of("from", "GREEN", "to", "YELLOW", "trigger", "INCOME_UPDATE", "on", "2022-03-01"));
        ReadModels.settle();
        var lines = csv("coloured", "", "town-operator");
        assertThat(lines.getFirst()).containsExactly("防止返贫致贫分级监测台账");
        assertThat(lines.get(1).getFirst()).startsWith("区划：610727105208　等级：黄色、绿色　数据日期：");
        assertThat(lines.get(2)).hasSize(18).startsWith("序号", "县", "乡镇", "村");
        assertThat(Sheets.with(lines, "H-" + household)).containsExactly(coloured("黄色", "2022-03-01", "13900000000"));
        var rows = Sheets.xlsx(as("auditor").get("/household/rosters/coloured.xlsx?grade=YELLOW&area=" + QINGGANGPING));
        assertThat(rows)
                .filteredOn(r -> r.getCellCount() > 6 && ("H-" + household).equals(r.getCellText(6)))
                .singleElement()
                .satisfies(r -> assertThat(r.getCellText(16)).isEqualTo("139****0000"));

        monitoring("RiskRemoved", Map.of("episode", 1, "method", "ASSISTED", "removedOn", "2022-06-30"));
        ReadModels.settle();
        assertThat(Sheets.with(csv("coloured", "", "auditor"), "H-" + household))
                .isEmpty();
        as("town-operator")
                .get("/household/rosters/coloured.csv?area=610727101000")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        as("householder").get("/household/rosters/coloured.csv").then().statusCode(403);
    }

    private List<String> coloured(String grade, String gradedOn, String phone) {
        return List.of(
                "略阳县",
                "徐家坪镇",
                "青岗坪村",
                "",
                "",
                "H-" + household,
                "赵甲",
                "2",
                "脱贫户",
                grade,
                gradedOn,
                "2021-11-15",
                "12000.00",
                "因病",
                named,
                phone,
                "0");
    }

    @Test
    void nobody_takes_home_the_roster_of_another_town() {
        as("town-operator")
                .get("/household/rosters/monitored.csv?area=610727101000")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
    }

    private List<String> expected(List<String> risks, String phone, String removed, String method, String on) {
        return List.of(
                "略阳县",
                "徐家坪镇",
                "青岗坪村",
                "",
                "",
                "H-" + household,
                "赵甲",
                "2",
                "脱贫户",
                "脱贫不稳定户",
                "202111",
                risks.get(0),
                risks.get(1),
                risks.get(2),
                risks.get(3),
                risks.get(4),
                "4860.00",
                named,
                phone,
                "1",
                removed,
                method,
                on);
    }

    private List<String> row(List<List<String>> lines) {
        return lines.stream()
                .filter(l -> l.contains("H-" + household))
                .findFirst()
                .map(l -> l.subList(1, l.size()))
                .orElseThrow();
    }

    private static List<List<String>> csv(String user) throws IOException {
        return csv("monitored", "", user);
    }

    private static List<List<String>> csv(String roster, String more, String user) throws IOException {
        return Sheets.csv(as(user).get("/household/rosters/" + roster + ".csv?area=" + QINGGANGPING + more));
    }

    private void included(int episode, String type, List<String> risks) {
        monitoring(
                "ObjectIncluded",
                Map.of(
                        "episode",
                        episode,
                        "type",
                        type,
                        "risks",
                        risks,
                        "perCapita",
                        4860.00,
                        "includedOn",
                        "2021-11-15",
                        "areaCode",
                        QINGGANGPING));
    }

    private void monitoring(String type, Map<String, Object> event) {
        publish("monitoring.events", "object", household, ++version, type, event);
    }

    private void assistance(String kind, UUID stream, String type, Map<String, Object> event) {
        publish("assistance.events", kind, stream, 1, type, event);
    }

    private void publish(String topic, String kind, UUID stream, long number, String type, Map<String, Object> event) {
        Topics.publish(topic, kind, stream, household, number, type, QINGGANGPING, LocalDate.of(2022, 7, 1), event);
    }
}
