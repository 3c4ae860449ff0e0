package org.shouwang.bench;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwang.bench.Results.Cell;

/** The results as Markdown for readers and as JSON for programs. */
record Report(Results results, List<String> preamble, List<String> notes, Sizes sizes) {

    private static final List<Subject> PEERS = List.of(Subject.RAW, Subject.AXON, Subject.PEKKO);

    String markdown() {
        return "# Results\n\n" + preamble.stream().map(line -> line + "\n").collect(joining()) + "\n## Figures\n\n"
                + table()
                + (notes.isEmpty()
                        ? ""
                        : "\n" + notes.stream().map(line -> "- " + line + "\n").collect(joining()))
                + "\n## Processor time\n\n" + used() + "\n" + Explanation.of(sizes) + "\n## Figures to reach\n\n"
                + targets();
    }

    /** The rows by themselves. */
    String table() {
        var out = new StringBuilder(
                "| row | callers | raw | Axon | Pekko | ours | ours/raw | ours/Axon | ours/Pekko |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        results.cells().stream()
                .map(cell -> new Cell(cell.row(), cell.callers(), Subject.RAW))
                .distinct()
                .forEach(cell -> out.append("| %s, %s/s | %d | %s | %s |\n"
                        .formatted(
                                cell.row().label(),
                                cell.row().unit,
                                cell.callers(),
                                Arrays.stream(Subject.values())
                                        .map(subject -> figure(cell, subject))
                                        .collect(joining(" | ")),
                                PEERS.stream().map(peer -> ratio(cell, peer)).collect(joining(" | ")))));
        return out.toString();
    }

    private String figure(Cell cell, Subject subject) {
        return results.median(cell.row(), cell.callers(), subject)
                .map(m -> String.format(
                        Locale.ROOT, "%,.0f (%,.0f / %,.0f)", m.perSecond(), m.p50Micros(), m.p99Micros()))
                .orElse("");
    }

    private String ratio(Cell cell, Subject peer) {
        return results.median(cell.row(), cell.callers(), Subject.OURS)
                .flatMap(ours -> results.median(cell.row(), cell.callers(), peer)
                        .map(theirs -> String.format(Locale.ROOT, "%.2f", ours.perSecond() / theirs.perSecond())))
                .orElse("");
    }

    /** Of ours and of raw, for each row that is metered. */
    private String used() {
        return "| row | callers | subject | client µs | JVM µs | PostgreSQL µs | cores busy |\n|---|---:|---|---:|---:|---:|---:|\n"
                + results.cells().stream()
                        .filter(cell -> cell.subject() == Subject.OURS || cell.subject() == Subject.RAW)
                        .map(this::used)
                        .collect(joining());
    }

    private String used(Cell cell) {
        var median = results.median(cell.row(), cell.callers(), cell.subject()).orElseThrow();
        var used = median.used();
        var all = used.client() + used.subject() + used.postgresql();
        return all == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %s | %.1f | %.1f | %.2f |%n",
                        cell.row().label(),
                        cell.callers(),
                        cell.subject().label(),
                        used.client() == 0 ? "" : String.format(Locale.ROOT, "%.1f", used.client()),
                        used.subject(),
                        used.postgresql(),
                        all * median.perSecond() / 1e6);
    }

    private String targets() {
        var out = new StringBuilder("| figure | wanted | found | reached |\n|---|---:|---:|---|\n");
        for (var target : Target.ALL)
            out.append("| %s | %s %s | %s | %s |\n"
                    .formatted(
                            target.what(),
                            target.atLeast() ? "≥" : "≤",
                            number(target.bound()),
                            target.found(results)
                                    .map(found -> found(found, target.bound()))
                                    .orElse(""),
                            target.found(results)
                                    .map(found -> target.reached(found) ? "yes" : "**no**")
                                    .orElse("not measured")));
        return out.toString();
    }

    /** With a place more where it would read like the bound. */
    private static String found(double found, double bound) {
        return found < 100 && Math.abs(found - bound) < 0.005
                ? String.format(Locale.ROOT, "%.3f", found)
                : number(found);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    /** An array of {row, subject, callers, perSecond, p50Micros, p99Micros}. */
    String json() throws JsonProcessingException {
        var all = results.cells().stream()
                .filter(cell -> cell.row().listed())
                .map(cell -> {
                    var m = results.median(cell.row(), cell.callers(), cell.subject())
                            .orElseThrow();
                    var entry = new java.util.LinkedHashMap<String, Object>();
                    entry.put("row", cell.row().label());
                    entry.put("subject", cell.subject().label());
                    entry.put("callers", cell.callers());
                    entry.put("perSecond", tenths(m.perSecond()));
                    entry.put("p50Micros", tenths(m.p50Micros()));
                    entry.put("p99Micros", tenths(m.p99Micros()));
                    return (Map<String, Object>) entry;
                })
                .toList();
        var json = new ObjectMapper();
        var lines = new java.util.ArrayList<String>();
        for (var entry : all) lines.add("  " + json.writeValueAsString(entry));
        return "[\n" + String.join(",\n", lines) + "\n]\n";
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
