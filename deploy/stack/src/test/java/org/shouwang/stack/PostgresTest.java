package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    @TempDir
    Path folder;

    @Test
    void keepsTwoDatabasesApartAndTheirDataBetweenStarts() throws SQLException {
        var dir = folder.resolve("postgres");
        try (var postgres = Postgres.start(dir, 0).database("household").database("archive")) {
            execute(postgres, "household", "create table note (text text)");
            execute(postgres, "household", "insert into note values ('略阳')");
            assertThatThrownBy(() -> text(postgres, "archive", "select text from note"))
                    .isInstanceOf(SQLException.class);
        }
        try (var postgres = Postgres.start(dir, 0).database("household")) {
            assertThat(text(postgres, "household", "select text from note")).isEqualTo("略阳");
            postgres.restart();
            assertThat(text(postgres, "household", "select text from note")).isEqualTo("略阳");
        }
    }

    @Test
    void writesCommitsToTheDisk() throws SQLException {
        try (var postgres = Postgres.start(null, 0)) {
            assertThat(text(
                            postgres,
                            "postgres",
                            "select current_setting('fsync') || current_setting('synchronous_commit')"))
                    .isEqualTo("onon");
            assertThat(text(postgres, "postgres", "show server_version")).startsWith("18");
            assertThat(postgres.url("household")).isEqualTo("postgresql://localhost:" + postgres.port() + "/household");
        }
    }

    @Test
    void startsAfterAPowerCutWhosePidFileNamesSomebodyElse() throws Exception {
        var dir = folder.resolve("postgres");
        var postgres = Postgres.start(dir, 0);
        execute(postgres, "postgres", "create table note as select 1 as one");
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get();
        var pidFile = dir.resolve("postmaster.pid");
        assertThat(pidFile).exists();
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst(
                                "\\d+", Long.toString(ProcessHandle.current().pid())));

        try (var again = Postgres.start(dir, 0)) {
            assertThat(text(again, "postgres", "select one::text from note")).isEqualTo("1");
        }
    }

    @Test
    void endsAServerThatAKilledLauncherLeftRunning() throws SQLException {
        var dir = folder.resolve("postgres");
        var left = Postgres.start(dir, 0);
        var pid = left.pid();
        try (var again = Postgres.start(dir, left.port())) {
            assertThat(again.pid()).isNotEqualTo(pid);
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(text(again, "postgres", "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void leavesNoProcessAndNoTemporaryFolder() {
        var postgres = Postgres.start(null, 0);
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        postgres.close();
        assertThat(server.isAlive()).isFalse();
        assertThatThrownBy(postgres::pid).isInstanceOf(Failure.class);
    }

    @Test
    void namesABusyPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            assertThatThrownBy(() -> Postgres.start(folder.resolve("postgres"), taken.getLocalPort()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("PostgreSQL");
        }
    }

    @Test
    void saysWhatIsBroken() throws IOException {
        var dir = folder.resolve("postgres");
        Postgres.start(dir, 0).close();
        Files.delete(dir.resolve("global/pg_control"));
        assertThatThrownBy(() -> Postgres.start(dir, 0))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("pg_control")
                .hasMessageContaining("Its log: ");
    }

    private static void execute(Postgres postgres, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Postgres postgres, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
