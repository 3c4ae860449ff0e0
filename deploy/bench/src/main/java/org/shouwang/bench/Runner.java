package org.shouwang.bench;

import static org.shouwang.bench.Row.*;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.bench.Results.Cell;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Ports;
import org.shouwang.stack.Training;

/** One run: starts the servers and the subjects' processes, measures the rows in rounds, subjects taking turns, and writes the report. */
public final class Runner {

    /** Rows that share databases and processes. */
    private static final Set<Row> SHORT =
            EnumSet.of(APPEND, APPEND_EXPLICIT, APPEND_BATCH, LOAD_20, LOAD_100, LOAD_1000, COMMAND, HTTP);

    private static final Set<Row> WHOLE = EnumSet.of(READ_ALL, REBUILD, REBUILD_EACH);
    private static final Set<Row> FED = EnumSet.of(FEED, FEED_LAG);
    private static final Set<Row> SEEN = EnumSet.of(VISIBLE_IDLE, VISIBLE_100);
    private static final Set<Row> ONCE = EnumSet.of(REBUILD, REBUILD_EACH, IMPORT);

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int FEW = 100_000;
    private static final int MANY = 10_000_000;

    /** A warm-up that is faster than the part before it by less is at its end. */
    private static final double SETTLED = 1.05;

    /**
     * Rows that share a database and a process, one of each for every subject.
     *
     * @param suffix of the databases' names
     * @param fill events that are there before; 0 for none
     */
    private record Place(String suffix, Set<Row> rows, long fill) {
        Place {
            rows = EnumSet.copyOf(rows);
        }
    }

