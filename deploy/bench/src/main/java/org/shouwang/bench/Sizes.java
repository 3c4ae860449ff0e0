package org.shouwang.bench;

/**
 * How much and how long.
 *
 * @param warm seconds of a warm-up
 * @param measured seconds of a measurement
 * @param whole seconds after which a reader of everything is stopped
 * @param patience seconds; what takes longer is measured once
 * @param all events that are read or rebuilt
 * @param scale of what is prepared
 */
record Sizes(int rounds, double warm, double measured, double whole, double patience, long all, int scale) {

    static final Sizes QUICK = new Sizes(2, 0.4, 0.4, 3, 10, 50_000, 1);
    static final Sizes FULL = new Sizes(3, 3, 4, 15, 60, 1_000_000, 8);

    double seconds(Row row) {
        return row == Row.READ_ALL ? whole : measured;
    }

    /** Streams that a row prepares. */
    long of(Row row) {
        return switch (row) {
            case LOAD_20 -> 100L * scale;
            case LOAD_100 -> 30L * scale;
            case LOAD_1000 -> 5L * scale;
            case COMMAND -> 256L * scale;
            default -> 0;
        };
    }
}
