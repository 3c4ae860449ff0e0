package org.shouwang.household.workroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;
import org.shouwang.household.sheet.Sheets;

/** Who works where in a year, as a file; numbers and phones whole only for who enters data. */
@QuarkusTest
@WithTestResource(Servers.class)
class WorkRosterTest {

    @Inject
    Clock clock;

    private UUID household;
    private String name;
    private String number;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = UUID.randomUUID();
        name = "赵" + household.toString().substring(0, 8);
        var him = member(head(household), "02", name, LocalDate.of(1970, 1, 2), true);
        number = (String) ((Map<?, ?>) him.get("person")).get("idNo");
        as("town-operator")
                .body(household(
                        QINGGANGPING,
                        List.of(him, member(spouse(household), "10", "钱乙", LocalDate.of(1972, 3, 4), false))))
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
    }

    @Test
    void each_time_of_work_in_the_year_is_a_line() throws IOException {
        assertThat(roster("info-officer", 2021)).isEmpty();
        works(head(household), "2020-03-01", "2020-11-30", 9, "某市", null, false, "2021-03-05");
        works(head(household), "2021-03-01", null, 7, "汉中市", "300.50", false, "2021-09-30");
        works(head(household), "2021-02-01", null, 8, "本村", null, true, "2021-09-30");

        assertThat(roster("info-officer", 2021))
                .containsExactly(line(number, "13900000000", "汉中市", "2021-03-01", "", "7", "300.50", "是"));
        assertThat(roster("auditor", 2021))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.get(6)).isNotEqualTo(number).hasSize(18).contains("****"))
                .satisfies(line -> assertThat(line.get(7)).isEqualTo("139****0000"));
        assertThat(roster("info-officer", 2020))
                .containsExactly(line(number, "13900000000", "某市", "2020-03-01", "2020-11-30", "9", "", "否"));
        assertThat(roster("info-officer", 2019)).isEmpty();

        works(head(household), "2021-03-01", "2021-08-31", 6, "汉中市", "300.50", false, "2021-10-01");
        assertThat(roster("info-officer", 2021))
                .containsExactly(line(number, "13900000000", "汉中市", "2021-03-01", "2021-08-31", "6", "300.50", "否"));
    }

    @Test
    void who_is_known_to_work_this_year_and_nothing_else_is_a_line_too() throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), Streams.ZONE);
        assertThat(roster("info-officer", today.getYear())).isEmpty();
        as("town-operator")
                .body(Map.of(
                        "change",
                        Map.of("workMonths", 8, "person", Map.of("workPlace", "西安市")),
                        "reason",
                        "外出务工",
                        "on",
                        today.toString()))
                .patch("/household/households/" + household + "/members/" + head(household))
                .then()
                .statusCode(204);
        assertThat(roster("info-officer", today.getYear()))
                .containsExactly(List.of(
                        "徐家坪镇",
                        "青岗坪村",
                        "",
                        "",
                        name,
                        name,
                        number,
                        "13900000000",
                        "西安市",
                        "",
                        "",
                        "",
                        "8",
                        "",
                        "",
                        "是"));
        assertThat(roster("info-officer", today.getYear() - 1)).isEmpty();
    }

    @Test
    void a_workbook_keeps_numbers_as_text_and_nobody_takes_another_towns_roster() throws IOException {
        works(head(household), "2021-03-01", null, 7, "汉中市", "300.50", false, "2021-09-30");
        var rows =
                Sheets.xlsx(as("county-operator").get("/household/rosters/work.xlsx?year=2021&area=" + QINGGANGPING));
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("务工监测台账");
        assertThat(rows.get(1).getCellText(0)).contains("年度：2021", "数据日期：");
        var row = rows.stream()
                .filter(r -> r.getCellCount() > 6 && name.equals(r.getCellText(6)))
                .findFirst()
                .orElseThrow();
        assertThat(row.getCellText(7)).isEqualTo(number);
        assertThat(row.getCellAsNumber(14).orElseThrow()).isEqualByComparingTo("300.50");
        as("town-operator").get("/household/rosters/work.csv?year=21").then().statusCode(400);
        as("town-operator")
                .get("/household/rosters/work.csv?area=610727101000")
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        as("householder").get("/household/rosters/work.csv").then().statusCode(403);
    }

    private List<String> line(
            String idNo,
            String phone,
            String place,
            String from,
            String to,
            String months,
            String subsidy,
            String now) {
        return List.of(
                "徐家坪镇", "青岗坪村", "", "", name, name, idNo, phone, place, "某厂", from, to, months, subsidy, "有组织输出", now);
    }

    private List<List<String>> roster(String user, int year) throws IOException {
        var lines = Sheets.csv(as(user).get("/household/rosters/work.csv?area=" + QINGGANGPING + "&year=" + year));
        assertThat(lines.get(2)).hasSize(17).startsWith("序号", "乡镇", "村");
        return Sheets.with(lines, name);
    }

    private void works(
            UUID member, String from, String to, int months, String place, String subsidy, boolean post, String on) {
        var body = new HashMap<String, Object>(Map.of(
                "from",
                from,
                "months",
                months,
                "publicPost",
                post,
                "workplace",
                Map.of("place", place, "employer", "某厂", "channel", "有组织输出"),
                "on",
                on));
        if (to != null) body.put("to", to);
        if (subsidy != null) body.put("transportSubsidy", subsidy);
        if (post) body.put("postType", "护林员");
        as("town-operator")
                .body(body)
                .put("/household/households/" + household + "/members/" + member + "/employments")
                .then()
                .statusCode(204);
    }
}