    private final Options options;
    private final Path home;
    private final Path work;
    private final Sizes sizes;
    private final Results results = new Results();
    private final List<String> seen = new ArrayList<>();
    private final Map<Row, Long> took = new EnumMap<>(Row.class);
    private final int httpPort = Ports.free();
    private final long begun = System.nanoTime();
    private Servers servers;
    private int prepared;

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
            if (options.quick()) {
                var both = EnumSet.copyOf(SHORT);
                both.addAll(WHOLE);
                rows(0.5, new Place("", both, sizes.all()));
            } else {
                rows(0.5, new Place("", SHORT, 0));
                rows(0.65, new Place("_whole", WHOLE, sizes.all()));
            }
            rows(0.7, new Place("_fed", FED, 0));
            rows(0.75, new Place("_seen", SEEN, 0));
            service();
            if (!options.quick())
                rows(
                        1,
                        new Place("_few", EnumSet.of(APPEND_100K), FEW),
                        new Place("_many", EnumSet.of(APPEND_10M), MANY));
            report();
        } finally {
            delete(work.resolve("data"));
        }
    }

    /**
     * Measures the rows of these places, which take turns.
     *
     * @param share of the whole run's time, after which no further round begins
     */
    private void rows(double share, Place... places) throws Exception {
        var workers = new ConcurrentHashMap<String, WorkerProcess>();
        try {
            open(places, workers);
            for (var round = 0; round <= sizes.rounds(); round++) {
                if (round > 1 && !workers.isEmpty() && seconds() > share * sizes.total()) {
                    seen.add("For want of time, only %d of %d rounds by %s."
                            .formatted(round - 1, sizes.rounds(), String.join(", ", workers.keySet())));
                    break;
                }
                round(round, places, workers);
            }
        } finally {
            workers.values().forEach(WorkerProcess::end);
            workers.values().forEach(WorkerProcess::close);
        }
    }

    /** Starts the processes of all subjects at once. */
    private void open(Place[] places, Map<String, WorkerProcess> workers) throws Exception {
        var opening = new ArrayList<Callable<Void>>();
        for (var place : places)
            for (var subject : options.subjects())
                if (place.rows().stream().anyMatch(row -> wanted(row, subject)))
                    opening.add(() -> {
                        open(place, subject, workers);
                        return null;
                    });
        if (opening.isEmpty()) return;
        if (places[0].rows().equals(SEEN))
            opening.add(() -> {
                workers.put("peer", peer());
                return null;
            });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(opening)) one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        }
        say("%d processes are up".formatted(workers.size()));
    }

    private void open(Place place, Subject subject, Map<String, WorkerProcess> workers) {
        var database = subject.label() + place.suffix();
        var worker = start(subject, database);
        workers.put(database, worker);
        if (place.fill() == 0) return;
        var filled = worker.take(new Task("fill", 1, 0, place.fill()), LONGEST);
        say("%s: %,d events filled in, %,.0f/s".formatted(database, place.fill(), filled.perSecond()));
    }

    private boolean wanted(Row row, Subject subject) {
        return options.rows().contains(row) && options.subjects().contains(subject) && row.subjects.contains(subject);
    }

    /** Round 0 warms up and does not count; what is one long call is not worth it. */
    private void round(int round, Place[] places, Map<String, WorkerProcess> workers) throws Exception {
        var turns = new ArrayList<>(EnumSet.allOf(Subject.class));
        Collections.rotate(turns, round);
        for (var row : Row.values())
            for (var place : places) {
                if (!place.rows().contains(row)) continue;
                var from = System.nanoTime();
                for (var callers : row.callers)
                    for (var subject : turns)
                        if (wanted(row, subject) && !(round == 0 && ONCE.contains(row)))
                            cell(round, new Cell(row, callers, subject), workers.get(subject.label() + place.suffix()));
                took.merge(row, System.nanoTime() - from, Long::sum);
            }
    }

    private void cell(int round, Cell cell, WorkerProcess worker) throws Exception {
        if (tooLong(cell)) return;
        servers.checkpoint();
        var before = 0.0;
        for (var part = 1; part <= (round == 0 ? sizes.parts() : 1); part++) {
            var measured = measure(round, cell, worker);
            found(round, cell, measured);
            if (!SHORT.contains(cell.row()) || measured.perSecond() < before * SETTLED) return;
            before = measured.perSecond();
        }
    }

    private Measured measure(int round, Cell cell, WorkerProcess worker) throws InterruptedException {
        var row = cell.row();
        var seconds = round == 0 ? sizes.warm() : sizes.seconds(row);
        if (row != HTTP) return worker.take(new Task(row.label(), cell.callers(), seconds, sizes.of(row)), LONGEST);
        worker.take(new Task("prepare", ++prepared, 0, sizes.of(row)), LONGEST);
        try (var clients =
                new HttpClients(cell.callers(), httpPort, servers.signIn().token("town-operator"))) {
            clients.run(cell.callers(), sizes.warm(), prepared, sizes.of(row));
            return clients.run(cell.callers(), seconds, prepared, sizes.of(row));
        }
    }

    private void found(int round, Cell cell, Measured measured) {
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

    /** One long call that was measured before. */
    private boolean tooLong(Cell cell) {
        return ONCE.contains(cell.row())
                && results.median(cell.row(), cell.callers(), cell.subject())
                        .filter(m -> m.p50Micros() > sizes.patience() * 1e6)
                        .isPresent();
    }

    /** household-service by itself: how it starts, and how it takes in a roster. */
    private void service() throws Exception {
        var start = wanted(START, Subject.OURS);
        var roster = wanted(IMPORT, Subject.OURS);
        if (!start && !roster) return;
        if (start) train();
        for (var round = 0; round <= sizes.rounds(); round++) {
            var last = round == sizes.rounds();
            if (!start && !last) continue;
            var from = System.nanoTime();
            var environment = household();
            try (var household = new Household(home, environment, work.resolve("logs/household.log"))) {
                var ready = household.ready();
                if (start) found(round, new Cell(START, 1, Subject.OURS), Measured.of(1, ready));
                if (last && start) {
                    TimeUnit.SECONDS.sleep(options.quick() ? 2 : 10);
                    results.idle(household.resident());
                }
                took.merge(START, System.nanoTime() - from, Long::sum);
                if (!last || !roster) continue;
                from = System.nanoTime();
                roster(household);
                took.merge(IMPORT, System.nanoTime() - from, Long::sum);
                seen.add("household-service, the most it ever took, with the imports: %d MiB resident."
                        .formatted(household.mostResident()));
            }
        }
    }

    private Map<String, String> household() {
        var environment = environment("household", servers.kafka().bootstrap());
        environment.remove("BENCH_JDBC_URL");
        environment.put("SHOUWANG_ID_HASH_KEY", "only-for-the-benchmark");
        return environment;
    }

    /** The target speaks of a start with an AOT cache. */
    private void train() throws IOException {
        if (Training.done(home, "household")) return;
        if (options.quick()) {
            seen.add("household-service has no AOT cache of this build: deploy/train or a full run makes it.");
            return;
        }
        say("household-service runs once for its start cache");
        var from = System.nanoTime();
        var environment = household();
        var port = Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"));
        Training.train(home, work, "household", environment, port, work.resolve("logs/training.log"));
        took.merge(START, System.nanoTime() - from, Long::sum);
    }

    private void roster(Household household) throws IOException, InterruptedException {
        household.send(
                "POST",
                "/areas/imports?validFrom=2016-01-01",
                servers.signIn().token("sys-admin"),
                "text/csv",
                BodyPublishers.ofFile(home.resolve("deploy/sample/areas-610727.csv")));
        var cell = new Cell(IMPORT, 1, Subject.OURS);
        for (var round = 1; round <= sizes.rounds() && !tooLong(cell); round++) {
            var csv = Roster.csv(sizes.persons(), round).getBytes(StandardCharsets.UTF_8);
            var token = servers.signIn().token("county-operator");
            var from = System.nanoTime();
            var taken = household
                    .send(
                            "POST",
                            "/imports?area=" + Roster.VILLAGE + "&on=2021-09-07",
                            token,
                            "text/csv",
                            BodyPublishers.ofByteArray(csv))
                    .get("body");
            var path = "/imports/" + taken.get("id").asText() + "/application";
            var answer = taken;
            do {
                answer = household.send("PUT", path, token, "application/json", BodyPublishers.noBody());
            } while (answer.get("status").asInt() == 202 && System.nanoTime() - from < sizes.patience() * 1e9);
            var nanos = System.nanoTime() - from;
            var persons = answer.at("/body/done").asInt() * 4;
            if (answer.get("status").asInt() == 200 && persons != sizes.persons())
                throw new Failure("The roster was not applied: " + answer);
            if (persons != sizes.persons())
                seen.add("The import was cut off after %.0f s with %,d of %,d persons."
                        .formatted(nanos / 1e9, persons, sizes.persons()));
            found(round, cell, Measured.of(persons, nanos));
        }
    }

    /** The service that hears of what is noted in the other. */
    private WorkerProcess peer() {
        servers.database("ours_peer");
        var environment = environment("ours_peer", servers.kafka().bootstrap());
        environment.put("QUARKUS_APPLICATION_NAME", "bench-peer");
        environment.put("SHOUWANG_TOPIC", "peer.events");
        environment.put("BENCH_LISTENS", "seen.events");
        return ours("ours_peer", environment);
    }

    private WorkerProcess start(Subject subject, String database) {
        servers.database(database);
        if (subject != Subject.OURS)
            return new WorkerProcess(
                    database,
                    List.of(
                            "-cp",
                            System.getProperty("java.class.path"),
                            Worker.class.getName(),
                            subject.label(),
                            servers.jdbcUrl(database)),
                    Map.of(),
                    log(database));
        var publishes = database.endsWith("_fed") || database.endsWith("_seen");
        // Where the others publish nothing, ours finds nobody to publish to.
        var environment =
                environment(database, publishes ? servers.kafka().bootstrap() : Ports.HOST + ":" + Ports.free());
        if (database.equals("ours")) environment.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
        if (database.endsWith("_seen")) {
            environment.put("SHOUWANG_TOPIC", "seen.events");
            environment.put("BENCH_PEER_JDBC_URL", servers.jdbcUrl("ours_peer"));
        }
        return ours(database, environment);
    }

    private WorkerProcess ours(String name, Map<String, String> environment) {
        var jar = home.resolve("deploy/bench/target/quarkus-app/quarkus-run.jar");
        return new WorkerProcess(name, List.of("-jar", jar.toString()), environment, log(name));
    }

    private Path log(String name) {
        return work.resolve("logs/" + name + ".log");
    }

    /** As a service is told where its servers are. */
    private Map<String, String> environment(String database, String kafka) {
        servers.database(database);
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", servers.url(database));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.postgres().jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", servers.postgres().user());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", servers.signIn().issuer());
        environment.put("BENCH_JDBC_URL", servers.jdbcUrl(database));
        return environment;
    }

    private void report() throws Exception {
        var report = new Report(results, preamble(), seen);
        var folder = home.resolve(options.complete() ? "deploy/bench" : "deploy/bench/target");
        Files.writeString(folder.resolve("RESULTS.md"), report.markdown());
        Files.writeString(folder.resolve("results.json"), report.json());
        System.out.println("\n" + report.markdown());
        say(took.entrySet().stream()
                .map(row -> row.getKey().label() + " " + TimeUnit.NANOSECONDS.toSeconds(row.getValue()) + " s")
                .collect(Collectors.joining(", ", "spent on ", "")));
        say("written to " + folder);
    }

    private List<String> preamble() throws Exception {
        return Machine.describe(
                "%s UTC, %s run of %d s, %d rounds."
                        .formatted(
                                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                                options.quick() ? "quick" : "full",
                                seconds(),
                                sizes.rounds()),
                servers.version());
    }

    private synchronized void say(String line) {
        System.out.printf(Locale.ROOT, "%4d s  %s%n", seconds(), line);
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
