package org.shouwang.bench;

import static org.shouwang.bench.Row.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.shouwang.bench.Results.Cell;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Ports;

/** One run: starts the servers and the subjects' processes, measures the rows in rounds, subjects taking turns, and writes the report. */
public final class Runner {

    private static final Set<Row> LIVE =
            EnumSet.of(APPEND, APPEND_EXPLICIT, APPEND_BATCH, LOAD_20, LOAD_100, LOAD_1000, COMMAND);
    private static final Set<Row> WHOLE = EnumSet.of(READ_ALL, REBUILD);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Options options;
    private final Path home;
    private final Path work;
    private final Sizes sizes;
    private final Results results = new Results();
    private final long begun = System.nanoTime();
    private Servers servers;

    private Runner(Options options, Path home) {
        this.options = options;
        this.home = home;
        this.work = home.resolve("deploy/bench/target/run");
        this.sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
    }

    /** See {@link Options#HELP}; the system property {@code shouwang.home} names the project's folder. */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            var options = Options.parse(List.of(arguments));
            if (options.help()) System.out.println(Options.HELP);
            else
                new Runner(
                                options,
                                Path.of(System.getProperty("shouwang.home", "")).toAbsolutePath())
                        .run();
            System.exit(0);
        } catch (Failure e) {
            System.err.println("deploy/bench/run: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        delete(work);
        Files.createDirectories(work.resolve("logs"));
        try (var started = new Servers(work.resolve("data"))) {
            servers = started;
            say("PostgreSQL " + started.version() + " and Kafka are up");
            rows("", LIVE, 0);
            rows("_all", WHOLE, sizes.all());
            if (!options.quick()) rows("_big", EnumSet.of(APPEND_10M), 10_000_000);
            report();
        } finally {
            delete(work.resolve("data"));
        }
    }

    /** Rows on databases of their own, filled before. */
    private void rows(String suffix, Set<Row> some, long fill) {
        var rows = some.stream().filter(options.rows()::contains).toList();
        var workers = new EnumMap<Subject, WorkerProcess>(Subject.class);
        try {
            for (var subject : options.subjects()) {
                if (rows.stream().noneMatch(row -> row.subjects.contains(subject))) continue;
                var worker = start(subject, subject.label() + suffix);
                workers.put(subject, worker);
                if (fill == 0) continue;
                var filled = worker.take(new Task("fill", 1, 0, fill), LONGEST);
                say("%s: %,d events filled in, %,.0f/s".formatted(subject.label(), fill, filled.perSecond()));
            }
            var warm = fill == 0;
            for (var round = warm ? 0 : 1; round <= sizes.rounds(); round++) round(round, rows, workers);
        } finally {
            workers.values().forEach(WorkerProcess::close);
        }
    }

    /** Round 0 warms up and does not count. */
    private void round(int round, List<Row> rows, Map<Subject, WorkerProcess> workers) {
        var turns = new ArrayList<>(workers.keySet());
        Collections.rotate(turns, round);
        for (var row : rows)
            for (var callers : row.callers)
                for (var subject : turns) {
                    var cell = new Cell(row, callers, subject);
                    if (!row.subjects.contains(subject) || tooLong(cell)) continue;
                    var task = new Task(
                            row.label(), callers, round == 0 ? sizes.warm() : sizes.seconds(row), sizes.of(row));
                    var measured = workers.get(subject).take(task, LONGEST);
                    if (round > 0) results.add(cell, measured);
                    say("%s  %-15s %3d  %-5s  %,12.0f %s/s  p50 %,.0f  p99 %,.0f µs"
                            .formatted(
                                    round == 0 ? "warm-up" : "round " + round,
                                    row.label(),
                                    callers,
                                    subject.label(),
                                    measured.perSecond(),
                                    row.unit,
                                    measured.p50Micros(),
                                    measured.p99Micros()));
                }
    }

    /** One long call, measured before. */
    private boolean tooLong(Cell cell) {
        return cell.row() == REBUILD
                && results.median(cell.row(), cell.callers(), cell.subject())
                        .filter(m -> m.p50Micros() > sizes.patience() * 1e6)
                        .isPresent();
    }

    private WorkerProcess start(Subject subject, String database) {
        servers.database(database);
        var log = work.resolve("logs/" + database + ".log");
        return subject == Subject.OURS
                ? new WorkerProcess(
                        database,
                        List.of(
                                "-jar",
                                home.resolve("deploy/bench/target/quarkus-app/quarkus-run.jar")
                                        .toString()),
                        environment(database, Ports.HOST + ":" + Ports.free()),
                        log)
                : new WorkerProcess(
                        database,
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                Worker.class.getName(),
                                subject.label(),
                                servers.jdbcUrl(database)),
                        Map.of(),
                        log);
    }

    /** As a service is told where its servers are. */
    private Map<String, String> environment(String database, String kafka) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", servers.url(database));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.postgres().jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", servers.postgres().user());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", servers.signIn().issuer());
        environment.put("BENCH_JDBC_URL", servers.jdbcUrl(database));
        return environment;
    }

    private void report() throws IOException {
        var report = new Report(results, preamble());
        var folder = home.resolve(options.complete() ? "deploy/bench" : "deploy/bench/target");
        Files.writeString(folder.resolve("RESULTS.md"), report.markdown());
        Files.writeString(folder.resolve("results.json"), report.json());
        System.out.println("\n" + report.markdown());
        say("written to " + folder);
    }

    private List<String> preamble() {
        return List.of("%s, %s run of %d s, %d rounds."
                .formatted(
                        LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES),
                        options.quick() ? "quick" : "full",
                        seconds(),
                        sizes.rounds()));
    }

    private void say(String line) {
        System.out.printf(Locale.ROOT, "%4d s  %s%n", seconds(), line);
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
