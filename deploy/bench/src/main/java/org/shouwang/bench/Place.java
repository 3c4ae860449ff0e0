package org.shouwang.bench;

import static org.shouwang.bench.Row.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that share a database and a process, one of each for every subject.
 *
 * @param suffix of the databases' names
 * @param fill events that are there before; 0 for none
 */
record Place(String suffix, Set<Row> rows, Set<Subject> subjects, long fill) {

    /**
     * Places that are measured together: their processes run at the same time, and take turns.
     *
     * @param share of the whole run's time, after which no further round begins
     */
    record Step(double share, List<Place> places) {}

    /** What hears of the events of this one's subject is a process beside it. */
    static final String SEEN = "_seen";

    static final String FED = "_fed";

    private static final Set<Row> SHORT =
            EnumSet.of(APPEND, APPEND_EXPLICIT, APPEND_BATCH, LOAD_20, LOAD_100, LOAD_1000, COMMAND, HTTP);
    private static final Set<Row> WHOLE = EnumSet.of(READ_ALL, REBUILD, REBUILD_EACH, COMMAND_UNREAD);
    private static final int FEW = 100_000;
    private static final int MANY = 10_000_000;

    Place {
        rows = EnumSet.copyOf(rows);
        subjects = EnumSet.copyOf(subjects);
    }

    private static Place of(String suffix, Set<Row> rows, long fill) {
        return new Place(suffix, rows, EnumSet.allOf(Subject.class), fill);
    }

    /** Everything but the large tables, in its order. A quick run reads everything where it appended. */
    static List<Step> first(boolean quick, Sizes sizes) {
        var fed = new Step(0.7, List.of(of(FED, EnumSet.of(FEED, FEED_LAG), 0)));
        var seen = new Step(0.75, List.of(of(SEEN, EnumSet.of(VISIBLE_IDLE, VISIBLE_100), 0)));
        if (!quick)
            return List.of(
                    new Step(0.5, List.of(of("", SHORT, 0))),
                    new Step(0.65, List.of(of("_whole", WHOLE, sizes.all()))),
                    fed,
                    seen);
        var both = EnumSet.copyOf(SHORT);
        both.addAll(WHOLE);
        return List.of(new Step(0.5, List.of(of("", both, sizes.all()))), fed, seen);
    }

    /** Large tables; two subjects at a time, because PostgreSQL takes 200 connections and each process has 32. */
    static List<Step> large() {
        return List.of(
                large(0.9, EnumSet.of(Subject.RAW, Subject.OURS)), large(1, EnumSet.of(Subject.AXON, Subject.PEKKO)));
    }

    private static Step large(double share, Set<Subject> subjects) {
        return new Step(
                share,
                List.of(
                        new Place("_few", EnumSet.of(APPEND_100K), subjects, FEW),
                        new Place("_many", EnumSet.of(APPEND_10M), subjects, MANY)));
    }

    String database(Subject subject) {
        return subject.label() + suffix;
    }
}
