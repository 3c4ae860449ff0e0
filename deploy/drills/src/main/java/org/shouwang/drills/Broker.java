package org.shouwang.drills;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.stack.Kafka;

/**
 * The stack's Kafka as a process of its own, so that it can be killed. Arguments: its folder, its number from 1, and the ports of all
 * brokers, those for clients and those for each other.
 */
final class Broker {

    private static final Logger ROOT = Logger.getLogger("");

    private Broker() {}

    public static void main(String[] arguments) throws InterruptedException {
        ROOT.setLevel(Level.WARNING);
        var kafka = Kafka.start(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                new Kafka.Cluster(ports(arguments[2]), ports(arguments[3])));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        Kafka.fatal().thenAccept(sentence -> Runtime.getRuntime().halt(1));
        new CountDownLatch(1).await();
    }

    /** How {@link Stand} writes them. */
    static String text(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> ports(String text) {
        return Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }
}
