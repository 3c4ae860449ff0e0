package org.shouwang.bench;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.shouwang.bench.NoteEvent.IncomeNoted;

/**
 * The limit: the least that an event table needs, through pgjdbc, one statement and one commit per call. It stores bytes that were made
 * before and reads them without decoding.
 */
final class RawStore implements Store {

    private static final String INSERT =
            "insert into event (stream, version, type, data) values (?, ?, 'IncomeNoted', ?)";
    private static final String READ = "select version, data from event where stream = ? order by version";
    private static final int PAGE = 5_000;

    private final byte[] data;
    private final HikariDataSource pool;

    RawStore(String jdbcUrl) throws SQLException {
        data = bytes();
        pool = Pools.open(jdbcUrl, true);
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists event (
                      position bigint generated always as identity primary key,
                      stream   uuid   not null,
                      version  bigint not null,
                      type     text   not null,
                      data     bytea  not null,
                      unique (stream, version)
                    )
                    """);
        }
    }

    private static byte[] bytes() {
        try {
            return new ObjectMapper().writeValueAsBytes(IncomeNoted.of(0));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<Integer> begin(UUID stream, List<IncomeNoted> events) {
        try (var connection = pool.getConnection()) {
            if (events.size() == 1) insert(connection, stream, 1);
            else insertAll(connection, stream, events.size());
            return completedFuture(events.size());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as {@link #begin} with one event, as most programs do it: begin, insert, commit. */
    CompletionStage<Integer> explicit(UUID stream, IncomeNoted event) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, stream, 1);
            connection.commit();
            return completedFuture(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<Integer> load(UUID stream) {
        try (var connection = pool.getConnection()) {
            return completedFuture(read(connection, stream));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<Integer> command(UUID stream, IncomeNoted event) {
        try (var connection = pool.getConnection()) {
            insert(connection, stream, read(connection, stream) + 1);
            return completedFuture(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long readAll(long deadline) throws SQLException {
        var count = 0L;
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(
                        "select position, stream, version, type, data from event where position > ? order by position limit "
                                + PAGE)) {
            var position = 0L;
            for (var found = PAGE; found == PAGE && System.nanoTime() < deadline; ) {
                found = 0;
                statement.setLong(1, position);
                try (var rows = statement.executeQuery()) {
                    for (; rows.next(); found++) {
                        position = rows.getLong(1);
                        rows.getObject(2, UUID.class);
                        rows.getLong(3);
                        rows.getString(4);
                        rows.getBytes(5);
                    }
                }
                count += found;
            }
        }
        return count;
    }

    @Override
    public void fill(Connection connection, UUID template, long events) throws SQLException {
        Fill.much(connection, "event", "stream", template, events, Map.of("stream", ":stream", "version", ":version"));
    }

    @Override
    public void close() {
        pool.close();
    }

    private void insert(Connection connection, UUID stream, long version) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, stream);
            statement.setLong(2, version);
            statement.setBytes(3, data);
            statement.executeUpdate();
        }
    }

    private void insertAll(Connection connection, UUID stream, int count) throws SQLException {
        var versions = new Long[count];
        var all = new byte[count][];
        for (var i = 0; i < count; i++) {
            versions[i] = i + 1L;
            all[i] = data;
        }
        try (var statement = connection.prepareStatement(
                "insert into event (stream, version, type, data) select ?, v, 'IncomeNoted', d from unnest(?, ?) u(v, d)")) {
            statement.setObject(1, stream);
            statement.setArray(2, connection.createArrayOf("bigint", versions));
            statement.setArray(3, connection.createArrayOf("bytea", all));
            statement.executeUpdate();
        }
    }

    private static int read(Connection connection, UUID stream) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setObject(1, stream);
            var count = 0;
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); count++) {
                    rows.getLong(1);
                    rows.getBytes(2);
                }
            }
            return count;
        }
    }
}
