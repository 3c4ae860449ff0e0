package org.shouwang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The manifests, checked without a cluster: what is Kubernetes' and Strimzi's against their published models, CloudNativePG's clusters and the
 * kustomizations against their published schemas. A misspelt field is refused wherever it stands.
 */
class ManifestsTest {

    private static final Path KUBERNETES = Path.of("").toAbsolutePath().resolve("kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** What may hold any names, as labels and what selects by them do. */
    private static final Set<String> MAPS =
            Set.of("annotations", "labels", "requests", "limits", "config", "parameters");

    /** Refuses what Strimzi's models would only keep aside. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private final PublishedSchema database = PublishedSchema.ofResource("cnpg-cluster.json");
    private final PublishedSchema kustomization = PublishedSchema.of("kustomization.json");

    ManifestsTest() throws IOException {}

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
    void a_misspelt_field_is_refused_wherever_it_stands() throws IOException {
        for (var manifest : documents()) {
            var objects = new ArrayList<ObjectNode>();
            objects(manifest, objects);
            assertThat(objects).isNotEmpty();
            for (var object : objects) {
                object.put("replicsa", 2);
                refused(manifest, object.toString());
                object.remove("replicsa");
            }
        }
    }

    @Test
    void a_value_of_another_type_is_refused_wherever_it_stands() throws IOException {
        for (var manifest : documents()) {
            var objects = new ArrayList<ObjectNode>();
            objects(manifest, objects);
            for (var object : objects) {
                for (var name : List.copyOf(
                        object.propertyStream().map(Map.Entry::getKey).toList())) {
                    var value = object.get(name);
                    if (!value.isValueNode()) continue;
                    object.putArray(name);
                    refused(manifest, name);
                    object.set(name, value);
                }
            }
        }
    }

    @Test
    void each_service_has_its_database_with_standbys_and_its_probes() throws IOException {
        var names = new HashSet<String>();
        for (var manifest : manifests()) names.add(manifest.at("/metadata/name").asText());
        for (var manifest : manifests()) {
            var name = manifest.at("/metadata/name").asText();
            switch (manifest.get("kind").asText()) {
                case "Deployment" -> {
                    assertThat(names).contains(name, name + "-db");
                    assertThat(manifest.toString())
                            .contains("postgresql://" + name + "-db-rw:5432/" + name)
                            .contains("/" + name + "/q/health/ready");
                }
                case "Cluster" -> {
                    assertThat(manifest.at("/spec/instances").asInt()).isEqualTo(3);
                    assertThat(manifest.at("/spec/postgresql/synchronous/number")
                                    .asInt())
                            .isEqualTo(1);
                }
                case "KafkaNodePool" ->
                    assertThat(manifest.at("/spec/replicas").asInt()).isEqualTo(3);
                default -> {}
            }
        }
    }

    @Test
    void each_resource_that_a_kustomization_lists_is_there() throws IOException {
        for (var folder : List.of("base", "county")) {
            var at = KUBERNETES.resolve(folder);
            var kustomization = kustomization(folder);
            check(kustomization);
            var listed = kustomization.get("resources");
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

    @Test
    void each_patch_replaces_what_is_there() throws IOException {
        var patches = kustomization("county").get("patches");
        assertThat(patches).isNotEmpty();
        for (var patch : patches) {
            var target = manifests().stream()
                    .filter(m -> m.get("kind").equals(patch.at("/target/kind"))
                            && m.at("/metadata/name").equals(patch.at("/target/name")))
                    .toList();
            assertThat(target).hasSize(1);
            for (var operation : YAML.readTree(patch.get("patch").asText())) {
                assertThat(operation.get("op").asText()).isEqualTo("replace");
                assertThat(target.getFirst().at(operation.get("path").asText()).isTextual())
                        .isTrue();
            }
        }
    }

    private void check(JsonNode manifest) throws IOException {
        var json = manifest.toString();
        switch (manifest.get("apiVersion").asText() + "/" + manifest.get("kind").asText()) {
            case "apps/v1/Deployment" -> V1Deployment.fromJson(json);
            case "v1/Service" -> V1Service.fromJson(json);
            case "v1/PersistentVolumeClaim" -> V1PersistentVolumeClaim.fromJson(json);
            case "policy/v1/PodDisruptionBudget" -> V1PodDisruptionBudget.fromJson(json);
            case "networking.k8s.io/v1/Ingress" -> V1Ingress.fromJson(json);
            case "kafka.strimzi.io/v1beta2/Kafka" -> STRICT.treeToValue(manifest, Kafka.class);
            case "kafka.strimzi.io/v1beta2/KafkaNodePool" -> STRICT.treeToValue(manifest, KafkaNodePool.class);
            case "postgresql.cnpg.io/v1/Cluster" -> {
                V1ObjectMeta.fromJson(manifest.get("metadata").toString());
                assertThat(database.flaws(manifest)).isEmpty();
            }
            case "kustomize.config.k8s.io/v1beta1/Kustomization" ->
                assertThat(kustomization.flaws(manifest)).isEmpty();
            case String unknown -> throw new AssertionError("no model for " + unknown);
        }
    }

    private void refused(JsonNode manifest, String what) {
        assertThatThrownBy(() -> check(manifest), "%s in %s", what, manifest.get("kind"))
                .isInstanceOfAny(Exception.class, AssertionError.class);
    }

    private static void objects(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) found.add(object);
        node.properties().stream()
                .filter(field ->
                        !MAPS.contains(field.getKey()) && !field.getValue().has("app.kubernetes.io/name"))
                .forEach(field -> objects(field.getValue(), found));
        if (node.isArray()) node.forEach(item -> objects(item, found));
    }

    private static JsonNode kustomization(String folder) throws IOException {
        return YAML.readTree(
                KUBERNETES.resolve(folder).resolve("kustomization.yaml").toFile());
    }

    private static List<JsonNode> documents() throws IOException {
        var all = manifests();
        for (var folder : List.of("base", "county")) all.add(kustomization(folder));
        return all;
    }

    private static List<JsonNode> manifests() throws IOException {
        var all = new ArrayList<JsonNode>();
        try (var files = Files.walk(KUBERNETES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList())
                try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
                    documents.forEachRemaining(all::add);
                }
        }
        return all;
    }
}
