package org.shouwang.drills;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Kafka;
import org.shouwang.stack.Ports;

/** A stand's Kafka: one broker or three, each a process that can be killed and started again by itself, numbered from 1. */
final class KafkaBrokers implements AutoCloseable {

    private final Path folder;
    private final Kafka.Cluster cluster;
    private final Map<Integer, Child> brokers = new ConcurrentHashMap<>();
    private final Disk disk;

    /** @param folder of the stand; logs lie there, and data unless the shape asks for a small disk */
    KafkaBrokers(Path folder, Stand.Shape shape) {
        this.folder = folder;
        this.cluster = Kafka.Cluster.of(shape.brokers());
        this.disk = shape.servers() == Stand.Servers.ON_SMALL_DISKS ? Disk.of(folder.resolve("disk-of-kafka")) : null;
    }

    String bootstrap() {
        return cluster.bootstrap();
    }

    /** Null where it is not small. */
    Disk disk() {
        return disk;
    }

    /** Every broker; returns when all listen. */
    void start() {
        var numbers = IntStream.rangeClosed(1, cluster.ports().size()).boxed().toList();
        numbers.forEach(this::launch);
        numbers.forEach(this::await);
    }

    void start(int number) {
        launch(number);
        await(number);
    }

    /** SIGKILL to all. */
    void kill() {
        brokers.values().forEach(Child::kill);
    }

    void kill(int number) {
        brokers.get(number).kill();
    }

    boolean alive(int number) {
        return brokers.get(number).alive();
    }

    @Override
    public void close() {
        kill();
        if (disk != null) disk.close();
    }

    private Path log(int number) {
        return folder.resolve("kafka-" + number + ".log");
    }

    private void launch(int number) {
        var data = disk == null ? folder.resolve("kafka-" + number) : disk.path("kafka");
        brokers.put(
                number,
                Child.start(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Broker.class.getName(),
                                data.toString(),
                                Integer.toString(number),
                                Broker.text(cluster.ports()),
                                Broker.text(cluster.controllers())),
                        Map.of(),
                        folder,
                        log(number)));
    }

    private void await(int number) {
        Patience.of(Stand.READY).until("Kafka listens", () -> {
            if (!alive(number)) throw new Failure("Kafka ended while starting. Its log: " + log(number));
            return listens(cluster.ports().get(number - 1));
        });
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
