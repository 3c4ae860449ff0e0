package org.shouwang.eventsourcing.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.stack.SignIn;

/**
 * Holds a running service to its own description: every operation is told in both languages and shown by examples, and what they show
 * fits the schemas and is taken by the operation itself.
 */
public final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final List<String> wrong = new ArrayList<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    public static void check() throws IOException {
        var api = new OpenApi(document());
        assertThat(api.document.path("openapi").asText()).startsWith("3.1");
        api.check(api.keys());
        assertThat(api.wrong).isEmpty();
    }

    /**
     * Every list and every detail says who recorded what it shows and when: itself, or the object in it that it is about.
     *
     * @param calculated paths, behind the service's own, that show what nobody recorded: it is counted or looked up when it is asked for
     */
    public static void saysWhoRecorded(String... calculated) throws IOException {
        var api = new OpenApi(document());
        var silent = new TreeSet<String>();
        api.document.path("paths").properties().forEach(path -> {
            var schema = api.entry(path.getValue().at("/get/responses/200/content/application~1json/schema"));
            if (schema.has("properties") && !api.told(schema))
                silent.add(path.getKey().replaceFirst("^/[a-z]+", ""));
        });
        assertThat(silent).containsExactlyInAnyOrder(calculated);
    }

    /**
     * Every code that an answer shows has its Chinese word beside it.
     *
     * @param technical names of the codes that are for programs, or written out in documents that clerks send back as they are
     */
    public static void hasWords(String... technical) throws IOException {
        var api = new OpenApi(document());
        var shown = new TreeSet<String>();
        api.document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .flatMap(operation -> operation.getValue().path("responses").properties().stream())
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> api.reach(response.getValue().at("/content/application~1json/schema"), shown)));
        var wordless = new TreeSet<String>();
        shown.forEach(name -> {
            var fields = api.document.at("/components/schemas/" + name + "/properties");
            fields.properties().forEach(field -> {
                var code = field.getValue().has("items") ? field.getValue().path("items") : field.getValue();
                if (api.resolved(code).has("enum") && !fields.has(field.getKey() + "Zh"))
                    wordless.add(code.path("$ref")
                            .asText(name + "/" + field.getKey())
                            .replaceFirst(".*/schemas/", ""));
            });
        });
        assertThat(wordless).containsExactlyInAnyOrder(technical);
    }

    /** The names of all schemas that a described answer consists of. */
    private void reach(JsonNode described, Set<String> names) {
        if (described.has("$ref")) {
            var name = described.path("$ref").asText().replaceFirst(".*/schemas/", "");
            if (names.add(name)) reach(resolved(described), names);
        } else described.forEach(part -> reach(part, names));
    }

    private boolean told(JsonNode schema) {
        return said(schema)
                || schema.path("properties").valueStream().map(this::resolved).anyMatch(OpenApi::said);
    }

    private static boolean said(JsonNode schema) {
        var fields = schema.path("properties");
        return fields.has("recorded") || fields.has("recordedAt") && (fields.has("recordedBy") || fields.has("user"));
    }

    /** What a page or a list consists of; else the thing itself. */
    private JsonNode entry(JsonNode described) {
        var schema = resolved(described);
        var page = schema.at("/properties/next").isMissingNode()
                ? schema.path("items")
                : schema.at("/properties/items/items");
        return page.isMissingNode() ? schema : resolved(page);
    }

    private JsonNode resolved(JsonNode described) {
        return described.has("$ref")
                ? document.at(described.path("$ref").asText().substring(1))
                : described;
    }

    private static JsonNode document() throws IOException {
        var root = ConfigProvider.getConfig().getValue("quarkus.http.root-path", String.class);
        return Json.MAPPER.readTree(given().basePath(root)
                .accept("application/json")
                .get("/openapi?format=json")
                .asString());
    }

    /** Those of the file, so that none is left over whose operation is gone. */
    private Set<String> keys() throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream("META-INF/openapi-examples.json")) {
            var keys = new HashSet<String>();
            Json.MAPPER.readTree(in).fieldNames().forEachRemaining(keys::add);
            return keys;
        }
    }

    private void check(Set<String> keys) {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> {
                    var method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                    keys.remove(method + " " + path.getKey());
                    check(method, path.getKey(), operation.getValue());
                }));
        keys.forEach(key -> wrong.add(key + " is no operation"));
    }

    private void check(String method, String path, JsonNode operation) {
        var name = method + " " + path;
        if (!operation.path("summary").asText().matches(".+ / .*\\p{IsHan}.*"))
            wrong.add(name + " has no summary in both languages");
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> shown(name + " " + response.getKey(), response.getValue()));
        var body = operation.at("/requestBody/content/application~1json");
        if (!body.isMissingNode()) {
            shown(name, operation.path("requestBody"));
            taken(method, path, operation, body.path("example"));
        } else if (method.equals("GET")) {
            var answer = send(method, path, operation, null);
            if (answer.statusCode() == 400 || answer.statusCode() >= 500) wrong.add(name + " " + answer.asString());
        }
    }

    private void shown(String name, JsonNode described) {
        var type = described.at("/content/application~1json");
        if (type.isMissingNode()) return;
        if (!type.has("example")) wrong.add(name + " has no example");
        else fits(name, type.path("schema"), type.path("example"));
    }

    /** An example is read as it stands, and nothing else is. */
    private void taken(String method, String path, JsonNode operation, JsonNode example) {
        var answer = send(method, path, operation, example);
        if (answer.statusCode() == 400 || answer.statusCode() == 415 || answer.statusCode() >= 500)
            wrong.add(method + " " + path + " " + answer.asString());
        if (!(example instanceof ObjectNode object)) return;
        var refused = send(method, path, operation, object.deepCopy().put("neverHeardOf", 1));
        if (refused.statusCode() != 400 || !"UNKNOWN_FIELD".equals(refused.path("code")))
            wrong.add(method + " " + path + " reads no body: " + refused.asString());
    }

    /** With the version of no stream, so that nothing changes. */
    private Response send(String method, String path, JsonNode operation, JsonNode body) {
        var request = given().basePath("/").header("If-Match", "\"999999\"");
        if (operation.has("security"))
            request.auth().oauth2(Servers.token(user(operation.at("/security/0/SecurityScheme"))));
        for (var parameter : operation.path("parameters")) {
            var example = parameter.path("example");
            var value = example.isMissingNode() ? new UUID(0, 0).toString() : example.asText();
            switch (parameter.path("in").asText()) {
                case "path" -> request.pathParam(parameter.path("name").asText(), value);
                case "query" -> {
                    if (!example.isMissingNode())
                        request.queryParam(parameter.path("name").asText(), value);
                }
                default -> {}
            }
        }
        if (body != null) request.contentType("application/json").body(body.toString());
        return request.request(method, path);
    }

    /** A sample user of one of the roles; anybody where none is named. */
    private static String user(JsonNode roles) {
        return SignIn.users().stream()
                .filter(user -> roles.isEmpty()
                        || roles.valueStream()
                                .map(JsonNode::asText)
                                .anyMatch(role ->
                                        role.equals("**") || user.roles().contains(role)))
                .findFirst()
                .orElseThrow()
                .user();
    }

    private void fits(String where, JsonNode described, JsonNode value) {
        var schema = resolved(described);
        var fits =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> !schema.has("type");
                };
        if (!fits || schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals))
            wrong.add(where + " does not fit " + schema);
        schema.path("required").forEach(field -> {
            if (!value.has(field.asText())) wrong.add(where + " has no " + field.asText());
        });
        if (schema.has("properties"))
            value.properties().forEach(field -> {
                var property = schema.path("properties").path(field.getKey());
                if (property.isMissingNode()) wrong.add(where + "." + field.getKey() + " does not exist");
                else fits(where + "." + field.getKey(), property, field.getValue());
            });
        if (schema.has("items")) value.forEach(item -> fits(where + "[]", schema.path("items"), item));
    }
}
