package org.shouwang.drills;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.shouwang.stack.Kafka;

/** The stack's Kafka as a process of its own, so that it can be killed. Arguments: its folder and its port. */
final class Broker {

    private static final Logger ROOT = Logger.getLogger("");

    private Broker() {}

    public static void main(String[] arguments) throws InterruptedException {
        ROOT.setLevel(Level.WARNING);
        var kafka = Kafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        Kafka.fatal().thenAccept(sentence -> Runtime.getRuntime().halt(1));
        new CountDownLatch(1).await();
    }
}
