package org.shouwang.household.roster;

import java.util.Map;

/**
 * One person's line as it stands in the file.
 *
 * @param row as the spreadsheet counts it, from 1
 * @param cells what is filled in, blanks around it cut off
 */
record RosterRow(int row, Map<Column, String> cells) {

    String cell(Column column) {
        return cells.get(column);
    }

    /** The file says that the person belongs to the household no more. */
    boolean left() {
        return cell(Column.STATUS) != null && !"在册".equals(cell(Column.STATUS));
    }
}
