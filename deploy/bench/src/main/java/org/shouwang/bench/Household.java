package org.shouwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Ports;
import org.shouwang.stack.ServiceCommand;

/** household-service as {@code deploy/start} starts it. */
final class Household implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String url;
    private final long began = System.nanoTime();

    /** @param environment where its servers are, and its port */
    Household(Path home, Map<String, String> environment, Path log) {
        url = "http://" + Ports.HOST + ":" + environment.get("QUARKUS_HTTP_PORT") + "/household";
        var builder = new ProcessBuilder(ServiceCommand.of(home, "household"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = Children.start("household-service", builder);
    }

    /** Waits for it. The answer: nanoseconds since its start. */
    long ready() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (System.nanoTime() - began < PATIENCE.toNanos() && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200)
                    return System.nanoTime() - began;
            } catch (IOException _) {
                // Nobody answers there yet.
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new Failure("household-service did not get ready.");
    }

    /** Resident memory in MiB; 0 where the system does not tell. */
    long resident() throws IOException {
        return mebibytes("VmRSS:");
    }

    /** Of {@link #resident}, what belongs to no file: heap, classes, code, threads and what libraries keep outside of the heap. */
    long anonymous() throws IOException {
        return mebibytes("RssAnon:");
    }

    /** The most that it ever was. */
    long mostResident() throws IOException {
        return mebibytes("VmHWM:");
    }

    private long mebibytes(String name) throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }

    /** The answer's body; a failure where it is not 200, 201 or 202. Its {@code status} field is added. */
    JsonNode send(String method, String path, String token, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofMinutes(10))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() > 202)
            throw new Failure(method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        return JSON.createObjectNode().put("status", answer.statusCode()).set("body", JSON.readTree(answer.body()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
