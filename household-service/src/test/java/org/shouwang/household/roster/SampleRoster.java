package org.shouwang.household.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** The sample village as the workbook that a clerk would send, and the little that is known of it beside its roster. */
final class SampleRoster {

    static final Path FOLDER = Path.of("..", "deploy", "sample");
    static final Path ROSTER = FOLDER.resolve("青岗坪村花名册.xlsx");
    static final Path ASSISTANCE = FOLDER.resolve("assistance.json");
    private static final String TITLE = "略阳县徐家坪镇青岗坪村农户花名册（2021年9月）";
    private static final List<String> FIRST = List.of("序号", "县", "乡镇", "村", "户主");
    private static final List<Column> LEFT_OUT = List.of(
            Column.VILLAGE,
            Column.HOUSEHOLD_SEQ,
            Column.HEAD,
            Column.MONITORED_TYPE,
            Column.STANDING,
            Column.NO_LABOUR,
            Column.LOCATION,
            Column.PERSONS,
            Column.RESIDENTS,
            Column.LONGITUDE,
            Column.LATITUDE,
            Column.REGISTERED_POPULATION,
            Column.MILITARY,
            Column.COLLECTOR,
            Column.COLLECTOR_PHONE,
            Column.BIRTH_DATE,
            Column.DROPOUT,
            Column.WORK_ABROAD,
            Column.EMPLOYER,
            Column.COMMERCIAL_MEDICAL,
            Column.EMPLOYEE_PENSION,
            Column.DIBAO_EDGE,
            Column.MEDICAL_AID,
            Column.DISABILITY_KIND,
            Column.DISABILITY_LEVEL,
            Column.STATUS);

    private SampleRoster() {}

    static List<Column> columns() {
        return List.of(Column.values()).stream()
                .filter(c -> !LEFT_OUT.contains(c))
                .toList();
    }

    /** All cells of the sheet, title and header included. */
    static List<List<String>> sheet(List<SampleHousehold> village) {
        var sheet = new ArrayList<List<String>>();
        sheet.add(List.of(TITLE));
        var header = new ArrayList<>(FIRST);
        columns().forEach(c -> header.add(c.header()));
        sheet.add(header);
        for (var household : village)
            for (var line : household.lines()) {
                var cells = new ArrayList<>(
                        List.of(Integer.toString(sheet.size() - 1), "略阳县", "徐家坪镇", "青岗坪村", household.head().name));
                columns().forEach(c -> cells.add(line.getOrDefault(c, "")));
                sheet.add(cells);
            }
        return sheet;
    }

    /** Which households (户编号) took part in which measure (帮扶措施) before the day of the roster. */
    static Map<String, List<String>> assistance(List<SampleHousehold> village) {
        var unstable = village.stream().filter(h -> h.people.size() == 8).toList();
        var able = village.stream()
                .filter(h -> h.lifted
                        && !h.tekun()
                        && h.people.size() < 8
                        && h.people.stream().anyMatch(SamplePerson::works))
                .toList();
        var measures = new java.util.LinkedHashMap<String, List<String>>();
        measures.put("M01", every(able, 0));
        measures.put("M03", every(able, 4));
        measures.put("M04", numbers(unstable));
        measures.put("M10", numbers(unstable));
        return measures;
    }

    private static List<String> every(List<SampleHousehold> able, int from) {
        var chosen = new ArrayList<SampleHousehold>();
        for (var i = from; chosen.size() < 6; i += 8) chosen.add(able.get(i));
        return numbers(chosen);
    }

    private static List<String> numbers(List<SampleHousehold> households) {
        return households.stream().map(SampleHousehold::householdNo).toList();
    }

    static void write(List<List<String>> sheet, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "shouwang", "1.0")) {
            var page = workbook.newWorksheet("花名册");
            for (var row = 0; row < sheet.size(); row++)
                for (var column = 0; column < sheet.get(row).size(); column++) {
                    var text = sheet.get(row).get(column);
                    if (text.isEmpty()) continue;
                    if (row > 1 && text.length() < 4 && text.matches("[1-9][0-9]*"))
                        page.value(row, column, Integer.valueOf(text));
                    else page.value(row, column, text);
                }
            page.range(0, 0, 0, sheet.get(1).size() - 1).merge();
            page.range(0, 0, 0, sheet.get(1).size() - 1)
                    .style()
                    .bold()
                    .fontSize(16)
                    .horizontalAlignment("center")
                    .set();
            page.range(1, 0, 1, sheet.get(1).size() - 1)
                    .style()
                    .bold()
                    .fillColor("DDEBF7")
                    .wrapText(true)
                    .set();
            page.freezePane(0, 2);
            workbook.finish();
        }
    }

    static void save(List<SampleHousehold> village) throws IOException {
        Files.createDirectories(FOLDER);
        try (var out = Files.newOutputStream(ROSTER)) {
            write(sheet(village), out);
        }
        Files.writeString(ASSISTANCE, json(assistance(village)));
    }

    static String json(Map<String, List<String>> measures) {
        var lines = measures.entrySet().stream()
                .map(e -> "    \"" + e.getKey() + "\": ["
                        + String.join(
                                ", ",
                                e.getValue().stream().map(n -> "\"" + n + "\"").toList()) + "]")
                .toList();
        return "{\n  \"area\": \"" + SampleVillage.VILLAGE + "\",\n  \"on\": \"" + SampleVillage.ON
                + "\",\n  \"unstable\": \"" + measures.get("M10").getFirst() + "\",\n  \"measures\": {\n"
                + String.join(",\n", lines) + "\n  }\n}\n";
    }
}
