package org.shouwang.household.roster;

import org.shouwang.eventsourcing.Decision.Reason;

/**
 * What is wrong with a roster, and where. Never holds what stands in the cell.
 *
 * @param row as the spreadsheet counts it, from 1; 0 where it concerns the whole file
 * @param column its header; null where it concerns the whole row
 * @param error keeps the household out; otherwise only shown
 * @param hint the words that are allowed, the row that it clashes with, or how it stands here; may be null
 */
record Issue(int row, String column, Reason rule, boolean error, String hint) {

    static Issue of(int row, Column column, RosterRule rule, String hint) {
        return new Issue(row, column == null ? null : column.header(), rule, rule.error(), hint);
    }

    static Issue of(int row, Column column, RosterRule rule) {
        return of(row, column, rule, null);
    }

    boolean at(int otherRow, Column otherColumn) {
        return row == otherRow && otherColumn.header().equals(column);
    }
}
