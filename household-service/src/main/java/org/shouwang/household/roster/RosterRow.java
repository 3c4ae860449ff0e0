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
}
