package org.shouwang.stack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample: a file of requests that are sent in order through the gateway, each as one of the sample users.
 *
 * <p>A step has {@code say}, {@code as} and one of {@code get}, {@code put}, {@code post} (a path) or {@code upload} (a document kind with its
 * {@code text}); a {@code body}, or a {@code file} and its {@code type}; {@code keep} names values taken from the answer by JSON pointer, written
 * {@code ${name}} later; {@code until} waits for values. An upload keeps its reference under its kind. A 404, a 409 {@code NOT_YET_KNOWN} and what {@code
 * until} waits for are asked for again for up to 30 seconds, since services hear of each other within moments; so is the refusal whose code is
 * {@code retry}.
 */
final class Story implements SampleLoader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_0-9]+)}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path folder;

    /** @param folder holds {@code story.json} and the files that it names */
    Story(Path folder) {
        this.folder = folder;
    }

    @Override
    public void load(String gatewayUrl, SignIn signIn, Path done, Consumer<String> progress) {
        try (var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            var story = JSON.readTree(folder.resolve("story.json").toFile());
            var reached = Files.exists(done) ? JSON.readTree(done.toFile()) : JSON.createObjectNode();
            var values = new LinkedHashMap<String, String>();
            for (var known : List.of(story.path("values"), reached.path("values")))
                known.properties()
                        .forEach(v -> values.put(v.getKey(), v.getValue().asText()));
            var steps = story.path("steps");
            for (var i = reached.path("steps").asInt(); i < steps.size(); i++) {
                if (steps.get(i).has("say"))
                    progress.accept(steps.get(i).get("say").asText());
                new Run(client, gatewayUrl, signIn, values).takeAll(steps.get(i));
                note(done, i + 1, values);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step that was taken and not noted is taken again at once, which changes nothing. */
    private static void note(Path done, int steps, Map<String, String> values) throws IOException {
        var next = done.resolveSibling(done.getFileName() + ".new");
        JSON.writeValue(next.toFile(), Map.of("steps", steps, "values", values));
        Files.move(next, done, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private final class Run {
        private final HttpClient client;
        private final String gateway;
        private final SignIn signIn;
        private final Map<String, String> values;

        Run(HttpClient client, String gateway, SignIn signIn, Map<String, String> values) {
            this.client = client;
            this.gateway = gateway;
            this.signIn = signIn;
            this.values = values;
        }

        /** {@code each} gives values under which {@code steps} are taken, one after another. */
        void takeAll(JsonNode step) throws IOException {
            if (!step.has("each")) {
                take(step);
                return;
            }
            for (var given : step.get("each")) {
                var with = new LinkedHashMap<>(values);
                given.properties()
                        .forEach(v -> with.put(v.getKey(), v.getValue().asText()));
                for (var inner : step.get("steps")) new Run(client, gateway, signIn, with).take(inner);
            }
        }

        private void take(JsonNode step) throws IOException {
            var request = request(step);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            var answer = send(request);
            while (!done(step, answer) && System.nanoTime() < deadline) {
                CompletableFuture.runAsync(
                                () -> {}, CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS))
                        .join();
                answer = send(request);
            }
            if (!done(step, answer))
                throw new Failure("The sample stopped at " + request.method() + " " + request.uri() + ": "
                        + answer.statusCode() + " " + answer.body());
            var found = answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
            step.path("keep")
                    .properties()
                    .forEach(k ->
                            values.put(k.getKey(), value(found, k.getValue().asText())));
            if (step.has("upload"))
                values.put(
                        step.get("upload").asText(),
                        JSON.createObjectNode()
                                .put("kind", step.get("upload").asText())
                                .put("sha256", found.path("sha256").asText())
                                .toString());
        }

        private boolean done(JsonNode step, HttpResponse<String> answer) throws IOException {
            if (answer.statusCode() / 100 != 2) {
                if (answer.statusCode() == 404
                        || answer.statusCode() == 409 && answer.body().contains("NOT_YET_KNOWN")
                        || step.has("retry")
                                && answer.body().contains(step.get("retry").asText())) return false;
                throw new Failure("The sample stopped at " + answer.request().method() + " " + answer.uri() + ": "
                        + answer.statusCode() + " " + answer.body());
            }
            if (!step.has("until")) return true;
            var found = JSON.readTree(answer.body());
            return step.get("until").properties().stream().allMatch(u -> value(found, u.getKey())
                    .equals(fill(u.getValue().asText())));
        }

        private HttpRequest request(JsonNode step) throws IOException {
            var request = HttpRequest.newBuilder().timeout(TIMEOUT);
            request.header(
                    "Authorization", "Bearer " + signIn.token(step.path("as").asText()));
            if (step.has("get"))
                return request.uri(uri(step.get("get").asText())).GET().build();
            if (step.has("upload")) {
                var query = "?kind=" + step.get("upload").asText() + "&household=" + fill("${household}");
                return request.uri(uri("/archive/documents" + query))
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .POST(BodyPublishers.ofString(fill(step.get("text").asText())))
                        .build();
            }
            var method = step.has("put") ? "put" : "post";
            request.header("Content-Type", step.path("type").asText("application/json"));
            return request.uri(uri(step.get(method).asText()))
                    .method(method.toUpperCase(java.util.Locale.ROOT), body(step))
                    .build();
        }

        private BodyPublisher body(JsonNode step) throws IOException {
            if (step.has("file")) {
                var file = folder.resolve(step.get("file").asText());
                if (!step.path("type").asText("application/json").equals("application/json"))
                    return BodyPublishers.ofFile(file);
                return BodyPublishers.ofString(fill(Files.readString(file)));
            }
            return step.has("body")
                    ? BodyPublishers.ofString(fill(JSON.writeValueAsString(step.get("body"))))
                    : BodyPublishers.noBody();
        }

        private HttpResponse<String> send(HttpRequest request) throws IOException {
            try {
                return client.send(request, BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("The sample was interrupted.", e);
            }
        }

        private URI uri(String path) {
            return URI.create(gateway + fill(path).replace(" ", URLEncoder.encode(" ", StandardCharsets.UTF_8)));
        }

        /** In JSON bodies a document reference stands as {@code "${DOC_X}"} and becomes an object. */
        private String fill(String text) {
            var documents = Pattern.compile("\"\\$\\{(DOC_[A-Z_]+)}\"")
                    .matcher(text)
                    .replaceAll(m -> Matcher.quoteReplacement(known(m.group(1))));
            return NAME.matcher(documents).replaceAll(m -> Matcher.quoteReplacement(known(m.group(1))));
        }

        private String known(String name) {
            var value = values.get(name);
            if (value == null)
                throw new Failure("The sample names " + name + " before it is known; it knows "
                        + List.copyOf(values.keySet()) + ".");
            return value;
        }
    }

    private static String value(JsonNode node, String pointer) {
        return node.at(JsonPointer.compile(pointer)).asText();
    }
}
