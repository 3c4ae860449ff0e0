package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.shouwang.stack.Ports;
import org.shouwang.stack.Postgres;

/** A second PostgreSQL that has every commit on its disk before the first acknowledges it. */
final class Standby {

    private static final Duration IN_STEP = Duration.ofSeconds(60);
    private static final Set<String> ITS_OWN = Set.of("postmaster.pid", "postmaster.opts", "postgresql.auto.conf");

    private Standby() {}

    /**
     * Copies the primary while it works, by SQL and by hand: the programs from the Maven artifacts hold no {@code pg_basebackup}.
     *
     * @param from the primary's folder
     * @param port 0 for a free one
     */
    static Postgres of(Postgres primary, Path from, Path to, Path log, int port) {
        try (var connection = DriverManager.getConnection(primary.jdbcUrl("postgres"), primary.user(), "any");
                var statement = connection.createStatement()) {
            statement.execute("alter system set wal_keep_size = '512MB'");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_backup_start('standby', true)");
            copy(from, to);
            Files.writeString(to.resolve("backup_label"), text(statement, "select labelfile from pg_backup_stop()"));
            Files.createFile(to.resolve("standby.signal"));
            Files.writeString(
                    to.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=%s port=%d user=%s application_name=standby'\n"
                            .formatted(Ports.HOST, primary.port(), primary.user()),
                    StandardOpenOption.CREATE);
            var standby = Postgres.start(to, log, port);
            statement.execute("alter system set synchronous_standby_names = 'standby'");
            statement.execute("select pg_reload_conf()");
            Patience.of(IN_STEP).until("the standby is synchronous", () -> "sync"
                    .equals(text(statement, "select max(sync_state) from pg_stat_replication")));
            return standby;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it takes writes. */
    static void promote(Postgres standby) {
        try (var connection = DriverManager.getConnection(standby.jdbcUrl("postgres"), standby.user(), "any");
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Without the journal of its writes, which the standby fetches; what disappears meanwhile is made again from there too. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var place = from.relativize(file);
                if (!place.startsWith("pg_wal") && !ITS_OWN.contains(place.toString()))
                    try {
                        Files.copy(file, to.resolve(place), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException e) {
                        // Dropped since the folder was listed.
                    }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
