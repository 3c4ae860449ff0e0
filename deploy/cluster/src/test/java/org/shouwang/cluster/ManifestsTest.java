package org.shouwang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What containers are started by, checked without them: the Compose file against the schema of the specification, the manifests against
 * the published models of Kubernetes and Strimzi, in which a misspelt or missing field is refused. CloudNativePG publishes no such model;
 * of its clusters only the names are checked.
 */
class ManifestsTest {

    private static final Path CLUSTER = Path.of("").toAbsolutePath();
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Refuses what Strimzi's models would only keep aside. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    @Test
    void the_compose_file_follows_the_specification() throws IOException {
        var compose = compose();
        assertThat(flaws(compose)).isEmpty();
        ((ObjectNode) compose.at("/services/household")).put("imaeg", "misspelt");
        assertThat(flaws(compose)).isNotEmpty();
    }

    @Test
    void each_file_that_the_compose_file_mounts_is_there() throws IOException {
        var compose = compose();
        compose.findValues("volumes").stream()
                .flatMap(volumes -> Stream.of(volumes.toString().split("\"")))
                .filter(volume -> volume.startsWith("./"))
                .forEach(volume ->
                        assertThat(CLUSTER.resolve(volume.split(":")[0])).exists());
        assertThat(compose.at("/services").properties()).hasSize(7);
    }

    @Test
    void each_manifest_is_one_that_kubernetes_and_the_operators_know() throws IOException {
        var seen = new ArrayList<String>();
        for (var manifest : manifests()) {
            check(manifest);
            seen.add(manifest.get("kind").asText() + "/"
                    + manifest.at("/metadata/name").asText());
        }
        assertThat(seen)
                .doesNotHaveDuplicates()
                .contains(
                        "Deployment/household",
                        "Deployment/archive",
                        "Kafka/shouwang",
                        "Cluster/monitoring-db",
                        "Ingress/shouwang");
    }

    @Test
    void a_misspelt_field_is_refused() throws IOException {
        for (var manifest : manifests()) {
            if (manifest.get("kind").asText().equals("Cluster")) continue;
            var wrong = (ObjectNode) manifest.deepCopy();
            ((ObjectNode) wrong.get("spec")).put("replicsa", 2);
            assertThatThrownBy(() -> check(wrong))
                    .as("%s", manifest.get("kind"))
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void what_the_services_name_is_there() throws IOException {
        var names = new HashSet<String>();
        for (var manifest : manifests()) names.add(manifest.at("/metadata/name").asText());
        for (var manifest : manifests()) {
            if (!manifest.get("kind").asText().equals("Deployment")) continue;
            var service = manifest.at("/metadata/name").asText();
            assertThat(names).contains(service, service + "-db");
            assertThat(manifest.toString())
                    .contains("postgresql://" + service + "-db-rw:5432/" + service)
                    .contains("/" + service + "/q/health/ready");
        }
    }

    @Test
    void each_resource_that_a_kustomization_lists_is_there() throws IOException {
        for (var folder : List.of("base", "county")) {
            var at = CLUSTER.resolve("kubernetes").resolve(folder);
            var listed =
                    YAML.readTree(at.resolve("kustomization.yaml").toFile()).get("resources");
            assertThat(listed).isNotEmpty();
            for (var resource : listed)
                assertThat(at.resolve(resource.asText())).exists();
            try (var files = Files.list(at)) {
                assertThat(files.map(file -> file.getFileName().toString())
                                .filter(name -> !name.equals("kustomization.yaml")))
                        .allSatisfy(name -> assertThat(listed.toString()).contains("\"" + name + "\""));
            }
        }
    }

    private static void check(JsonNode manifest) throws IOException {
        var json = JsonParser.parseString(manifest.toString());
        switch (manifest.get("apiVersion").asText() + "/" + manifest.get("kind").asText()) {
            case "apps/v1/Deployment" -> V1Deployment.validateJsonElement(json);
            case "v1/Service" -> V1Service.validateJsonElement(json);
            case "v1/PersistentVolumeClaim" -> V1PersistentVolumeClaim.validateJsonElement(json);
            case "policy/v1/PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
            case "networking.k8s.io/v1/Ingress" -> V1Ingress.validateJsonElement(json);
            case "kafka.strimzi.io/v1beta2/Kafka" -> STRICT.treeToValue(manifest, Kafka.class);
            case "kafka.strimzi.io/v1beta2/KafkaNodePool" -> STRICT.treeToValue(manifest, KafkaNodePool.class);
            case "postgresql.cnpg.io/v1/Cluster" ->
                assertThat(manifest.at("/spec/instances").asInt()).isGreaterThan(1);
            case String unknown -> throw new AssertionError("no model for " + unknown);
        }
    }

    private static List<JsonNode> manifests() throws IOException {
        var all = new ArrayList<JsonNode>();
        try (var files = Files.walk(CLUSTER.resolve("kubernetes"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList())
                try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    documents.forEachRemaining(all::add);
                }
        }
        return all;
    }

    private static List<String> flaws(JsonNode compose) throws IOException {
        try (var schema = ManifestsTest.class.getResourceAsStream("compose-spec.json")) {
            var result = Validator.create(
                            JsonSchema.of(new JsonObject(new String(schema.readAllBytes()))),
                            new JsonSchemaOptions()
                                    .setDraft(Draft.DRAFT7)
                                    .setBaseUri("urn:compose")
                                    .setOutputFormat(OutputFormat.Basic))
                    .validate(new JsonObject(compose.toString()));
            return result.getValid()
                    ? List.of()
                    : result.getErrors().stream()
                            .map(e -> e.getInstanceLocation() + " " + e.getError())
                            .toList();
        }
    }

    /** With its anchors and merge keys resolved. */
    private static ObjectNode compose() throws IOException {
        try (var file = Files.newBufferedReader(CLUSTER.resolve("compose.yaml"))) {
            return YAML.valueToTree(new Yaml().load(file));
        }
    }
}
