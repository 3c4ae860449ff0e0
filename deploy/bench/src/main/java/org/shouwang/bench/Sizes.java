package org.shouwang.bench;

/**
 * How much and how long.
 *
 * @param total seconds that the whole is to take
 * @param warm seconds of a part of a warm-up
 * @param parts of a warm-up at most; it ends when one is hardly faster than the one before
 * @param measured seconds of a measurement
 * @param whole seconds after which a reader of everything is stopped
 * @param patience seconds; what takes longer is measured once, and a roster is cut off
 * @param all events that are read or rebuilt
 * @param feed events that are published at once
 * @param persons of the roster
 * @param scale of what is prepared
 */
record Sizes(
        int rounds,
        int total,
        double warm,
        int parts,
        double measured,
        double whole,
        double patience,
        long all,
        long feed,
        int persons,
        int scale) {

    static final Sizes QUICK = new Sizes(3, 170, 0.3, 1, 0.25, 0.5, 5, 20_000, 10_000, 2_000, 1);
    static final Sizes FULL = new Sizes(3, 1_750, 1.2, 4, 2, 8, 60, 1_000_000, 200_000, 100_000, 8);

    double seconds(Row row) {
        return switch (row) {
            case READ_ALL -> whole;
            case FEED_LAG -> 1 + 2 * scale;
            default -> measured;
        };
    }

    /** Streams that a row prepares, events that are published, or commands that are sent. */
    long of(Row row) {
        return switch (row) {
            case LOAD_20 -> 100L * scale;
            case LOAD_100 -> 30L * scale;
            case LOAD_1000 -> 5L * scale;
            case COMMAND, HTTP -> 256L * scale;
            case FEED -> feed;
            case VISIBLE_IDLE -> 5L + 5 * scale;
            case VISIBLE_100 -> 100L * scale;
            default -> 0;
        };
    }
}
