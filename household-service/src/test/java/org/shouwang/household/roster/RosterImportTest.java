package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Waiting;

/** Rosters over HTTP: looked at, applied, sent again, and counted. */
@QuarkusTest
@WithTestResource(Servers.class)
class RosterImportTest {

    private static final String VILLAGE = "610727105208";
    private static final String NEIGHBOUR = "610727105209";
    private static final String HEADER = "村代码,户编号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型\n";

    @Inject
    Journal journal;

    @BeforeEach
    void areas() throws IOException {
        as("sys-admin")
                .contentType("text/csv")
                .body(Files.readAllBytes(Path.of("../deploy/sample/areas-610727.csv")))
                .post("/areas/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void the_sample_village_is_imported_and_counted() throws IOException {
        var before = figures("2021-09-07");
        var file = Files.readAllBytes(SampleRoster.ROSTER);
        var preview = send("town-operator", file, "?on=2021-09-07");
        preview.statusCode(201)
                .body(
                        "state",
                        is("CHECKED"),
                        "households",
                        is(147),
                        "persons",
                        is(561),
                        "accepted",
                        is(147),
                        "fresh",
                        is(147),
                        "errorCount",
                        is(0))
                .body("warningCount", is(0), "errors", empty());
        var id = preview.extract().<String>path("id");

        apply("town-operator", id)
                .statusCode(200)
                .body("state", is("APPLIED"), "fresh", is(147), "done", is(147), "refused", is(0));
        apply("town-operator", id).statusCode(200).body("fresh", is(147), "done", is(147));
        send("town-operator", file, "?on=2021-09-07").statusCode(200).body("id", is(id), "state", is("APPLIED"));

        as("town-operator")
                .get("/figures?area=" + VILLAGE + "&date=2021-09-07")
                .then()
                .body("figures.find { it.code == 'I01' }.count", greaterThanOrEqualTo(4))
                .body("figures.find { it.code == 'GRIDS' }.count", greaterThanOrEqualTo(4));
        assertThat(difference(before, figures("2021-09-07")))
                .isEqualTo(Map.ofEntries(
                        Map.entry("I02", List.of(147L, 561L)),
                        Map.entry("I03", List.of(59L, 211L)),
                        Map.entry("I04", List.of(19L, 31L)),
                        Map.entry("I05", List.of(7L, 8L)),
                        Map.entry("I06", List.of(355L)),
                        Map.entry("I07", List.of(64L)),
                        Map.entry("I18", List.of(0L)),
                        Map.entry("I19", List.of(65L)),
                        Map.entry("I20", List.of(68L)),
                        Map.entry("I23", List.of(11L)),
                        Map.entry("I24", List.of(13L)),
                        Map.entry("POSTS", List.of(1L))));
        assertThat(difference(before, figures("2021-09-06")).get("I02")).isNotEqualTo(List.of(147L, 561L));
        as("town-operator")
                .get("/figures?area=" + VILLAGE + "&date=2021-09-07")
                .then()
                .body("checks.holds", everyItem(is(true)));

        as("town-operator")
                .get("/imports/" + id + "/households?limit=2")
                .then()
                .statusCode(200)
                .body(
                        "items.size()",
                        is(2),
                        "items[0].householdNo",
                        is("9999990001"),
                        "items[0].result",
                        is("DONE"),
                        "next",
                        notNullValue());
        as("town-operator")
                .get("/households/" + Keys.household("no:9999990046"))
                .then()
                .statusCode(200);
        changedLater(file);

        var counted = figures("2021-10-07");
        as("sys-admin").post("/read-models/FigureTable/rebuild").then().statusCode(200);
        assertThat(figures("2021-10-07")).isEqualTo(counted);
        boolean held = Waiting.on(() -> journal.read(session -> ImportStore.held(session, UUID.fromString(id))));
        assertThat(held).isFalse();
    }

    /** The same village as another kind of file, where somebody came home from work: one household changes, the others stay. */
    private void changedLater(byte[] file) throws IOException {
        var lines = new ArrayList<List<String>>();
        var temporary = Files.write(Files.createTempFile("roster", ".xlsx"), file);
        RosterFile.kind(temporary).read(temporary, line -> lines.add(new ArrayList<>(line.cells())));
        Files.delete(temporary);
        var header = lines.get(1);
        var months = header.indexOf(Column.WORK_MONTHS.header());
        var place = header.indexOf(Column.WORK_PLACE.header());
        var changed = lines.stream()
                .filter(l -> l.size() > months && l.get(months).matches("[0-9]+"))
                .limit(1)
                .toList()
                .getFirst();
        changed.set(months, "");
        changed.set(place, "");
        var csv = String.join(
                "\n",
                lines.stream()
                        .skip(1)
                        .map(l -> String.join(
                                ",", l.stream().map(c -> "\"" + c + "\"").toList()))
                        .toList());
        var preview = as("town-operator")
                .contentType("text/csv")
                .body(csv.getBytes(Charset.forName("GB18030")))
                .post("/imports?on=2021-10-07")
                .then();
        preview.statusCode(201)
                .body("format", is("CSV"), "accepted", is(147), "changed", is(1), "same", is(146), "fresh", is(0));
        var before = figures("2021-10-07");
        apply("town-operator", preview.extract().path("id")).statusCode(200).body("changed", is(1), "same", is(146));
        assertThat(difference(before, figures("2021-10-07")).values().stream()
                        .flatMap(List::stream)
                        .mapToLong(n -> n)
                        .sum())
                .isLessThan(0);
        assertThat(figures("2021-10-06")).isEqualTo(before);
    }

    @Test
    void every_mistake_is_shown_and_only_whole_households_come_in() throws IOException {
        var csv = """
                花名册,,,,,,,,,,
                户序号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,鞋码,组
                1,甲一,%s,户主,健康,普通劳动力,初中,,脱贫户,42,1
                1,甲二,%s,配偶,健康,普通劳动力,初中,小学,脱贫户,,1
                2,乙一,%s,户主,健康,普通劳动力,初中,,一般户,,2组
                2,乙二,%s,邻居,健康,普通劳动力,初中,,一般户,,2组
                3,丙一,%s,户主,健康,普通劳动力,初中,,一般户,,Z09
                """.formatted(
                        number("19800101", 31),
                        number("19810101", 32),
                        number("19820101", 31),
                        number("19830101", 32),
                        number("19840101", 31));
        var preview = as("town-operator")
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/imports?area=" + NEIGHBOUR + "&on=2021-09-07")
                .then();
        preview.statusCode(201)
                .body("errors.rule", contains("COLUMN_UNKNOWN", "EDUCATION_XOR_STUDENT", "PUPIL_AGE", "WORD_UNKNOWN"))
                .body(
                        "households",
                        is(3),
                        "persons",
                        is(5),
                        "accepted",
                        is(1),
                        "rejected",
                        is(2),
                        "errorCount",
                        is(2),
                        "warningCount",
                        is(2))
                .body("errors.row", contains(2, 4, 4, 6), "errors.column", contains("鞋码", "文化程度", "在校生状况", "与户主关系"))
                .body("errors.severity", contains("WARNING", "ERROR", "WARNING", "ERROR"));
        var id = preview.extract().<String>path("id");
        as("town-operator")
                .get("/imports/" + id + "/errors?severity=ERROR&limit=1")
                .then()
                .body("items.size()", is(1), "items[0].row", is(4), "next", is("4.1"));
        as("town-operator")
                .get("/imports/" + id + "/errors?severity=ERROR&limit=1&after=4.1")
                .then()
                .body("items[0].row", is(6), "next", nullValue());
        apply("town-operator", id).statusCode(200).body("fresh", is(1), "rejected", is(2));

        var moved = csv.lines()
                .skip(1)
                .filter(l -> l.startsWith("户") || l.startsWith("3"))
                .map(l -> l.replaceFirst("^3", "7"))
                .toList();
        as("town-operator")
                .contentType("text/csv")
                .body(String.join("\n", moved).getBytes(StandardCharsets.UTF_8))
                .post("/imports?area=" + NEIGHBOUR)
                .then()
                .statusCode(201)
                .body("accepted", is(0), "errors.rule", hasItem("ID_DUPLICATE"));
    }

    @Test
    void a_file_that_is_no_roster_is_answered_in_plain_words() throws IOException {
        problem("x".getBytes(StandardCharsets.UTF_8), "HEADER_MISSING");
        problem(new byte[0], "FILE_EMPTY");
        problem("姓名,证件号码\n甲,1".getBytes(StandardCharsets.UTF_8), "COLUMN_MISSING");
        problem(HEADER.getBytes(StandardCharsets.UTF_8), "NO_ROWS");
        problem(new byte[] {'P', 'K', 3, 4, 0, 0}, "FILE_BROKEN");
        problem(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0}, "FILE_KIND");
        problem((HEADER + "1\n".repeat(RosterFile.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8), "TOO_MANY_ROWS");
        problem(new byte[] {'a', (byte) 0xff, (byte) 0xff, '\n'}, "FILE_ENCODING");
        as("town-operator")
                .contentType("image/png")
                .body(new byte[1])
                .post("/imports")
                .then()
                .statusCode(415);
    }

    @Test
    void whose_village_it_is_not_sees_nothing() throws IOException {
        var made = new ByteArrayOutputStream();
        SampleRoster.write(SampleRoster.sheet(SampleVillage.make()).subList(0, 3), made);
        send("other-town", made.toByteArray(), "?on=2021-09-07")
                .statusCode(201)
                .body("accepted", is(0), "errors.rule", hasItem("AREA_OUT_OF_SCOPE"));
        send("other-town", made.toByteArray(), "?area=" + VILLAGE).statusCode(403);
        send("inspector", made.toByteArray(), "").statusCode(403);
        var id = send("town-operator", made.toByteArray(), "?on=2021-09-07")
                .statusCode(201)
                .extract()
                .<String>path("id");
        as("other-town").get("/imports/" + id).then().statusCode(404).body("code", is("IMPORT_UNKNOWN"));
        apply("other-town", id).statusCode(404);
        as("other-town").get("/figures?area=" + VILLAGE).then().statusCode(403);
    }

    @Test
    void the_template_can_be_filled_in() throws IOException {
        var file = as("town-operator")
                .get("/imports/template.xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var temporary = Files.write(Files.createTempFile("template", ".xlsx"), file);
        var lines = new ArrayList<RosterFile.Line>();
        RosterFile.kind(temporary).read(temporary, lines::add);
        Files.delete(temporary);
        assertThat(lines).hasSize(1);
        assertThat(Header.of(lines.getFirst(), false).columns())
                .hasSize(Column.values().length)
                .doesNotContain(java.util.Optional.empty());
    }

    @Test
    void a_line_without_a_household_and_a_number_that_means_another_family_are_refused() {
        roster("", 41).body("errors.rule", hasItem("HOUSEHOLD_KEY_EMPTY"), "accepted", is(0));
        apply(
                        "town-operator",
                        roster("901", 42).body("accepted", is(1)).extract().path("id"))
                .statusCode(200)
                .body("fresh", is(1));
        roster("901", 43).body("errors.rule", hasItem("HOUSEHOLD_OTHER"), "accepted", is(0), "rejected", is(1));
    }

    @Test
    void a_roster_that_was_rejected_is_applied_no_more() {
        var reason = "误传了上一年度的花名册";
        var line = VILLAGE + ",9999997105,退回," + number("19700101", 64) + ",户主,健康,普通劳动力,初中,,一般户\n";
        var file = (HEADER + line).getBytes(StandardCharsets.UTF_8);
        var id = send("town-operator", file, "?on=2021-09-07")
                .statusCode(201)
                .body("accepted", is(1), "stateZh", is("已预检"))
                .extract()
                .<String>path("id");
        reject("inspector", id, reason).statusCode(403);
        reject("other-town", id, reason).statusCode(404).body("code", is("IMPORT_UNKNOWN"));
        reject("town-operator", id, " ").statusCode(422).body("code", is("REASON_REQUIRED"));
        reject("town-operator", id, reason).statusCode(204);
        reject("town-operator", id, reason).statusCode(204);
        reject("town-operator", id, "另有原因").statusCode(409).body("code", is("IMPORT_REJECTED"));
        apply("town-operator", id).statusCode(409).body("code", is("IMPORT_REJECTED"));
        as("inspector")
                .get("/imports/" + id)
                .then()
                .statusCode(200)
                .body("state", is("REJECTED"), "stateZh", is("已退回"), "reason", is(reason), "done", is(0))
                .body("rejectedBy", is("town-operator"), "rejectedAt", notNullValue(), "appliedAt", nullValue());
        boolean held = Waiting.on(() -> journal.read(session -> ImportStore.held(session, UUID.fromString(id))));
        assertThat(held).isFalse();
        send("town-operator", file, "?on=2021-09-07").statusCode(200).body("id", is(id), "state", is("REJECTED"));
        as("town-operator")
                .get("/households/" + Keys.household("no:9999997105"))
                .then()
                .statusCode(404);

        var corrected =
                send("town-operator", file, "?on=2021-09-08").statusCode(201).body("fresh", is(1));
        apply("town-operator", corrected.extract().path("id")).statusCode(200).body("fresh", is(1));
        reject("town-operator", corrected.extract().path("id"), reason)
                .statusCode(409)
                .body("code", is("IMPORT_APPLIED"));
    }

    @Test
    void a_line_without_its_village_and_a_number_of_two_households_are_named() {
        var rest = ",户主,健康,普通劳动力,初中,,一般户\n";
        var file = HEADER
                + ",9999997101,无村," + number("19700101", 61) + rest
                + VILLAGE + ",9999997102,重甲," + number("19700101", 62) + rest
                + VILLAGE + ",9999997103,重乙," + number("19700101", 62) + rest;
        send("town-operator", file.getBytes(StandardCharsets.UTF_8), "?on=2021-09-07")
                .statusCode(201)
                .body("errors.rule", hasItems("AREA_EMPTY", "ID_IN_TWO_HOUSEHOLDS"));
    }

    @Test
    void a_preview_whose_lines_are_gone_is_sent_in_again() {
        var line = VILLAGE + ",9999997104,再传," + number("19700101", 63) + ",户主,健康,普通劳动力,初中,,一般户\n";
        var file = (HEADER + line).getBytes(StandardCharsets.UTF_8);
        var id = send("town-operator", file, "?on=2021-09-07")
                .statusCode(201)
                .body("accepted", is(1))
                .extract()
                .<String>path("id");
        Waiting.on(() -> journal.once(session -> ImportStore.forget(session, UUID.fromString(id))));
        apply("town-operator", id).statusCode(409).body("code", is("IMPORT_PURGED"));
        send("town-operator", file, "?on=2021-09-07").statusCode(200);
        apply("town-operator", id).statusCode(200).body("fresh", is(1));
    }

    @Test
    void what_is_decided_elsewhere_is_compared_and_who_is_not_named_is_counted() {
        var header =
                "户编号,户主,村,家庭人口,常住人口,监测对象类别,整户无劳动能力兜底保障户,保障身份,家庭位置,军烈属,易地扶贫搬迁,安置点,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,是否接受医疗救助\n";
        var head = ",男甲,%s,户主,健康,普通劳动力,初中,,一般户,是\n".formatted(number("19700101", 51));
        var wife = "9999997001,,,,,,,,,,,,女乙,%s,配偶,健康,普通劳动力,初中,,一般户,否\n".formatted(number("19710101", 52));
        var first = csv(header + "9999997001,别人,外村,3,5人,边缘户,是,低保B档,\"106.156,33.327\",是,是,河东安置点" + head + wife);
        first.body("accepted", is(1), "errorCount", is(0), "warningCount", is(6))
                .body("errors.rule", everyItem(is("DERIVED_DIFFERS")), "errors.row", everyItem(is(2)))
                .body("errors.column", containsInAnyOrder("户主", "村", "家庭人口", "常住人口", "监测对象类别", "整户无劳动能力兜底保障户"))
                .body("errors.hint", hasItems("系统：2人", "系统：非监测对象", "系统：否"));
        apply("town-operator", first.extract().path("id")).statusCode(200).body("fresh", is(1));
        var path = "/households/" + Keys.household("no:9999997001");
        as("town-operator")
                .get(path)
                .then()
                .body("details.longitude", is(106.156f), "details.militaryFamily", is(true))
                .body("relocated", is(true), "details.resettlementSite", is("河东安置点"))
                .body("tags.tag", contains("DIBAO", "DIBAO"), "tags.tagClass", contains("B", "B"))
                .body("members.person.medicalAid", contains(true, false));

        csv(header + "9999997001,男甲,,2,2,,否,低保,106.156 33.327,是,是,河东安置点" + head + wife)
                .body("same", is(1), "errors", empty());

        var second = csv(header + "9999997001,男甲,,2,,无,,低保A类,106.2 33.3,,," + head);
        second.body("changed", is(1), "errors.rule", contains("MEMBERS_MISSING"))
                .body("errors[0].severity", is("WARNING"), "errors[0].hint", is("户编号9999997001：1人"));
        apply("town-operator", second.extract().path("id")).statusCode(200).body("changed", is(1));
        as("town-operator")
                .get(path)
                .then()
                .body("details.longitude", is(106.2f), "tags.tagClass", contains("A", "A"), "members.size()", is(2));
    }

    @Test
    void a_household_that_changed_since_is_not_taken_back() {
        var header = "户编号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,家庭住址,是否享受低保\n";
        var line = "999999710%d,陈%s,%s,户主,健康,普通劳动力,初中,,%s,,%s\n";
        var one = number("19700101", 61);
        var two = number("19700101", 62);
        var later = csv(
                header + line.formatted(1, "一", one, "脱贫户", "是") + line.formatted(2, "二", two, "脱贫户", "否"),
                "2022-03-01");
        apply("town-operator", later.extract().path("id")).statusCode(200).body("fresh", is(2));

        var earlier = csv(
                header + line.formatted(1, "一", one, "一般户", "否") + line.formatted(2, "二", two, "脱贫户", "否"),
                "2021-11-01");
        earlier.body(
                        "accepted",
                        is(1),
                        "same",
                        is(1),
                        "rejected",
                        is(1),
                        "errors.rule",
                        contains("HOUSEHOLD_CHANGED_SINCE"))
                .body("errors[0].row", is(2), "errors[0].hint", is("2022-03-01"), "errors[0].severity", is("ERROR"));
        apply("town-operator", earlier.extract().path("id")).statusCode(200).body("same", is(1), "changed", is(0));
        as("town-operator")
                .get("/households/" + Keys.household("no:9999997101"))
                .then()
                .body("registeredType", is("LIFTED"), "tags.tag", contains("DIBAO"));
    }

    private static ValidatableResponse csv(String text) {
        return csv(text, "2021-09-07");
    }

    private static ValidatableResponse csv(String text, String on) {
        return as("town-operator")
                .contentType("text/csv")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/imports?area=" + NEIGHBOUR + "&on=" + on)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse roster(String sequence, int person) {
        var csv = "户序号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型\n%s,序一,%s,户主,健康,普通劳动力,初中,,一般户\n"
                .formatted(sequence, number("19700101", person));
        return csv(csv);
    }

    private static void problem(byte[] file, String code) {
        as("town-operator")
                .contentType("application/octet-stream")
                .body(file)
                .post("/imports")
                .then()
                .statusCode(422)
                .body("code", is(code), "detail", notNullValue());
    }

    private static ValidatableResponse send(String user, byte[] file, String query) {
        return as(user).contentType("application/octet-stream")
                .body(file)
                .post("/imports" + query)
                .then();
    }

    private static ValidatableResponse apply(String user, String id) {
        return as(user).put("/imports/" + id + "/application").then();
    }

    private static ValidatableResponse reject(String user, String id, String reason) {
        return as(user).contentType("application/json")
                .body(Map.of("reason", reason))
                .put("/imports/" + id + "/rejection")
                .then();
    }

    private static Map<String, List<Long>> figures(String date) {
        var figures = as("town-operator")
                .get("/figures?area=" + VILLAGE + "&date=" + date)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var found = new LinkedHashMap<String, List<Long>>();
        for (var code : List.of("I02", "I03", "I04", "I05", "I06", "I07", "I18", "I19", "I20", "I23", "I24", "POSTS")) {
            var counts = new ArrayList<Long>();
            for (var of : List.of("households", "persons")) {
                var count = figures.get("figures.find { it.code == '" + code + "' }." + of);
                if (count != null) counts.add(((Number) count).longValue());
            }
            found.put(code, counts);
        }
        return found;
    }

    private static Map<String, List<Long>> difference(Map<String, List<Long>> before, Map<String, List<Long>> after) {
        var difference = new LinkedHashMap<String, List<Long>>();
        after.forEach((code, counts) -> {
            var less = new ArrayList<Long>();
            for (var i = 0; i < counts.size(); i++)
                less.add(counts.get(i) - before.get(code).get(i));
            difference.put(code, less);
        });
        return difference;
    }

    private static String number(String born, int sequence) {
        var first = "999999" + born + "7" + sequence;
        return first + SampleNames.check(first);
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Servers.token(user));
    }
}
