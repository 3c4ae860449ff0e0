package org.shouwang.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.db.SlickExtension;
import org.apache.pekko.persistence.jdbc.db.SlickExtensionImpl;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.journal.Tagged;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.shouwang.bench.NoteEvent.IncomeNoted;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Pekko Persistence JDBC as its journal actor and its recovery call it, without the actors: the journal's data access with its own tables
 * and its own gathering of writes. Events are tagged, because projections need that, and are JSON text.
 */
final class PekkoStore implements Store {

    private static final String TAG = "note";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 500;

    private final ActorSystem system;
    private final Materializer materializer;
    private final DefaultJournalDao journal;
    private final JdbcReadJournal queries;

    PekkoStore(String jdbcUrl) throws SQLException, IOException {
        createSchema(jdbcUrl);
        system = ActorSystem.create(
                "bench",
                ConfigFactory.parseString("""
                                pekko.loglevel = WARNING
                                pekko.persistence.journal.plugin = "jdbc-journal"
                                pekko.persistence.snapshot-store.plugin = ""
                                pekko-persistence-jdbc.shared-databases.slick {
                                  profile = "slick.jdbc.PostgresProfile$"
                                  db {
                                    url = "%1$s"
                                    driver = "org.postgresql.Driver"
                                    numThreads = %2$d
                                    maxConnections = %2$d
                                    minConnections = %2$d
                                  }
                                }
                                jdbc-journal.use-shared-db = "slick"
                                jdbc-read-journal.use-shared-db = "slick"
                                """.formatted(jdbcUrl, Pools.SIZE)).withFallback(ConfigFactory.load()));
        materializer = Materializer.createMaterializer(system);
        var config = system.settings().config().getConfig("jdbc-journal");
        var slick = ((SlickExtensionImpl) SlickExtension.get(system)).database(config);
        journal = new DefaultJournalDao(
                slick.database(),
                slick.profile(),
                new JournalConfig(config),
                SerializationExtension.get(system),
                system.dispatcher(),
                materializer);
        queries = PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
    }

    private static void createSchema(String jdbcUrl) throws SQLException, IOException {
        try (var in = PekkoStore.class.getResourceAsStream("/schema/postgres/postgres-create-schema.sql");
                var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select to_regclass('event_journal') is not null")) {
                found.next();
                if (found.getBoolean(1)) return;
            }
            for (var sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";"))
                if (!sql.isBlank()) statement.execute(sql);
        }
    }

    @Override
    public CompletionStage<Integer> begin(UUID stream, List<IncomeNoted> events) {
        return append(stream, 1, events);
    }

    @Override
    public CompletionStage<Integer> load(UUID stream) {
        return journal.messagesWithBatch(
                        stream.toString(),
                        0,
                        Long.MAX_VALUE,
                        PAGE,
                        OptionConverters.toScala(java.util.Optional.empty()))
                .asJava()
                .runWith(
                        Sink.fold(0, (count, message) -> {
                            decode((String) message.get()._1().payload());
                            return count + 1;
                        }),
                        materializer);
    }

    @Override
    public CompletionStage<Integer> command(UUID stream, IncomeNoted event) {
        return load(stream).thenCompose(length -> append(stream, length + 1, List.of(event)));
    }

    @Override
    public long readAll(long deadline) throws Exception {
        return queries.currentEventsByTag(TAG, Offset.noOffset())
                .takeWhile(_ -> System.nanoTime() < deadline)
                .runWith(
                        Sink.fold(0L, (count, envelope) -> {
                            decode((String) envelope.event());
                            return count + 1;
                        }),
                        materializer)
                .toCompletableFuture()
                .get(10, TimeUnit.MINUTES);
    }

    @Override
    public void fill(Connection connection, UUID template, long events) throws SQLException {
        Fill.withoutKeys(connection, List.of("event_tag", "event_journal"), () -> {
            var before = last(connection);
            Fill.copy(
                    connection,
                    "event_journal",
                    "persistence_id",
                    template,
                    events,
                    Map.of("persistence_id", ":stream::text", "sequence_number", ":version"));
            try (var statement = connection.createStatement()) {
                statement.execute("insert into event_tag (event_id, tag) select ordering, '" + TAG
                        + "' from event_journal where ordering > " + before + " order by ordering");
            }
        });
    }

    private static long last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select max(ordering) from event_journal")) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() {
        system.terminate();
        try {
            system.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletionStage<Integer> append(UUID stream, long first, List<IncomeNoted> events) {
        var messages = IntStream.range(0, events.size())
                .mapToObj(i -> PersistentRepr.apply(
                        new Tagged(encode(events.get(i)), Set.of(TAG)),
                        first + i,
                        stream.toString(),
                        "",
                        false,
                        null,
                        "writer"))
                .toList();
        var write = new AtomicWrite(CollectionConverters.asScala(messages).toList());
        return FutureConverters.asJava(journal.asyncWriteMessages(
                        CollectionConverters.asScala(List.of(write)).toList()))
                .thenApply(tried -> {
                    tried.foreach(one -> one.get());
                    return events.size();
                });
    }

    private static String encode(IncomeNoted event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IncomeNoted decode(String text) {
        try {
            return JSON.readValue(text, IncomeNoted.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
