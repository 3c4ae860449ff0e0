package org.shouwang.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Thousands of requests, some side by side; each is taken, or the test ends. */
final class Bulk implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Running stack;
    private final String gateway;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Bulk(Running stack) {
        this.stack = stack;
        this.gateway = stack.text("/gateway/url");
    }

    /** What this says has reached the other services a moment later: asked again while they say that they do not know yet. */
    void put(String user, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + stack.bearer(user))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        if (!taken(request)) await(path).pollInterval(PAUSE).until(() -> taken(request));
    }

    private boolean taken(HttpRequest request) {
        var answer = send(request);
        if (answer.statusCode() / 100 == 2) return true;
        if (answer.statusCode() == 404 || answer.body().contains("NOT_YET_KNOWN")) return false;
        throw new AssertionError(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All of them, sixteen at once. */
    static <T> void each(List<T> items, Consumer<T> work) throws InterruptedException, ExecutionException {
        try (var clerks = Executors.newFixedThreadPool(AT_ONCE)) {
            List<? extends Future<?>> done =
                    items.stream().map(i -> clerks.submit(() -> work.accept(i))).toList();
            for (var one : done) one.get();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
