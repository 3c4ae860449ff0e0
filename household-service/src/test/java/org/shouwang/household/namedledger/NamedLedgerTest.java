package org.shouwang.household.namedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;
import org.shouwang.household.sheet.Sheets;

/** A ledger that names households by their ids comes in, and goes out with their householders. */
@QuarkusTest
@WithTestResource(Servers.class)
class NamedLedgerTest {

    private static final List<String> HEADERS = List.of("序号", "区划代码", "对象（户标识）", "内容", "异议");

    private UUID here;
    private UUID elsewhere;

    @BeforeEach
    void two_couples() {
        Village.areas();
        here = couple(QINGGANGPING);
        elsewhere = couple(NEIGHBOUR);
    }

    @Test
    void householders_stand_beside_their_ids_for_who_may_see_them() throws IOException {
        var stranger = UUID.randomUUID();
        var answer = send("town-operator", "csv", "text/csv", csv(here, elsewhere, stranger));
        var lines = Sheets.csv(answer);
        assertThat(lines.get(0)).containsExactly("公示台账");
        assertThat(lines.get(1)).containsExactly("区划：610727105000　数据日期：2021-12-01");
        assertThat(lines.get(2)).containsExactly("序号", "区划代码", "对象（户标识）", "乡镇", "村", "组", "户编号", "户主", "内容", "异议");
        assertThat(lines.subList(3, lines.size()))
                .containsExactly(
                        List.of("1", "610727105208", here.toString(), "徐家坪镇", "青岗坪村", "", "", "赵甲", "'=拟消除", "-2.50"),
                        List.of(
                                "2",
                                "610727105208",
                                elsewhere.toString(),
                                "徐家坪镇",
                                "邻村",
                                "",
                                "",
                                "赵甲",
                                "'=拟消除",
                                "-2.50"),
                        List.of("3", "610727105208", stranger.toString(), "", "", "", "", "", "'=拟消除", "-2.50"));
        var village = Sheets.csv(send("village-committee", "csv", "text/csv", csv(here, elsewhere)));
        assertThat(village.get(3).get(7)).isEqualTo("赵甲");
        assertThat(village.get(4).get(7)).isEmpty();
    }

    @Test
    void a_workbook_goes_out_as_one_page_after_page() throws IOException {
        var ids = new UUID[1_203];
        Arrays.setAll(ids, i -> i % 2 == 0 ? here : elsewhere);
        var rows = Sheets.xlsx(send("county-operator", "xlsx", XlsxSheet.MEDIA_TYPE, xlsx(ids)));
        assertThat(rows).hasSize(3 + ids.length);
        assertThat(rows.getFirst().getCellText(0)).isEqualTo("公示台账");
        var last = rows.getLast();
        assertThat(last.getCellAsNumber(0).orElseThrow().intValue()).isEqualTo(ids.length);
        assertThat(last.getCellText(1)).isEqualTo("610727105208");
        assertThat(last.getCellText(7)).isEqualTo("赵甲");
        assertThat(last.getCellAsNumber(9).orElseThrow()).isEqualByComparingTo("-2.50");
    }

    @Test
    void staff_stand_by_their_names_and_numbers_of_households_stay_texts() throws IOException {
        var user = "officer-" + here.toString().substring(0, 8);
        var unnamed = "helper-" + here.toString().substring(0, 8);
        named("town-operator", user, QINGGANGPING, "周壬").statusCode(201);
        named("town-operator", user, QINGGANGPING, "周壬").statusCode(204);
        named("town-operator", user, "610727101000", "周壬").statusCode(403);
        named("town-operator", "周壬", QINGGANGPING, "周壬").statusCode(422).body("code", is("STAFF_USER"));
        named("town-operator", user, "610727", "周壬").statusCode(422).body("code", is("STAFF_AREA"));
        named("grid-member", user, QINGGANGPING, "周壬").statusCode(403);
        as("auditor")
                .get("/household/staff?limit=200&area=" + QINGGANGPING)
                .then()
                .statusCode(200)
                .body("items.find { it.userId == '" + user + "' }.name", is("周壬"));

        var number = String.valueOf(1_000_000_000L + Math.floorMod(here.hashCode(), 900_000_000));
        as("town-operator")
                .body(Map.of(
                        "resident",
                        true,
                        "relocated",
                        false,
                        "details",
                        Map.of("householdNo", number),
                        "reason",
                        "更正",
                        "on",
                        "2021-06-01"))
                .put("/household/households/" + here + "/details")
                .then()
                .statusCode(204);
        try (var out = new ByteArrayOutputStream()) {
            var file = new XlsxSheet(out);
            file.title("评议会登记", "区划：610727105000　数据日期：2021-12-01", List.of("序号", "户标识", "主持", "参加人员", "赞成"));
            file.row(new ArrayList<>(List.of(1, here.toString(), user, user + "、" + unnamed, 3)));
            file.end();
            var rows = Sheets.xlsx(send("town-operator", "xlsx", XlsxSheet.MEDIA_TYPE, out.toByteArray()));
            var row = rows.getLast();
            assertThat(row.getCell(5).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(5)).isEqualTo(number);
            assertThat(row.getCellText(7)).isEqualTo("周壬");
            assertThat(row.getCellText(8)).isEqualTo("周壬、" + unnamed);
            assertThat(row.getCellAsNumber(9).orElseThrow()).isEqualByComparingTo("3");
        }
    }

    private static ValidatableResponse named(String by, String user, String area, String name) {
        return as(by).body(Map.of("name", name, "areaCode", area, "on", "2021-03-01"))
                .put("/household/staff/" + user)
                .then();
    }

    @Test
    void what_is_no_ledger_is_told_as_such() {
        refused("a,b\r\n1,2\r\n3,4\r\n", 422, "NO_HOUSEHOLD_COLUMN");
        refused("a,b\r\n", 422, "NO_HOUSEHOLD_COLUMN");
        refused("", 422, "FILE_EMPTY");
        refused("PK not a workbook at all", 422, "FILE_BROKEN");
        send("householder", "csv", "text/csv", csv(here)).then().statusCode(403);
        send("grid-member", "csv", "text/csv", csv(here)).then().statusCode(403);
    }

    private static void refused(String text, int status, String code) {
        send("town-operator", "csv", "text/csv", text.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(status)
                .body("code", is(code));
    }

    private static Response send(String user, String form, String type, byte[] ledger) {
        return as(user).contentType(type).body(ledger).post("/household/rosters/named-ledgers/" + form);
    }

    private static byte[] csv(UUID... households) {
        try (var out = new ByteArrayOutputStream()) {
            write(new CsvSheet(out), households);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xlsx(UUID... households) throws IOException {
        try (var out = new ByteArrayOutputStream()) {
            write(new XlsxSheet(out), households);
            return out.toByteArray();
        }
    }

    private static void write(SheetFile file, UUID... households) throws IOException {
        file.title("公示台账", "区划：610727105000　数据日期：2021-12-01", HEADERS);
        for (var i = 0; i < households.length; i++)
            file.row(new ArrayList<>(
                    List.of(i + 1, "610727105208", households[i].toString(), "=拟消除", new BigDecimal("-2.50"))));
        file.end();
    }
}
