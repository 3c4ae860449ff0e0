package org.shouwang.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code stack.json}: ports and process ids of a running stack, so that tests and developers find the servers and the next start finds what a killed
 * launcher left behind. Always whole: it is replaced, never edited.
 */
final class StackFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Linux derives a process's start from the clock's age, which moves a little when the clock is set right. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    private final Path file;
    private final ObjectNode content = JSON.createObjectNode();

    /** A process of ours as it was written down. */
    record Left(String name, ProcessHandle process) {}

    StackFile(Path file) {
        this.file = file;
    }

    /** Changes what is written and writes it. */
    synchronized void update(Consumer<ObjectNode> change) {
        change.accept(content);
        Folders.write(file, content.toPrettyString() + "\n");
    }

    /** After a stop in order nothing runs any more that somebody might look for. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure("The file " + file + " cannot be deleted: " + Folders.reason(e) + ".", e);
        }
    }

    /** Writes down a process so that {@link #left} recognises it later. */
    static void describe(ObjectNode node, ProcessHandle process) {
        node.put("pid", process.pid());
        process.info().startInstant().ifPresent(start -> node.put("startedAt", start.toString()));
    }

    /** The process id of the launcher that wrote the file. */
    Optional<Long> launcher() {
        return Optional.of(read().at("/launcher/pid"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong);
    }

    /** The services of an earlier stack on this folder that still run: the same process id, start time and data folder in the command line. */
    List<Left> left(Path data) {
        var left = new ArrayList<Left>();
        read().path("services").properties().forEach(service -> ProcessHandle.of(
                        service.getValue().path("pid").asLong(-1))
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        sameStart(process, service.getValue().path("startedAt").asText()))
                .filter(process -> Service.marked(process, data))
                .ifPresent(process -> left.add(new Left(service.getKey(), process))));
        return left;
    }

    private static boolean sameStart(ProcessHandle process, String written) {
        return process.info()
                .startInstant()
                .filter(start -> !written.isEmpty())
                .map(start ->
                        Duration.between(start, Instant.parse(written)).abs().compareTo(SAME_START) < 0)
                .orElse(false);
    }

    private JsonNode read() {
        if (!Files.exists(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(Folders.read(file));
        } catch (JacksonException e) {
            throw new Failure(
                    "The file " + file
                            + " is broken: delete it, after ending any `java` process that was started from this folder.",
                    e);
        }
    }
}
