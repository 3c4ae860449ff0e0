package org.shouwang.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The whole system as a user starts it, one per test run: {@code deploy/start} on free ports and a folder of its own, with the sample.
 * {@code -Dshouwang.data=DIR} takes a stack that runs already, started with {@code --restart-dead}.
 */
final class Running {

    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static Running running;

    private final Path data;
    private final Process process;
    private final Map<String, Map<String, Object>> figures = new ConcurrentHashMap<>();

    private Running() throws IOException {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails(io.restassured.filter.log.LogDetail.BODY);
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(100));
        var given = System.getProperty("shouwang.data");
        data = given == null ? Files.createTempDirectory("shouwang") : Path.of(given);
        if (given != null) {
            process = null;
            return;
        }
        process = new ProcessBuilder(
                        home().resolve("deploy/start").toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0",
                        "--ports",
                        "auto",
                        "--restart-dead")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("start.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        Awaitility.await()
                .ignoreExceptions()
                .atMost(START)
                .until(() -> !process.isAlive() || output().contains("Ctrl-C"));
        if (!process.isAlive()) throw new IllegalStateException("deploy/start ended: " + output());
        Awaitility.await().ignoreExceptions().until(() -> Files.exists(data.resolve("stack.json")));
    }

    static synchronized Running stack() {
        try {
            if (running == null) {
                running = new Running();
                running.readFigures();
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path home() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    /** What a service counts in the sample village on 2021-09-30, read before any test adds a household. */
    Map<String, Object> figures(String service) {
        return figures.get(service);
    }

    private void readFigures() {
        for (var service : List.of("household", "monitoring", "assistance"))
            figures.put(
                    service,
                    as("town-operator")
                            .get("/" + service + "/figures?area=" + Family.VILLAGE + "&date=2021-09-30")
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("$"));
    }

    /** A request to the gateway as one of the sample users. */
    RequestSpecification as(String user) {
        return anonymous().auth().oauth2(bearer(user));
    }

    RequestSpecification anonymous() {
        return RestAssured.given().baseUri(text("/gateway/url")).contentType(ContentType.JSON);
    }

    /** A token of one of the sample users. */
    String bearer(String user) {
        return TOKENS.computeIfAbsent(user, this::token);
    }

    /** Ends a service as a power cut would, and waits until it answers again. */
    void kill(String service) {
        var pid = file().at("/services/" + service + "/pid").asLong();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> file().at("/services/" + service + "/pid").asLong() != pid);
        awaitReady(service);
    }

    void awaitReady(String service) {
        Awaitility.await().ignoreExceptions().until(() -> answers("/" + service + "/q/health/ready"));
    }

    String text(String pointer) {
        return file().at(pointer).asText();
    }

    String output() {
        try {
            return Files.readString(data.resolve("start.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(String path) {
        Response answer = anonymous().get(path);
        return answer.statusCode() == 200;
    }

    private JsonNode file() {
        try {
            return JSON.readTree(data.resolve("stack.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token(String user) {
        return RestAssured.given()
                .formParams(
                        Map.of("grant_type", "password", "client_id", "shouwang", "username", user, "password", "any"))
                .post(text("/signIn/tokenUrl"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private void stop() {
        try {
            process.destroy();
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
