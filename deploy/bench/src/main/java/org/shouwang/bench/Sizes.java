package org.shouwang.bench;

/**
 * How much and how long.
 *
 * @param total seconds that the whole is to take
 * @param warm how appends, loads and commands are warmed up
 * @param warmHttp the row {@code http}
 * @param warmPaced rows with a pace
 * @param warmLarge appends to the filled tables, whose processes do nothing else
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
        WarmUp warm,
        WarmUp warmHttp,
        WarmUp warmPaced,
        WarmUp warmLarge,
        double measured,
        double whole,
        double patience,
        long all,
        long feed,
        int persons,
        int scale) {

    static final Sizes QUICK = new Sizes(
            3,
            170,
            new WarmUp(0.3, 1, 1),
            new WarmUp(0.3, 2, 3),
            new WarmUp(1, 2, 3),
            new WarmUp(0.3, 1, 1),
            0.25,
            0.5,
            5,
            20_000,
            10_000,
            2_000,
            1);
    static final Sizes FULL = new Sizes(
            3,
            1_785,
            new WarmUp(1.2, 2, 4),
            new WarmUp(1.2, 3, 6),
            new WarmUp(4, 2, 4),
            new WarmUp(1.2, 3, 7),
            2,
            6,
            60,
            1_000_000,
            200_000,
            100_000,
            8);

    /** What is one long call is not worth it. */
    WarmUp warmUp(Row row) {
        return switch (row) {
            case REBUILD, REBUILD_EACH, IMPORT, REBUILD_HOUSEHOLD -> WarmUp.NONE;
            case READ_ALL, FEED, START -> warm.once();
            case FEED_LAG, VISIBLE_IDLE, VISIBLE_100 -> warmPaced;
            case HTTP -> warmHttp;
            case APPEND_100K, APPEND_10M -> warmLarge;
            default -> warm;
        };
    }

    double seconds(Row row) {
        return switch (row) {
            case READ_ALL -> whole;
            case FEED_LAG -> 1 + 2 * scale;
            case VISIBLE_IDLE -> (1 + scale) / 2.0;
            case VISIBLE_100 -> scale;
            default -> measured;
        };
    }

    /** Streams that a row prepares, each time anew for commands, or events that are published. */
    long of(Row row, boolean warm) {
        return switch (row) {
            case LOAD_20 -> 100L * scale;
            case LOAD_100 -> 30L * scale;
            case LOAD_1000 -> 5L * scale;
            case COMMAND, HTTP -> (warm ? 128L : 256L) * scale;
            case FEED -> feed;
            default -> 0;
        };
    }

    /** One long call that was measured before. */
    boolean tooLong(Results.Cell cell, Results results) {
        return warmUp(cell.row()) == WarmUp.NONE
                && results.median(cell.row(), cell.callers(), cell.subject())
                        .filter(m -> m.p50Micros() > patience * 1e6)
                        .isPresent();
    }
}
