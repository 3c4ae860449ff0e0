package org.shouwang.eventsourcing.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.EchoConsumer;

/** Every table can be made anew from what is kept for ever: the journal, or the topics. */
public final class ReadModels {

    private static final Set<String> KEPT =
            Set.of("event", "feed_cursor", "inbox", "dead_letter", "flyway_schema_history");

    private ReadModels() {}

    /**
     * Every table has one read model that fills it, and each of these, once its tables were emptied, brings them back as they were.
     *
     * @param sources tables that are no read model's, each with the reason
     */
    public static void comeBack(Map<String, String> sources) {
        var journal = Arc.container().instance(Journal.class).get();
        var consumers = all(new TypeLiteral<Consumer>() {});
        var tables = tables(consumers);
        assertThat(tables.values().stream().flatMap(Collection::stream))
                .as("each table is filled by one read model only")
                .doesNotHaveDuplicates();
        assertThat(tables.values().stream().flatMap(Collection::stream))
                .as("each table is filled by some read model")
                .containsExactlyInAnyOrderElementsOf(Bench.rows(
                                journal,
                                "select table_name::text from information_schema.tables where table_schema = 'public'")
                        .stream()
                        .map(r -> (String) r[0])
                        .filter(t -> !KEPT.contains(t) && !sources.containsKey(t))
                        .toList());
        List<String> names =
                as().get("/read-models").then().statusCode(200).extract().path("$");
        assertThat(names).containsExactlyInAnyOrderElementsOf(tables.keySet());

        settle();
        var before = contents(journal, tables.values());
        consumers.stream()
                .filter(c -> !(c instanceof EchoConsumer))
                .flatMap(c -> c.tables().stream())
                .forEach(t -> assertThat(before.get(t)).as(t).isNotEmpty());
        tables.forEach((name, own) -> {
            Bench.await(() -> journal.once(session -> Sql.update(session, "truncate " + String.join(", ", own))));
            as().post("/read-models/" + name + "/rebuild").then().statusCode(200);
        });
        var after = contents(journal, tables.values());
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    }

    private static Map<String, List<String>> tables(List<Consumer> consumers) {
        var tables = new TreeMap<String, List<String>>();
        for (var streams : all(new TypeLiteral<Streams<?, ?, ?>>() {}))
            streams.projections().forEach(p -> tables.put(p.name(), p.tables()));
        consumers.stream().filter(c -> !c.tables().isEmpty()).forEach(c -> tables.put(c.name(), c.tables()));
        return tables;
    }

    private static <T> List<T> all(TypeLiteral<T> type) {
        return Arc.container().listAll(type).stream().map(InstanceHandle::get).toList();
    }

    /** The rows, in an order of their own; which place a row was given does not count. */
    private static Map<String, List<String>> contents(Journal journal, Collection<List<String>> tables) {
        return tables.stream()
                .flatMap(List::stream)
                .collect(
                        Collectors.toMap(Function.identity(), t -> Bench.rows(
                                        journal,
                                        "select (to_jsonb(t) - 'position')::text from %s t order by 1".formatted(t))
                                .stream()
                                .map(r -> (String) r[0])
                                .toList()));
    }

    /** All is published that was recorded, all has taken effect here that was published, and that led to nothing more. */
    public static void settle() {
        var journal = Arc.container().instance(Journal.class).get();
        var consumers = all(new TypeLiteral<Consumer>() {});
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> {
            var published = published(journal);
            return published != null && caughtUp(consumers) && published.equals(published(journal));
        });
    }

    /** The place up to which everything is published; null where more is recorded. */
    private static Long published(Journal journal) {
        return (Long) Bench.rows(journal, """
                        select case when not exists (select from event e where (e.tx, e.position) > (c.tx, c.position)) then c.position end
                        from feed_cursor c""").getFirst()[0];
    }

    private static boolean caughtUp(List<Consumer> consumers) throws Exception {
        var config = ConfigProvider.getConfig();
        var topics = new HashSet<String>();
        consumers.forEach(c -> topics.addAll(c.topics()));
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", config.getValue("kafka.bootstrap.servers", String.class)))) {
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            for (var topic : admin.describeTopics(topics).allTopicNames().get().values())
                topic.partitions()
                        .forEach(p -> ends.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            var applied = admin.listConsumerGroupOffsets(config.getValue("quarkus.application.name", String.class))
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == 0
                            || applied.get(end.getKey()) != null
                                    && applied.get(end.getKey()).offset()
                                            >= end.getValue().offset());
        }
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Servers.token("sys-admin"));
    }
}
