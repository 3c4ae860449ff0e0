package org.shouwang.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker on 127.0.0.1 inside this process (KRaft, a node that is broker and controller), for one machine's stack and for tests.
 *
 * <p>Topics come into being when first used, with 3 partitions and 1 replica (as many as there are brokers), and keep their messages for ever, as consumers keep their offsets. On kept
 * data every acknowledged message is on the disk (one fsync per batch): a power cut must not lose what a feed has ticked off. No encryption, no login.
 */
public final class Kafka implements AutoCloseable {
    private static final CompletableFuture<String> FATAL = new CompletableFuture<>();

    /**
     * Brokers that hold copies of each other's messages; of each message two, before it is acknowledged.
     *
     * @param ports of all, the first broker's first
     * @param controllers their ports for each other
     */
    public record Cluster(List<Integer> ports, List<Integer> controllers) {
        /** On free ports. */
        public static Cluster of(int brokers) {
            return new Cluster(free(brokers), free(brokers));
        }

        private static List<Integer> free(int ports) {
            return Stream.generate(Ports::free).distinct().limit(ports).toList();
        }

        /** For {@code kafka.bootstrap.servers}. */
        public String bootstrap() {
            return ports.stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
        }

        private String voters() {
            return IntStream.range(0, controllers.size())
                    .mapToObj(i -> i + 1 + "@" + Ports.HOST + ":" + controllers.get(i))
                    .collect(Collectors.joining(","));
        }
    }

    private final Path dir;
    private final int port;
    private final boolean temporary;
    private final Cluster cluster;
    private KafkaRaftServer server;

    static {
        // Kafka ends the whole process on a fatal error; here it ends the call and the owner of the process decides.
        Exit.setExitProcedure(Kafka::refuseExit);
        Exit.setHaltProcedure(Kafka::refuseExit);
    }

    private Kafka(Path dir, int port, boolean temporary, Cluster cluster) {
        this.dir = dir;
        this.port = port;
        this.temporary = temporary;
        this.cluster = cluster;
    }

    /**
     * Starts a broker.
     *
     * @param dir its data, kept after {@link #close()} and found again after a crash; null for a folder that is deleted then
     * @param port 1–65535, 0 for a free one
     */
    public static Kafka start(Path dir, int port) {
        var kafka = new Kafka(
                dir == null ? Folders.temporary("kafka") : dir.toAbsolutePath(), Ports.orFree(port), dir == null, null);
        kafka.restart();
        return kafka;
    }

    /**
     * Starts one of several; returns when enough of the others have come for it to join them.
     *
     * @param dir its own data, kept
     * @param number of the broker in the cluster, from 1
     */
    public static Kafka start(Path dir, int number, Cluster cluster) {
        var kafka = new Kafka(dir.toAbsolutePath(), cluster.ports().get(number - 1), false, cluster);
        kafka.restart();
        return kafka;
    }

    /** For {@code kafka.bootstrap.servers}. */
    public String bootstrap() {
        return "localhost:" + port;
    }

    /** The port that clients connect to. */
    public int port() {
        return port;
    }

    /** Completes with a sentence when a broker of this process has met an error that it cannot live with. */
    public static CompletableFuture<String> fatal() {
        return FATAL.copy();
    }

    /** Stops the broker, keeping its data and port. */
    public synchronized void stop() {
        if (server != null) {
            var ending = server;
            server = null;
            ending.shutdown();
            ending.awaitShutdown();
        }
    }

    /** Starts the broker again on the same data and port. */
    public synchronized void restart() {
        stop();
        if (!Ports.available(port)) {
            throw new Failure("Port " + port + ", meant for Kafka, is busy.");
        }
        var properties = properties();
        format(properties);
        try {
            var starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            starting.startup();
            server = starting;
        } catch (RuntimeException e) {
            throw new Failure("Kafka did not start on " + dir + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(dir);
        }
    }

    private static void refuseExit(int code, String message) {
        FATAL.complete(message == null ? "Kafka met a fatal error (" + code + ")." : message);
        throw new IllegalStateException(
                "Kafka wanted to end the process with code " + code + (message == null ? "" : ": " + message));
    }

    private Properties properties() {
        var all = cluster == null ? new Cluster(List.of(port), List.of(Ports.free())) : cluster;
        var place = all.ports().indexOf(port);
        var controller = all.controllers().get(place);
        var copies = Integer.toString(all.ports().size());
        var properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(place + 1));
        properties.put("controller.quorum.voters", all.voters());
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners",
                "PLAINTEXT://" + Ports.HOST + ":" + port + ",CONTROLLER://" + Ports.HOST + ":" + controller);
        properties.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        properties.put("log.dirs", dir.resolve("log").toString());

        properties.put("num.partitions", "3");
        properties.put("default.replication.factor", copies);
        properties.put("min.insync.replicas", all.ports().size() > 1 ? "2" : "1");
        properties.put("log.retention.ms", "-1");
        properties.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("offsets.topic.replication.factor", copies);
        properties.put("transaction.state.log.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", copies);
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("share.coordinator.state.topic.replication.factor", copies);
        properties.put("share.coordinator.state.topic.min.isr", "1");
        if (!temporary) {
            properties.put("log.flush.interval.messages", "1");
        }

        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "1");
        properties.put("num.io.threads", "2");
        properties.put("background.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "1");
        properties.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        // A broker that was killed counts as alive until its session ends; the next start waits for that.
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("broker.session.timeout.ms", "3000");
        return properties;
    }

    /** The same for all brokers of a cluster. */
    private Uuid clusterId() {
        return cluster == null ? Uuid.randomUuid() : new Uuid(cluster.ports().hashCode(), 1);
    }

    private void format(Properties properties) {
        Folders.create(dir);
        if (Files.exists(dir.resolve("log").resolve("meta.properties"))) {
            return;
        }
        var file = dir.resolve("server.properties");
        Folders.write(
                file,
                new TreeMap<>(properties)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + entry.getValue().toString().replace("\\", "\\\\") + "\n")
                                .collect(Collectors.joining()));
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            var code = StorageTool.execute(
                    new String[] {"format", "--cluster-id", clusterId().toString(), "--config", file.toString()}, out);
            if (code != 0) {
                throw new Failure("Kafka could not prepare " + dir + ": "
                        + said.toString(StandardCharsets.UTF_8).strip());
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new Failure("Kafka could not prepare " + dir + ": " + Folders.reason(e) + ".", e);
        }
    }
}
