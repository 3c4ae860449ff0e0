package org.shouwang.household.income;

import java.math.BigDecimal;
import org.shouwang.eventsourcing.Personal;

/**
 * One line of the income sheet.
 *
 * @param code as on the form, {@code A1} or {@code D5a}
 * @param amount yuan, not negative; two digits
 * @param remark how it came about, in the clerk's words; may be null
 */
public record IncomeLine(String code, BigDecimal amount, Remark remark) {

    /** May name people. */
    public record Remark(String text) implements Personal {}
}
