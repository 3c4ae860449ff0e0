package org.shouwang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All measurements of a run; what counts is the median over the rounds. */
final class Results {

    /** A place in the table. */
    record Cell(Row row, int callers, Subject subject) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::row).thenComparing(Cell::callers).thenComparing(Cell::subject);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Cell, List<Measured>> rounds = new TreeMap<>();

    private double idle;

    /** Resident MiB of a service that has nothing to do. */
    Optional<Double> idle() {
        return Optional.of(idle).filter(found -> found > 0);
    }

    void idle(double mebibytes) {
        idle = mebibytes;
    }

    void add(Cell cell, Measured measured) {
        rounds.computeIfAbsent(cell, _ -> new ArrayList<>()).add(measured);
    }

    /** In the order of the table. */
    List<Cell> cells() {
        return List.copyOf(rounds.keySet());
    }

    /** All that there is to measure, in the order of the table. */
    static Stream<Cell> everything() {
        return Arrays.stream(Row.values()).flatMap(row -> row.callers.stream()
                .flatMap(callers -> row.subjects.stream().map(subject -> new Cell(row, callers, subject))));
    }

    /** What of all that was measured in fewer rounds than these. */
    List<Cell> wanting(int wanted) {
        return everything()
                .filter(cell -> rounds.getOrDefault(cell, List.of()).size() < wanted)
                .toList();
    }

    Optional<Measured> median(Row row, int callers, Subject subject) {
        return Optional.ofNullable(rounds.get(new Cell(row, callers, subject)))
                .map(all -> new Measured(
                        (long) middle(all, Measured::counted),
                        middle(all, Measured::perSecond),
                        middle(all, Measured::p50Micros),
                        middle(all, Measured::p99Micros),
                        new Used(
                                middle(all, m -> m.used().client()),
                                middle(all, m -> m.used().subject()),
                                middle(all, m -> m.used().postgresql()))));
    }

    /** The largest of all rounds, where no round may be worse. */
    Optional<Double> most(Row row, Subject subject, ToDoubleFunction<Measured> value) {
        return Optional.ofNullable(rounds.get(new Cell(row, 1, subject)))
                .map(all -> all.stream().mapToDouble(value).max().orElseThrow());
    }

    private static double middle(List<Measured> all, ToDoubleFunction<Measured> value) {
        var sorted = all.stream().mapToDouble(value).sorted().toArray();
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
