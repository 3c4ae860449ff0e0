package org.shouwang.household.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shouwang.household.roster.RosterFile.Line;
import org.shouwang.household.roster.RosterProblem;
import org.shouwang.household.roster.RosterRule;

/** Reads the lines of a department's list: a header in one of the first lines, then a row per person, in any order of columns. */
final class DeliveryFile implements Consumer<Line> {

    private enum Column {
        ID_NO("证件号码", "身份证号", "身份证号码", "公民身份号码"),
        NAME("姓名", "患者姓名", "参保人姓名", "学生姓名"),
        VILLAGE("村代码", "村", "行政村", "村名", "行政村代码", "区划代码"),
        ITEM("指标", "规则", "指标代码", "规则代码"),
        VALUE("数值", "金额", "自付金额", "自付费用");

        private final List<String> headers;

        Column(String... headers) {
            this.headers = List.of(headers);
        }

        /** What stands in brackets behind a header, the unit mostly, does not matter. */
        static Column of(String header) {
            var plain = header.replaceAll("[\\s\\u3000\\u00a0\\ufeff*＊]", "").replaceAll("[(（][^)）]*[)）]$", "");
            return Arrays.stream(values())
                    .filter(c -> c.headers.contains(plain))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final int SEARCHED = 20;

    private final Consumer<DeliveredRow> rows;
    private List<Column> columns;
    private int searched;

    DeliveryFile(Consumer<DeliveredRow> rows) {
        this.rows = rows;
    }

    @Override
    public void accept(Line line) {
        if (columns == null) header(line);
        else row(line);
    }

    private void header(Line line) {
        var found = new ArrayList<Column>();
        for (var text : line.cells()) {
            var column = Column.of(text);
            if (column != null && found.contains(column))
                throw new RosterProblem(RosterRule.COLUMN_TWICE, column.headers.getFirst());
            found.add(column);
        }
        if (found.contains(Column.ID_NO) || found.contains(Column.NAME)) columns = found;
        else if (++searched >= SEARCHED) throw new RosterProblem(RosterRule.HEADER_MISSING);
    }

    private void row(Line line) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (var i = 0; i < Math.min(columns.size(), line.cells().size()); i++) {
            var text = line.cells().get(i).replaceAll("\\p{Cntrl}", "").strip();
            if (columns.get(i) != null && !text.isEmpty()) cells.put(columns.get(i), text);
        }
        if (!cells.isEmpty())
            rows.accept(new DeliveredRow(
                    line.row(),
                    cells.get(Column.ID_NO),
                    cells.get(Column.NAME),
                    cells.get(Column.VILLAGE),
                    cells.get(Column.ITEM),
                    cells.get(Column.VALUE)));
    }

    void end() {
        if (columns == null) throw new RosterProblem(RosterRule.HEADER_MISSING);
    }
}
