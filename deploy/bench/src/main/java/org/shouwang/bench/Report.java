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
record Report(Results results, List<String> preamble, List<String> seen) {

    private static final List<Subject> PEERS = List.of(Subject.RAW, Subject.AXON, Subject.PEKKO);

    String markdown() {
        return "# Results\n\n" + preamble.stream().map(line -> line + "\n").collect(joining()) + "\n## Figures\n\n"
                + table()
                + (seen.isEmpty()
                        ? ""
                        : "\n" + seen.stream().map(line -> "- " + line + "\n").collect(joining()))
                + "\n" + NOTES + "\n## Figures to reach\n\n" + targets();
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

    private String targets() {
        var out = new StringBuilder("| figure | wanted | found | reached |\n|---|---:|---:|---|\n");
        for (var target : Target.ALL)
            out.append("| %s | %s %s | %s | %s |\n"
                    .formatted(
                            target.what(),
                            target.atLeast() ? "≥" : "≤",
                            number(target.bound()),
                            target.found(results).map(Report::number).orElse(""),
                            target.found(results)
                                    .map(found -> target.reached(found) ? "yes" : "**no**")
                                    .orElse("not measured")));
        return out.toString();
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

    private static final String NOTES = """
            ## How to read them

            A figure is the median of the rounds: what is counted per second, and in parentheses p50 / p99 of one call in microseconds. Subjects take turns
            within each round, each in a process of its own with the same heap and 32 connections; client and server share the machine. Absolute
            figures move from run to run; compare ratios.

            - **append**: a new stream with one event, of about 500 bytes of JSON. raw: one autocommitted statement with bytes made before. Axon: the JDBC
              storage engine in a transaction. Pekko: the journal's data access, tagged. ours: `Streams.handle` with the command that begins a stream and
              expects version 0. Each knows the sequence number that it appends at. **append-explicit**: raw with begin, insert, commit.
            - **append-batch**: the same with 100 events, raw as one multi-row insert.
            - **load-n**: a random one of the prepared streams, read whole; decoded into events but for raw.
            - **command**: read a stream of 20 to about 30 events, decide, append one, project it into a read model (ours); the others read and append.
            - **read-all**: everything in order (1,000,000 events; 20,000 and what was appended in a quick run), decoded but for raw; a subject that needs
              longer than its time is stopped, its rate counts.
            - **rebuild**: a read model with a row for each stream made anew from those events, 25 to a stream and streams interleaved; **rebuild-each**:
              one with a row for each event.
            - **feed**: from the commit of 200,000 events (10,000 in a quick run) to their acknowledgement by Kafka. **feed-lag**: at 2,000 commands/s, from a
              command's beginning until a reader of the topic has its event: the median / the longest.
            - **visible-idle**, **visible-100**: at 10 and at 100 commands/s, from a command's beginning until a client finds its effect in the
              database of another service, through Kafka. It asks every millisecond.
            - **http**: `command` over HTTP with a bearer token, by 32 clients of one process.
            - **import**: a roster of 100,000 persons (2,000 in a quick run), four to a household: sent in, checked and applied by household-service; cut off
              after a minute (5 s in a quick run).
            - **start**: household-service, from the start of its process until `/q/health/ready` says so, on a database that is migrated, with an AOT cache.
            - **append-10m**, **append-100k**: append with 10,000,000 and with 100,000 events in a table that was filled by copying.

            A checkpoint goes before each measurement. Round 0 warms up, each row and subject by itself, until it gets hardly any faster.

            While appends, loads and commands are measured, ours has no Kafka to publish to, because the others publish nothing either.
            For rows that are one long call, p50 and p99 are that call's time.
            """;
}
