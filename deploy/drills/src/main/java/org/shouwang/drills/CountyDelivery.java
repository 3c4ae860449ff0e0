package org.shouwang.drills;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A department's list of a month, and what has to come of each of its rows.
 *
 * @param file as a csv file, else as JSON
 */
record CountyDelivery(String dept, String item, String period, LocalDate on, boolean file, List<Row> rows) {

    enum Expected {
        HIT,
        MISS,
        /** On record nowhere. */
        UNMATCHED,
        /** The check character is wrong. */
        FAULTY
    }

    /** @param value in fen; 0: the row itself is the fact @param household its number, -1: nobody's */
    record Row(String idNo, long value, int household, Expected expected) {

        String yuan() {
            return String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
        }
    }

    long count(Expected expected) {
        return rows.stream().filter(row -> row.expected() == expected).count();
    }

    String name() {
        return dept + " " + period;
    }

    String csv() {
        var lines = new ArrayList<>(List.of("证件号码,数值"));
        rows.forEach(row -> lines.add(row.idNo() + "," + (row.value() == 0 ? "" : row.yuan())));
        return String.join("\n", lines) + "\n";
    }

    String json() {
        return """
                {"dept":"%s","area":"%s","period":"%s","item":"%s","on":"%s","rows":[%s]}""".formatted(
                        dept,
                        County.CODE,
                        period,
                        item,
                        on,
                        rows.stream()
                                .map(row -> "{\"idNo\":\"%s\"%s}"
                                        .formatted(row.idNo(), row.value() == 0 ? "" : ",\"value\":" + row.yuan()))
                                .collect(Collectors.joining(",")));
    }
}
