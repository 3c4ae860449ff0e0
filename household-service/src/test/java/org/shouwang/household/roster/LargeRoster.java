package org.shouwang.household.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A roster of any size, four people to a household; and a reader of one that tells how many lines it has, to be run with little memory. */
final class LargeRoster {

    private static final List<String> HEADER = List.of(
            "户编号", "姓名", "证件号码", "与户主关系", "健康状况", "劳动技能", "文化程度", "在校生状况", "户类型", "组", "家庭住址", "是否享受低保", "低保档次");
    private static final List<String> RELATIONS = List.of("户主", "配偶", "之子", "之母");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int AT_ONCE = 1_000;

    private LargeRoster() {}

    static void write(int rows, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var page = workbook.newWorksheet("花名册");
            for (var i = 0; i < HEADER.size(); i++) page.value(0, i, HEADER.get(i));
            for (var row = 1; row <= rows; row++) {
                var cells = line(row - 1);
                for (var i = 0; i < cells.size(); i++) if (!cells.get(i).isEmpty()) page.value(row, i, cells.get(i));
                if (row % AT_ONCE == 0) page.flush();
            }
            workbook.finish();
        }
    }

    private static List<String> line(int i) {
        var household = i / 4;
        var place = i % 4;
        var born = FIRST.plusDays(i % 12_000);
        var first = "999999%04d%02d%02d%03d"
                .formatted(
                        born.getYear(),
                        born.getMonthValue(),
                        born.getDayOfMonth(),
                        2 * (100 + i / 12_000) + (place % 2 == 0 ? 1 : 0));
        return List.of(
                "L" + household,
                "试" + i,
                first + SampleNames.check(first),
                RELATIONS.get(place),
                "健康",
                "普通劳动力",
                "初中",
                "",
                household % 3 == 0 ? "脱贫户" : "一般户",
                Integer.toString(1 + household % 20),
                "试验路" + household + "号",
                place == 3 ? "是" : "",
                place == 3 ? "C" : "");
    }

    public static void main(String[] arguments) {
        var lines = new int[1];
        var file = Path.of(arguments[0]);
        RosterFile.kind(file).read(file, _ -> lines[0]++);
        System.out.println(lines[0]);
    }
}
