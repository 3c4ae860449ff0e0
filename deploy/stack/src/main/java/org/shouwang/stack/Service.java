package org.shouwang.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * A service as a process of its own, writing to a log file.
 *
 * <p>Its environment is ours, changed by what {@link Plan} says. SIGINT and SIGHUP pass it by, because a Ctrl-C in the terminal reaches every process at
 * once and the launcher alone decides the order of stopping. Stops within {@link #GRACE} or is killed.
 */
final class Service {
    /** From SIGTERM to SIGKILL; the services themselves finish requests for up to 10 s. */
    static final Duration GRACE = Duration.ofSeconds(20);

    private static final String MARK = "-Dshouwang.data=";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * How a service is started.
     *
     * @param name also the first part of its paths
     * @param command the program and its arguments; its first word is a {@code java}
     * @param port that it listens on
     */
    record Plan(String name, List<String> command, Map<String, String> environment, int port, Path log) {
        String ready() {
            return "http://" + Ports.HOST + ":" + port + "/" + name + "/q/health/ready";
        }
    }

    private final Plan plan;
    private final Process process;

    private Service(Plan plan, Process process) {
        this.plan = plan;
        this.process = process;
    }

    /** Starts the process; {@link #awaitReady} tells when it answers. */
    static Service start(Plan plan, Path data) {
        var command = new ArrayList<>(List.of(
                "sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh", plan.command().getFirst(), MARK + data));
        command.addAll(plan.command().subList(1, plan.command().size()));
        var builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        try {
            return new Service(plan, builder.start());
        } catch (IOException e) {
            throw new Failure("The service " + plan.name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** Whether the process was started by a stack on that data folder. */
    static boolean marked(ProcessHandle process, Path data) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of()).contains(MARK + data);
    }

    /** Ends a process: SIGTERM, and SIGKILL after {@link #GRACE}. */
    static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    Plan plan() {
        return plan;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Calls back with the exit code once the process has ended, for whatever reason. */
    void onExit(IntConsumer callback) {
        process.onExit().thenAccept(ended -> callback.accept(ended.exitValue()));
    }

    /**
     * Waits until the service says that it is ready.
     *
     * @param wishedStop completes when the user does not want to wait any longer; the method then returns
     * @throws Failure when it ends before, or is not ready within the limit
     */
    void awaitReady(CompletableFuture<?> wishedStop, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        while (!ready()) {
            if (!process.isAlive()) {
                throw new Failure("The service " + plan.name() + " ended while starting (code " + process.exitValue()
                        + "). Its log: " + plan.log());
            }
            if (System.nanoTime() > end) {
                throw new Failure("The service " + plan.name() + " was not ready within " + limit.toSeconds()
                        + " seconds. Its log: " + plan.log());
            }
            if (within(wishedStop, Duration.ofMillis(200))) {
                return;
            }
        }
    }

    private boolean ready() {
        var request = HttpRequest.newBuilder(URI.create(plan.ready()))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nobody answers there yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for " + plan.name() + ".", e);
        }
    }

    /** Whether the future completes within that time. */
    static boolean within(CompletableFuture<?> future, Duration time) {
        try {
            future.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
