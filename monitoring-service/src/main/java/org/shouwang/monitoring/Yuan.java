package org.shouwang.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money: yuan with two digits, halves rounded up. */
public final class Yuan {

    private Yuan() {}

    /** A number as the database driver gives it; null stays null. */
    public static BigDecimal of(Object column) {
        return column == null ? null : new BigDecimal(column.toString()).setScale(2, RoundingMode.HALF_UP);
    }
}
