package org.shouwang.bench;

import static org.shouwang.bench.Subject.OURS;
import static org.shouwang.bench.Subject.RAW;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is measured. */
enum Row {
    APPEND("events", all(), 1, 8, 32, 128),
    /** Not in the JSON: what the one-caller target of {@link #APPEND} compares with. */
    APPEND_EXPLICIT("events", EnumSet.of(RAW), 1, 8, 32),
    APPEND_BATCH("events", all(), 1, 8),
    LOAD_20("events", all(), 1),
    LOAD_100("events", all(), 1, 8),
    LOAD_1000("events", all(), 1),
    COMMAND("commands", all(), 1, 8, 32),
    READ_ALL("events", all(), 1),
    REBUILD("events", EnumSet.of(OURS), 1),
    /** Not in the JSON: of a read model with a row for each event. */
    REBUILD_EACH("events", EnumSet.of(OURS), 1),
    FEED("events", EnumSet.of(OURS), 1),
    /** Not in the JSON: how far the feed is behind at 2,000 commands/s; its p99 is the longest. */
    FEED_LAG("events", EnumSet.of(OURS), 1),
    VISIBLE_IDLE("commands", EnumSet.of(OURS), 1),
    VISIBLE_100("commands", EnumSet.of(OURS), 1),
    HTTP("commands", EnumSet.of(OURS), 32),
    IMPORT("persons", EnumSet.of(OURS), 1),
    /** Not in the JSON: {@link #APPEND_10M} compares with it, in a table that was filled in the same way. */
    APPEND_100K("events", EnumSet.of(RAW, OURS), 32),
    APPEND_10M("events", EnumSet.of(RAW, OURS), 32),
    START("starts", EnumSet.of(OURS), 1);

    /** Of {@link Measured#perSecond()}. */
    final String unit;

    final Set<Subject> subjects;
    final List<Integer> callers;

    Row(String unit, Set<Subject> subjects, Integer... callers) {
        this.unit = unit;
        this.subjects = subjects;
        this.callers = List.of(callers);
    }

    /** As the results and the command line name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it stands in the JSON. */
    boolean listed() {
        return this != APPEND_EXPLICIT && this != REBUILD_EACH && this != FEED_LAG && this != APPEND_100K;
    }

    static Optional<Row> of(String label) {
        return Arrays.stream(values()).filter(row -> row.label().equals(label)).findFirst();
    }

    private static Set<Subject> all() {
        return EnumSet.allOf(Subject.class);
    }
}
