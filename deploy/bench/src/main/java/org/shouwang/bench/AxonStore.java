package org.shouwang.bench;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;
import org.shouwang.bench.NoteEvent.IncomeNoted;

/** Axon Framework's JDBC storage engine with its own table, Jackson, and a transaction around each append: its fastest way, without a unit of work. */
final class AxonStore implements Store {

    /** The thread's transaction; outside of one, a connection for each statement. */
    private static final class Transactions implements TransactionManager {
        private final HikariDataSource pool;
        private final ThreadLocal<Connection> current = new ThreadLocal<>();

        Transactions(HikariDataSource pool) {
            this.pool = pool;
        }

        Connection connection() throws SQLException {
            var bound = current.get();
            return bound == null
                    ? pool.getConnection()
                    : ConnectionWrapperFactory.wrap(bound, new ConnectionWrapperFactory.NoOpCloseHandler());
        }

        @Override
        public Transaction startTransaction() {
            if (current.get() != null) return new Joined();
            try {
                var connection = pool.getConnection();
                connection.setAutoCommit(false);
                current.set(connection);
                return new Owned(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private record Joined() implements Transaction {
            @Override
            public void commit() {}

            @Override
            public void rollback() {}
        }

        private final class Owned implements Transaction {
            private final Connection connection;

            Owned(Connection connection) {
                this.connection = connection;
            }

            @Override
            public void commit() {
                end(true);
            }

            @Override
            public void rollback() {
                end(false);
            }

            private void end(boolean well) {
                current.remove();
                try (connection) {
                    if (well) connection.commit();
                    else connection.rollback();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final JdbcEventStorageEngine engine;

    AxonStore(String jdbcUrl) {
        pool = Pools.open(jdbcUrl, true);
        transactions = new Transactions(pool);
        var serializer = JacksonSerializer.builder().build();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions::connection)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
    }

    @Override
    public CompletionStage<Integer> begin(UUID stream, List<IncomeNoted> events) {
        append(stream, 0, events);
        return completedFuture(events.size());
    }

    @Override
    public CompletionStage<Integer> load(UUID stream) {
        return completedFuture(read(stream));
    }

    @Override
    public CompletionStage<Integer> command(UUID stream, IncomeNoted event) {
        append(stream, read(stream), List.of(event));
        return completedFuture(1);
    }

    @Override
    public long readAll(long deadline) {
        try (var events = engine.readEvents(null, false)) {
            return events.takeWhile(event -> event.getPayload() instanceof IncomeNoted && System.nanoTime() < deadline)
                    .count();
        }
    }

    @Override
    public void fill(Connection connection, UUID template, long events) throws SQLException {
        Fill.much(
                connection,
                "domainevententry",
                "aggregateidentifier",
                template,
                events,
                Map.of(
                        "aggregateidentifier",
                        ":stream::text",
                        "sequencenumber",
                        ":version - 1",
                        "eventidentifier",
                        "gen_random_uuid()::text"));
    }

    @Override
    public void close() {
        pool.close();
    }

    private void append(UUID stream, long first, List<IncomeNoted> events) {
        var messages = IntStream.range(0, events.size())
                .mapToObj(i -> new GenericDomainEventMessage<>("note", stream.toString(), first + i, events.get(i)))
                .toList();
        transactions.executeInTransaction(() -> engine.appendEvents(messages));
    }

    private int read(UUID stream) {
        var count = 0;
        for (var events = engine.readEvents(stream.toString()); events.hasNext(); count++)
            events.next().getPayload();
        return count;
    }
}
