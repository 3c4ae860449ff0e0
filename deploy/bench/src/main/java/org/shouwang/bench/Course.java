package org.shouwang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.shouwang.bench.Results.Cell;

/** How a run goes: what it has found so far, how long that took, and what it says on the way. */
final class Course {

    private final Results results = new Results();
    private final List<String> notes = new ArrayList<>();
    private final Map<Row, Long> took = new EnumMap<>(Row.class);
    private final long begun = System.nanoTime();

    Results results() {
        return results;
    }

    /** What a reader of the report has to know beside the figures. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    void note(String line) {
        notes.add(line);
    }

    /** @param round 0 is the warm-up, which does not count */
    void found(int round, Cell cell, Measured measured) {
        if (round > 0) results.add(cell, measured);
        say("%s  %-15s %3d  %-5s  %,12.1f %s/s  p50 %,.0f  p99 %,.0f µs"
                .formatted(
                        round == 0 ? "warm-up" : "round " + round,
                        cell.row().label(),
                        cell.callers(),
                        cell.subject().label(),
                        measured.perSecond(),
                        cell.row().unit,
                        measured.p50Micros(),
                        measured.p99Micros()));
    }

    /** @param from by {@link System#nanoTime()} */
    void spent(Row row, long from) {
        took.merge(row, System.nanoTime() - from, Long::sum);
    }

    String spent() {
        return took.entrySet().stream()
                .map(row -> row.getKey().label() + " " + TimeUnit.NANOSECONDS.toSeconds(row.getValue()) + " s")
                .collect(Collectors.joining(", ", "spent on ", ""));
    }

    /** Since the run began. */
    long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    synchronized void say(String line) {
        System.out.printf(Locale.ROOT, "%4d s  %s%n", seconds(), line);
    }
}
