package org.shouwang.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL 18 server on 127.0.0.1 for one machine's stack and for tests, with the durability that PostgreSQL has by default.
 *
 * <p>User {@code postgres}, any password ("trust": whoever may log in to this machine may read the data; the sample holds invented people only).
 * Text is UTF-8 and sorted by code point, so that every machine sorts alike; the server's time zone is UTC. Root starts it in a user namespace of its
 * own ({@code unshare}), because PostgreSQL refuses root. Starts within 60 s or throws {@link Failure}.
 */
public final class Postgres implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final Path binaries;
    private final Path dir;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private final Thread hook = new Thread(this::end, "postgres-stop");
    private boolean running;

    private Postgres(Path dir, Path log, int port, boolean temporary) {
        this.binaries = PostgresBinaries.folder();
        this.dir = dir;
        this.log = log;
        this.port = port;
        this.temporary = temporary;
    }

    /** A server whose log lies beside its data; see {@link #start(Path, Path, int)}. */
    public static Postgres start(Path dir, int port) {
        return start(dir, dir == null ? null : dir.resolveSibling(dir.getFileName() + ".log"), port);
    }

    /**
     * Starts a server, after a power cut too: what an earlier server left behind is recognised, and where it still runs on the same data it is stopped.
     *
     * @param dir its data, kept after {@link #close()}; null for a folder that is deleted then
     * @param log the file that it appends its log to; null only with a null {@code dir}
     * @param port 1–65535, 0 for a free one
     */
    public static Postgres start(Path dir, Path log, int port) {
        var folder = dir == null ? Folders.temporary("postgres") : dir.toAbsolutePath();
        var postgres = new Postgres(
                dir == null ? folder.resolve("data") : folder,
                dir == null ? folder.resolve("postgresql.log") : log.toAbsolutePath(),
                Ports.orFree(port),
                dir == null);
        postgres.initialise();
        postgres.launch();
        if (postgres.temporary) {
            Runtime.getRuntime().addShutdownHook(postgres.hook);
        }
        return postgres;
    }

    /** Stops a server that an earlier process left running on the data folder; does nothing where there is none. */
    static void stopLeftover(Path dir) {
        var postgres = new Postgres(dir.toAbsolutePath(), dir.resolveSibling(dir.getFileName() + ".log"), 0, false);
        if (postgres.left().isPresent()) {
            postgres.clearLeftovers();
        }
    }

    /** Creates the database where it is missing. Name: lower-case Latin letters and underscores. */
    public Postgres database(String name) {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException(name);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, USER);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return this;
                }
            }
            statement.execute("create database " + name);
            return this;
        } catch (SQLException e) {
            throw new Failure(
                    "PostgreSQL did not make the database " + name + ": " + e.getMessage() + " Its log: " + log, e);
        }
    }

    /** For Quarkus' {@code quarkus.datasource.reactive.url}. */
    public String url(String database) {
        return "postgresql://localhost:" + port + "/" + database;
    }

    /** For JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:" + url(database);
    }

    /** The user to log in as; owner of every database. */
    public String user() {
        return USER;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** The process id of the server's main process. */
    public long pid() {
        return recordedPid()
                .orElseThrow(() -> new Failure("PostgreSQL on " + dir + " has ended by itself. Its log: " + log));
    }

    /** Stops the server as after Ctrl-C, keeping its data; {@link #restart()} starts it again on the same port. */
    public synchronized void stop() {
        if (!running) {
            return;
        }
        running = false;
        end(left());
    }

    /** Stops the process in order, or at once where it takes longer than 30 s, and waits for its end. */
    private void end(Optional<ProcessHandle> server) {
        if (server.isEmpty()) {
            return;
        }
        if (ctl("stop", "-m", "fast", "-t", "30").code() != 0) {
            ctl("stop", "-m", "immediate", "-t", "10");
        }
        // pg_ctl returns when the pid file is gone, a moment before the process is.
        Service.within(server.get().onExit(), Duration.ofSeconds(5));
    }

    /** Starts a stopped server again on the same port and data. */
    public synchronized void restart() {
        stop();
        launch();
    }

    /** Stops the server and deletes its data where the folder is a temporary one. */
    @Override
    public void close() {
        if (temporary && Thread.currentThread() != hook) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already and the hook does the same work as this method.
                return;
            }
        }
        end();
    }

    private void end() {
        stop();
        if (temporary) {
            Folders.delete(dir.getParent());
        }
    }

    private void initialise() {
        if (Files.exists(dir.resolve("PG_VERSION"))) {
            return;
        }
        // initdb works beside the data folder, so that one that was cut short is never taken for data.
        var fresh = dir.resolveSibling(dir.getFileName() + ".new");
        Folders.delete(fresh);
        Folders.create(dir.getParent());
        var result = run(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (result.code() != 0) {
            throw new Failure("PostgreSQL could not prepare " + dir + ": " + lastLine(result.output()));
        }
        try {
            Files.deleteIfExists(dir);
            Files.move(fresh, dir, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure("PostgreSQL could not prepare " + dir + ": " + Folders.reason(e) + ".", e);
        }
    }

    private synchronized void launch() {
        clearLeftovers();
        if (!Ports.available(port)) {
            throw new Failure("Port " + port + ", meant for PostgreSQL, is busy.");
        }
        Folders.create(log.getParent());
        var options = "-p " + port + " -c listen_addresses=" + Ports.HOST
                + " -c unix_socket_directories= -c max_connections=200 -c timezone=UTC -c log_timezone=Asia/Shanghai";
        var result = ctl("start", "-l", log.toString(), "-o", options, "-t", Long.toString(LIMIT.toSeconds()));
        if (result.code() != 0) {
            throw new Failure("PostgreSQL did not start on " + dir + ": " + lastLogLine() + " Its log: " + log);
        }
        running = true;
    }

    /** Stops a server that still runs on this data, and removes the pid file where its process is gone or has become somebody else's. */
    private void clearLeftovers() {
        end(left());
        if (left().isPresent()) {
            throw new Failure("PostgreSQL (process " + recordedPid().orElseThrow() + ") still runs on " + dir
                    + " and does not stop. Its log: " + log);
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new Failure("The file " + pidFile() + " cannot be deleted: " + Folders.reason(e) + ".", e);
        }
    }

    /** The recorded process, where it lives and is a PostgreSQL on this very folder. */
    private Optional<ProcessHandle> left() {
        return recordedPid().flatMap(ProcessHandle::of).filter(process -> {
            var arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
            return process.isAlive() && arguments.contains(dir.toString());
        });
    }

    private Optional<Long> recordedPid() {
        try {
            return Files.exists(pidFile())
                    ? Files.readAllLines(pidFile()).stream()
                            .findFirst()
                            .map(String::strip)
                            .map(Long::valueOf)
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            // Cut short by a power cut, or deleted by the server that just ended: either way no server is named.
            return Optional.empty();
        }
    }

    private Path pidFile() {
        return dir.resolve("postmaster.pid");
    }

    private Commands.Result ctl(String action, String... options) {
        var arguments = new ArrayList<>(List.of("pg_ctl", "-D", dir.toString(), "-s", "-w", action));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private Commands.Result run(String program, String... arguments) {
        var command = new ArrayList<>(prefix());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return Commands.run(command, Map.of("LC_ALL", "C", "TZ", "UTC"), LIMIT.plusSeconds(10));
    }

    private Commands.Result run(String[] command) {
        return run(command[0], Arrays.copyOfRange(command, 1, command.length));
    }

    private static List<String> prefix() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (Commands.run(List.of("sh", "-c", "unshare -U true"), Map.of(), LIMIT)
                        .code()
                != 0) {
            throw new Failure(
                    "PostgreSQL refuses to run as root, and this machine has no user namespaces (`unshare -U`): start as an ordinary user.");
        }
        return List.of("unshare", "-U");
    }

    private String lastLogLine() {
        return Files.exists(log) ? lastLine(Folders.read(log)) : "it wrote no log.";
    }

    private static String lastLine(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "it said nothing." : lines.getLast());
    }
}
