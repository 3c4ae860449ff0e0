package org.shouwang.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shouwang.stack.Failure;

/** A {@link Worker} seen from the runner. */
final class WorkerProcess implements AutoCloseable {

    /** The same for every subject. */
    static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofSeconds(60);

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream tasks;

    /**
     * @param postgresql process id of its server
     * @param log of what the process prints beside its answers
     */
    WorkerProcess(String name, long postgresql, List<String> arguments, Map<String, String> environment, Path log) {
        this.name = name;
        this.log = log;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(List.of(
                "-Duser.timezone=UTC",
                "-D" + Meter.POSTGRESQL + "=" + postgresql,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        process = Children.start("The process of " + name, builder);
        answers = process.inputReader(StandardCharsets.UTF_8);
        tasks = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        var ready = line(START);
        if (!"ready".equals(ready)) throw new Failure(name + " did not start: " + ready + ". Its log: " + log);
    }

    long pid() {
        return process.pid();
    }

    Measured take(Task task, Duration limit) {
        try {
            tasks.println(JSON.writeValueAsString(task));
            var answer = line(limit);
            if (answer == null || !answer.startsWith("{"))
                throw new Failure(name + " could not do " + task + ": " + answer + ". Its log: " + log);
            return JSON.readValue(answer, Measured.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(Duration limit) {
        var line = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try {
                line.complete(answers.readLine());
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        try {
            return line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new Failure(name + " did not answer within " + limit.toSeconds() + " seconds. Its log: " + log, e);
        } catch (ExecutionException e) {
            throw new Failure(name + " has ended. Its log: " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for " + name + ".", e);
        }
    }

    /** Asks the process to end. */
    void end() {
        tasks.close();
    }

    /** Ends the process, by force where it lingers: it has nothing to lose. */
    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
