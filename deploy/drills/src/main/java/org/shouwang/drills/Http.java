package org.shouwang.drills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.shouwang.stack.Failure;

/** Plain requests, HTTP/1.1. An answer that takes longer than {@link #HANG} counts as a hang. */
final class Http {

    static final Duration HANG = Duration.ofSeconds(30);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(HANG).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What must be answered with 2xx. */
    static String must(HttpRequest request) {
        try {
            var answer = send(request);
            if (answer.statusCode() / 100 == 2) return answer.body();
            throw new Failure(request.method() + " " + request.uri() + " was answered with " + answer.statusCode() + " "
                    + answer.body());
        } catch (IOException e) {
            throw new Failure(request.method() + " " + request.uri() + " was not answered: " + e, e);
        }
    }

    static HttpRequest put(String url, String token, String body) {
        return request(url, token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    static int status(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(5))
                        .build())
                .statusCode();
    }
}
