package org.shouwang.eventsourcing.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.shouwang.stack.Postgres;

/** A service's database as it was at an earlier version, filled as it was filled then, and migrated on. Alone on a server of its own. */
public final class OldDatabase implements AutoCloseable {

    private static final String NAME = "old";

    private final Postgres postgres;
    private final Connection connection;

    /** @param version the last migration that it has had */
    public OldDatabase(String version) throws SQLException {
        postgres = Postgres.start(null, 0).database(NAME);
        migrate(version);
        connection = DriverManager.getConnection(postgres.jdbcUrl(NAME), postgres.user(), postgres.user());
    }

    /** @param version the last migration that it gets; {@code latest}: all */
    public void migrate(String version) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(NAME), postgres.user(), postgres.user())
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    /** Of {@code stream} and its own household, written down by a system. @param data JSON as it was stored */
    public void event(String kind, UUID stream, int version, String type, OffsetDateTime recordedAt, String data)
            throws SQLException {
        update("""
                insert into event (id, kind, stream, version, type, revision, occurred_on, recorded_at, actor, role, actor_area, area, subject,
                  correlation, causation, data, previous, hash)
                values (gen_random_uuid(), ?, ?, ?, ?, 1, ?, ?, 'test', 'SYSTEM', '', '610727105208', ?, gen_random_uuid(), gen_random_uuid(), ?,
                  '', '')""", kind, stream, version, type, LocalDate.of(2021, 1, 1), recordedAt, stream, data);
    }

    public void update(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    /** Each column as PostgreSQL writes it; null where there is nothing. */
    public List<List<String>> rows(String sql, Object... values) throws SQLException {
        try (var statement = prepared(sql, values);
                var found = statement.executeQuery()) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) row.add(found.getString(i));
                rows.add(row);
            }
            return rows;
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        postgres.close();
    }
}
