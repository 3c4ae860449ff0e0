package org.shouwang.household.reviewroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
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
import org.shouwang.household.sheet.Sheets;

/** What the village's review made of households, with their names: from here what they are, from monitoring what was decided. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReviewRosterTest {

    private UUID household;
    private UUID statement;
    private String name;
    private String number;
    private long version;

    @BeforeEach
    void a_couple_whose_income_is_written_down() {
        Village.areas();
        household = UUID.randomUUID();
        statement = UUID.randomUUID();
        name = "赵" + household.toString().substring(0, 8);
        number = number(LocalDate.of(1970, 1, 2), true);
        var head = member(head(household), "02", name, LocalDate.of(1970, 1, 2), true);
        head.put("person", person(name, number));
        as("town-operator")
                .body(household(
                        QINGGANGPING,
                        List.of(head, member(spouse(household), "10", "钱乙", LocalDate.of(1972, 3, 4), false))))
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
        income(statement);
    }

    @Test
    void what_is_read_is_what_monitoring_promises() throws IOException {
        EventShapes.assertPromised(List.of(new ReviewRosterConsumer()), "monitoring-service");
    }

    @Test
    void a_household_in_a_dangerous_dwelling_is_a_line_with_its_review() throws IOException {
        appraised("A", "2021-03-05");
        assertThat(housing()).isEmpty();
        appraised("D", "2021-04-01");
        appraised("A", "2021-10-20");
        assertThat(housing()).containsExactly(housing("A级（安全）", "", "", ""));
        assertThat(nextVillage("dangerous-housing.csv?")).isEmpty();

        monitoring("HomeVisited", Map.of("income", Map.of("statementId", statement)));
        monitoring("ReviewConcluded", Map.of("heldOn", "2021-11-09", "included", true));
        ReadModels.settle();
        assertThat(housing()).containsExactly(housing("A级（安全）", "2021-11-09", "纳入", ""));

        monitoring("CaseReturned", Map.of("on", "2021-11-10", "to", "REVIEWED"));
        ReadModels.settle();
        assertThat(housing()).containsExactly(housing("A级（安全）", "2021-11-09", "纳入", ""));
        monitoring("CaseReturned", Map.of("on", "2021-11-10", "to", "VISITED"));
        ReadModels.settle();
        assertThat(housing()).containsExactly(housing("A级（安全）", "", "", ""));
        monitoring("ReviewConcluded", Map.of("heldOn", "2021-11-12", "included", false, "reason", "子女有赡养能力"));
        monitoring("ObjectionResolved", Map.of("sustained", false));
        monitoring("CaseRejected", rejected(false));
        ReadModels.settle();
        assertThat(housing()).containsExactly(housing("A级（安全）", "2021-11-12", "不纳入", "有赡养（抚养、扶养）能力人"));
    }

    @Test
    void a_safeguard_check_of_grade_c_makes_a_line_of_it() throws IOException {
        checked("B", "PASS");
        assertThat(housing()).isEmpty();
        checked("C", "FAIL");
        assertThat(housing()).singleElement().satisfies(line -> assertThat(line.get(4))
                .isEqualTo("C级（局部危险）"));
        assertThat(nextVillage("dangerous-housing.csv?")).isEmpty();
    }

    @Test
    void a_check_that_was_corrected_counts_as_it_was_corrected() throws IOException {
        var path = checked("C", "FAIL");
        assertThat(housing()).hasSize(1);
        String first =
                as("info-officer").get(path).then().statusCode(200).extract().path("eventId");
        var correction = Map.of("corrects", first, "reason", "误填等级", "record", check("A", "PASS"));
        as("info-officer").body(correction).put(path + "/correction").then().statusCode(403);
        as("town-operator").body(correction).put(path + "/correction").then().statusCode(204);
        as("town-operator").body(correction).put(path + "/correction").then().statusCode(204);
        as("info-officer")
                .get(path)
                .then()
                .body("housingGrade", is("A"), "eventId", not(is(first)), "items[4].result", is("PASS"));
        assertThat(housing()).isEmpty();
        as("town-operator")
                .body(Map.of("corrects", first, "reason", "又误", "record", check("D", "FAIL")))
                .put(path + "/correction")
                .then()
                .statusCode(409)
                .body("code", is("CORRECTION_OUTDATED"));
        as("town-operator")
                .body(Map.of("corrects", first, "reason", "", "record", check("D", "FAIL")))
                .put("/household/households/" + household + "/safeguard-checks/" + UUID.randomUUID() + "/correction")
                .then()
                .statusCode(404)
                .body("code", is("CHECK_UNKNOWN"));
    }

    @Test
    void a_row_of_the_housing_departments_list_makes_a_line_without_a_grade() throws IOException {
        listed("CIVIL", "UNSAFE_HOUSING");
        listed("HOUSING", "OTHER_ITEM");
        assertThat(housing()).isEmpty();
        listed("HOUSING", "UNSAFE_HOUSING");
        assertThat(housing()).singleElement().satisfies(line -> {
            assertThat(line.subList(0, 4)).containsExactly("徐家坪镇", "青岗坪村", name, "2");
            assertThat(line.get(4)).isEmpty();
        });
        appraised("D", "2021-04-01");
        assertThat(housing()).containsExactly(housing("D级（整体危险）", "", "", ""));
    }

    @Test
    void the_grade_of_a_line_is_the_one_found_last_whoever_found_it() throws IOException {
        appraised("D", "2021-10-20");
        var path = checked("B", "PASS");
        assertThat(housing()).containsExactly(housing("B级（基本安全）", "", "", ""));
        appraised("C", "2021-04-01");
        assertThat(housing()).containsExactly(housing("B级（基本安全）", "", "", ""));
        appraised("C", "2021-11-03");
        assertThat(housing()).containsExactly(housing("C级（局部危险）", "", "", ""));
        String first =
                as("info-officer").get(path).then().statusCode(200).extract().path("eventId");
        as("town-operator")
                .body(Map.of("corrects", first, "reason", "误填等级", "record", check("A", "PASS")))
                .put(path + "/correction")
                .then()
                .statusCode(204);
        assertThat(housing()).containsExactly(housing("C级（局部危险）", "", "", ""));
    }

    @Test
    void who_is_below_the_line_and_not_included_is_named_with_the_reason() throws IOException {
        monitoring("HomeVisited", Map.of("income", Map.of("statementId", statement)));
        monitoring("ReviewConcluded", Map.of("heldOn", "2021-11-12", "included", false, "reason", "子女有赡养能力"));
        ReadModels.settle();
        assertThat(nonInclusions("&from=2021-01-01&to=2021-12-31")).isEmpty();
        monitoring("CaseRejected", rejected(true));
        ReadModels.settle();
        var line = nonInclusions("&from=2021-11-15&to=2021-11-15");
        assertThat(line)
                .containsExactly(List.of(
                        "徐家坪镇",
                        "青岗坪村",
                        name,
                        "2",
                        "",
                        "2020-11至2021-10",
                        "5000.00",
                        "2000.00",
                        "300.00",
                        "700.00",
                        "2000.00",
                        "3000.00",
                        "2021-11-12",
                        "不纳入",
                        "有赡养（抚养、扶养）能力人",
                        "2021-11-15",
                        "子女在外务工，有赡养能力",
                        caseId().toString()));
        assertThat(nextVillage("non-inclusions.csv?from=2021-11-15&to=2021-11-15&"))
                .isEmpty();
        assertThat(nonInclusions("&from=2021-11-16&to=2021-12-31")).isEmpty();
        assertThat(nonInclusions("&from=2021-01-01&to=2021-11-14")).isEmpty();
        as("town-operator")
                .get("/household/rosters/non-inclusions.csv?area=" + QINGGANGPING + "&from=2021-12-31&to=2021-01-01")
                .then()
                .statusCode(400);
        as("town-operator")
                .get("/household/rosters/non-inclusions.csv?area=610727101000")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        var rows = Sheets.xlsx(as("auditor")
                .get("/household/rosters/non-inclusions.xlsx?from=2021-01-01&to=2021-12-31&area=" + QINGGANGPING));
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("不纳入明细台账");
        assertThat(rows.get(1).getCellText(0)).contains("期间：2021-01-01至2021-12-31", "数据日期：");
        var row = rows.stream()
                .filter(r -> r.getCellCount() > 3 && name.equals(r.getCellText(3)))
                .findFirst()
                .orElseThrow();
        assertThat(row.getCellAsNumber(12).orElseThrow()).isEqualByComparingTo("3000.00");
    }

    private List<String> housing(String grade, String heldOn, String result, String reason) {
        return List.of(
                "徐家坪镇",
                "青岗坪村",
                name,
                "2",
                grade,
                "2020-11至2021-10",
                "5000.00",
                "2000.00",
                "300.00",
                "700.00",
                "2000.00",
                "3000.00",
                heldOn,
                result,
                reason);
    }

    private List<List<String>> housing() throws IOException {
        var lines = Sheets.csv(as("info-officer").get("/household/rosters/dangerous-housing.csv?area=" + QINGGANGPING));
        assertThat(lines.getFirst()).containsExactly("危改户评议核查表");
        assertThat(lines.get(2)).hasSize(16).startsWith("序号", "乡镇", "村", "户主", "人口", "危房等级");
        return Sheets.with(lines, name);
    }

    private List<List<String>> nonInclusions(String days) throws IOException {
        return Sheets.with(
                Sheets.csv(as("auditor").get("/household/rosters/non-inclusions.csv?area=" + QINGGANGPING + days)),
                name);
    }

    /** The lines of this household in what is asked for the village beside it. */
    private List<List<String>> nextVillage(String roster) throws IOException {
        return Sheets.with(Sheets.csv(as("auditor").get("/household/rosters/" + roster + "area=610727105209")), name);
    }

    private UUID caseId() {
        return UUID.nameUUIDFromBytes(("case" + household).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> rejected(boolean belowLine) {
        return Map.of(
                "reasonCode",
                "SUPPORTER_ABLE",
                "reason",
                "子女在外务工，有赡养能力",
                "income",
                Map.of("statementId", statement),
                "decidedOn",
                "2021-11-15",
                "belowLine",
                belowLine);
    }

    private void monitoring(String type, Map<String, Object> event) {
        Topics.publish(
                "monitoring.events",
                "case",
                caseId(),
                household,
                ++version,
                type,
                QINGGANGPING,
                LocalDate.of(2021, 11, 15),
                event);
    }

    private void appraised(String grade, String on) {
        as("info-officer")
                .body(Map.of("grade", grade, "appraisedOn", on, "agency", "县住建局", "on", "2021-11-03"))
                .put("/household/households/" + household + "/housing-grade")
                .then()
                .statusCode(204);
    }

    private String checked(String grade, String housing) {
        var path = "/household/households/" + household + "/safeguard-checks/" + UUID.randomUUID();
        as("info-officer").body(check(grade, housing)).put(path).then().statusCode(201);
        return path;
    }

    private static Map<String, Object> check(String grade, String housing) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.of("indicator", i, "result", i.equals("HOUSING") ? housing : "UNKNOWN"))
                .toList();
        return Map.of("checkedOn", "2021-11-03", "method", "ON_SITE", "items", items, "housingGrade", grade);
    }

    private void listed(String dept, String item) {
        var delivery = UUID.randomUUID();
        as("county-operator")
                .body(Map.of(
                        "dept",
                        dept,
                        "period",
                        "2021-09",
                        "item",
                        item,
                        "rows",
                        List.of(Map.of("idNo", number, "name", name))))
                .put("/household/deliveries/" + delivery)
                .then()
                .statusCode(201);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("county-operator")
                .get("/household/deliveries/" + delivery)
                .then()
                .statusCode(200)
                .body("matched", is(1), "state", not(is("RECEIVED"))));
    }

    private void income(UUID id) {
        var path = "/household/households/" + household + "/incomes/" + id;
        var lines = List.of(
                Map.of("code", "A1", "amount", 5000),
                Map.of("code", "B1", "amount", 2000),
                Map.of("code", "C2", "amount", 300),
                Map.of("code", "D5a", "amount", 700),
                Map.of("code", "E1", "amount", 2000));
        as("info-officer")
                .body(Map.of(
                        "from",
                        "2020-11",
                        "to",
                        "2021-10",
                        "basis",
                        "ACTUAL_12M",
                        "lines",
                        lines,
                        "population",
                        2,
                        "on",
                        "2021-11-02"))
                .put(path)
                .then()
                .statusCode(201);
        as("info-officer")
                .body(Map.of("signatures", List.of("COLLECTOR", "HOUSEHOLDER"), "on", "2021-11-03"))
                .put(path + "/signatures")
                .then()
                .statusCode(204);
    }
}
