package org.shouwang.stack;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** The log of the launcher's own process (Kafka, sign-in, gateway), kept out of the user's terminal. */
final class LogFile extends StreamHandler {
    private static final String FORMAT = "%1$tF %1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

    private LogFile(Path file) throws IOException {
        super(new FileOutputStream(file.toFile(), true), new SimpleFormatter());
        setEncoding(StandardCharsets.UTF_8.name());
        setLevel(Level.ALL);
    }

    /** Keeps libraries from writing to the terminal before the data folder is known. */
    static void quiet() {
        LogManager.getLogManager().reset();
    }

    /** Sends everything from warnings on, and what the launcher itself says, to the file instead of the terminal. */
    static void open(Path file) {
        System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
        LogManager.getLogManager().reset();
        var root = Logger.getLogger("");
        try {
            root.addHandler(new LogFile(file));
        } catch (IOException e) {
            throw new Failure("The log " + file + " cannot be written: " + Folders.reason(e) + ".", e);
        }
        root.setLevel(Level.WARNING);
        OWN.setLevel(Level.INFO);
    }

    /** Held, because loggers that nobody holds are forgotten with their level. */
    private static final Logger OWN = Logger.getLogger("org.shouwang");

    @Override
    public synchronized void publish(LogRecord entry) {
        super.publish(entry);
        flush();
    }
}
