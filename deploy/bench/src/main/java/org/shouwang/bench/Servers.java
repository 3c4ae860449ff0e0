package org.shouwang.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.stack.Kafka;
import org.shouwang.stack.Postgres;
import org.shouwang.stack.SignIn;

/** The servers of one run, with data of their own: PostgreSQL and Kafka as {@code deploy/start} has them, but for a gigabyte of shared buffers. */
final class Servers implements AutoCloseable {

    private final Postgres postgres;
    private final Kafka kafka;
    private final SignIn signIn;

    Servers(Path data) throws SQLException {
        postgres = Postgres.start(data.resolve("postgres"), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("alter system set shared_buffers = '1GB'");
        }
        postgres.restart();
        kafka = Kafka.start(data.resolve("kafka"), 0);
        signIn = SignIn.start(0);
    }

    /** Makes the database where it is missing. */
    synchronized String database(String name) {
        postgres.database(name);
        return name;
    }

    String url(String database) {
        return postgres.url(database);
    }

    /** With the user in it. */
    String jdbcUrl(String database) {
        return postgres.jdbcUrl(database) + "?user=" + postgres.user();
    }

    Postgres postgres() {
        return postgres;
    }

    Kafka kafka() {
        return kafka;
    }

    SignIn signIn() {
        return signIn;
    }

    /** So that nobody pays for what was written before. */
    void checkpoint() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** What PostgreSQL says of itself. */
    String version() throws SQLException {
        return "PostgreSQL " + shown("server_version");
    }

    /** How durable a commit is, and what memory it has, as it says itself. */
    String settings() throws SQLException {
        var settings = new ArrayList<String>();
        for (var name : List.of("fsync", "synchronous_commit", "shared_buffers"))
            settings.add(name + " " + shown(name));
        return String.join(", ", settings);
    }

    private String shown(String setting) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement();
                var found = statement.executeQuery("show " + setting)) {
            found.next();
            return found.getString(1);
        }
    }

    @Override
    public void close() {
        signIn.close();
        kafka.close();
        postgres.close();
    }
}
