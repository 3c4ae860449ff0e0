package org.shouwang.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.util.List;

/** A schema that others publish and of which a copy lies beside the tests; sources and licences are in its folder's LICENSES.md. */
final class PublishedSchema {

    private final Validator validator;

    private PublishedSchema(JsonNode schema, String name) {
        validator = Validator.create(
                JsonSchema.of(new JsonObject(schema.toString())),
                new JsonSchemaOptions()
                        .setDraft(Draft.DRAFT7)
                        .setBaseUri("urn:" + name)
                        .setOutputFormat(OutputFormat.Basic));
    }

    static PublishedSchema of(String name) throws IOException {
        return new PublishedSchema(read(name), name);
    }

    /** Of a custom resource: Kubernetes drops fields that such a schema does not name; here they are refused. */
    static PublishedSchema ofResource(String name) throws IOException {
        var schema = read(name);
        close(schema);
        return new PublishedSchema(schema, name);
    }

    List<String> flaws(JsonNode document) {
        var result = validator.validate(new JsonObject(document.toString()));
        return result.getValid()
                ? List.of()
                : result.getErrors().stream()
                        .map(e -> e.getInstanceLocation() + " " + e.getError())
                        .toList();
    }

    private static JsonNode read(String name) throws IOException {
        try (var in = PublishedSchema.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static void close(JsonNode schema) {
        if (schema.get("properties") instanceof ObjectNode
                && !schema.has("additionalProperties")
                && !schema.has("x-kubernetes-preserve-unknown-fields"))
            ((ObjectNode) schema).put("additionalProperties", false);
        schema.forEach(PublishedSchema::close);
    }
}
