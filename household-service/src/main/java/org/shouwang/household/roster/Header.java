package org.shouwang.household.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwang.household.roster.RosterFile.Line;

/** Which column of the file holds what; found in one of its first lines, titles above it are passed over. */
record Header(int row, List<Optional<Column>> columns, List<Issue> issues) {

    static final int SEARCHED = 20;

    private static final int SHOWN = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final List<Column> REQUIRED = List.of(
            Column.NAME,
            Column.ID_NO,
            Column.RELATION,
            Column.HEALTH,
            Column.LABOUR,
            Column.REGISTERED_TYPE,
            Column.EDUCATION,
            Column.STUDENT);

    private static final List<Column> MONTHS = List.of(Column.WORK_MONTHS, Column.POST_MONTHS);
    private static final Set<Optional<Column>> BASIC_MEDICAL =
            Set.of(Optional.of(Column.RESIDENT_MEDICAL), Optional.of(Column.EMPLOYEE_MEDICAL));

    static boolean isHeader(Line line) {
        var found =
                line.cells().stream().map(Column::of).flatMap(Optional::stream).toList();
        return found.contains(Column.NAME) && found.contains(Column.ID_NO);
    }

    /** @param areaGiven the village is named with the import, so that the file need not name it */
    static Header of(Line line, boolean areaGiven) {
        var issues = new ArrayList<Issue>();
        var columns = new ArrayList<Optional<Column>>();
        for (var text : line.cells()) {
            var column = Column.of(text);
            if (column.isPresent() && columns.contains(column))
                throw new RosterProblem(RosterRule.COLUMN_TWICE, column.get().header());
            columns.add(column);
            if (column.isEmpty()
                    && !text.isBlank()
                    && Column.PASSED_OVER.stream()
                            .noneMatch(h -> Column.plain(h).equals(Column.plain(text))))
                issues.add(new Issue(line.row(), shown(text), RosterRule.COLUMN_UNKNOWN, false, null));
        }
        var present = columns.stream().flatMap(Optional::stream).toList();
        var missing = new ArrayList<>(REQUIRED.stream()
                .filter(c -> !present.contains(c))
                .map(Column::header)
                .toList());
        if (!present.contains(Column.HOUSEHOLD_NO) && !present.contains(Column.HOUSEHOLD_SEQ)) missing.add("户编号或户序号");
        if (!present.contains(Column.AREA_CODE) && !areaGiven) missing.add(Column.AREA_CODE.header());
        if (!missing.isEmpty()) throw new RosterProblem(RosterRule.COLUMN_MISSING, String.join("、", missing));
        return new Header(line.row(), List.copyOf(columns), List.copyOf(issues));
    }

    /**
     * The line as a person's; empty where nothing that is read stands in it. Where the file has a column for months, a blank in it is a
     * nought: that person does not work away, or holds no post. Where it has both columns for basic medical insurance, a line that says
     * nothing of any insurance is told to be without an answer.
     */
    Optional<RosterRow> read(Line line) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (var i = 0; i < columns.size(); i++) {
            var text = i < line.cells().size() ? clean(line.cells().get(i)) : "";
            var column = columns.get(i);
            if (!text.isEmpty()) column.ifPresent(c -> cells.put(c, text));
        }
        if (cells.isEmpty()) return Optional.empty();
        for (var months : MONTHS) if (columns.contains(Optional.of(months))) cells.putIfAbsent(months, "0");
        if (columns.containsAll(BASIC_MEDICAL) && PersonReader.insurancesBlank(cells))
            cells.put(Column.RESIDENT_MEDICAL, PersonReader.UNANSWERED);
        return Optional.of(new RosterRow(line.row(), cells));
    }

    private static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("").strip();
    }

    private static String shown(String header) {
        var text = clean(header);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
