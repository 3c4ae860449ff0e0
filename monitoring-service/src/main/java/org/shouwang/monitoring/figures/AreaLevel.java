package org.shouwang.monitoring.figures;

/** The levels of the area tree by the digits of their codes. */
enum AreaLevel {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12);

    private final int digits;

    AreaLevel(int digits) {
        this.digits = digits;
    }

    int digits() {
        return digits;
    }
}
