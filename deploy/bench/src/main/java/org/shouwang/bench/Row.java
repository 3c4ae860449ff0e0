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
    /** Not in the JSON: {@link #COMMAND} on streams that nobody has read lately. */
    COMMAND_UNREAD("commands", all(), 32),
    FEED("events", EnumSet.of(OURS), 1),
    /** Not in the JSON: how far the feed is behind; its p99 is the longest. */
    FEED_LAG(2_000, "events"),
    VISIBLE_IDLE(10, "commands"),
    VISIBLE_100(100, "commands"),
    HTTP("commands", EnumSet.of(OURS), 32),
    IMPORT("persons", EnumSet.of(OURS), 1),
    /** Not in the JSON: of household-service's largest read model, after the imports. */
    REBUILD_HOUSEHOLD("events", EnumSet.of(OURS), 1),
    /** Not in the JSON: {@link #APPEND_10M} compares with it, in a table that was filled in the same way. */
    APPEND_100K("events", all(), 32),
    APPEND_10M("events", all(), 32),
    START("starts", EnumSet.of(OURS), 1);

    /** A warm-up of {@link #VISIBLE_IDLE} and {@link #VISIBLE_100} is so many times as fast as what is measured. */
    static final int HASTE = 5;

    private static final Set<Row> UNLISTED =
            EnumSet.of(APPEND_EXPLICIT, REBUILD_EACH, COMMAND_UNREAD, FEED_LAG, REBUILD_HOUSEHOLD, APPEND_100K);

    /** Of {@link Measured#perSecond()}. */
    final String unit;

    final Set<Subject> subjects;
    final List<Integer> callers;

    /** Commands/s that are sent whatever became of those before; 0: each caller waits for its answer. */
    final int pace;

    Row(String unit, Set<Subject> subjects, Integer... callers) {
        this(0, unit, subjects, callers);
    }

    Row(int pace, String unit) {
        this(pace, unit, EnumSet.of(OURS), 1);
    }

    Row(int pace, String unit, Set<Subject> subjects, Integer... callers) {
        this.pace = pace;
        this.unit = unit;
        this.subjects = subjects;
        this.callers = List.of(callers);
    }

    /** The pace of a warm-up: a few commands a second would take minutes to be compiled. */
    int warmPace() {
        return this == VISIBLE_IDLE || this == VISIBLE_100 ? pace * HASTE : pace;
    }

    /** How fast it went: by the second, or by the call where the second is given. Units differ from row to row. */
    double speed(Measured measured) {
        return pace == 0 ? measured.perSecond() : 1 / measured.p50Micros();
    }

    /** As the results and the command line name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it stands in the JSON. */
    boolean listed() {
        return !UNLISTED.contains(this);
    }

    static Optional<Row> of(String label) {
        return Arrays.stream(values()).filter(row -> row.label().equals(label)).findFirst();
    }

    private static Set<Subject> all() {
        return EnumSet.allOf(Subject.class);
    }
}
