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
    APPEND_10M("events", EnumSet.of(RAW, OURS), 32);

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

    static Optional<Row> of(String label) {
        return Arrays.stream(values()).filter(row -> row.label().equals(label)).findFirst();
    }

    private static Set<Subject> all() {
        return EnumSet.allOf(Subject.class);
    }
}
