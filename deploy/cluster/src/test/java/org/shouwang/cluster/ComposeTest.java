package org.shouwang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The Compose file, checked without containers against the schema of the specification. */
class ComposeTest {

    private static final Path CLUSTER = Path.of("").toAbsolutePath();

    @Test
    void the_compose_file_follows_the_specification() throws IOException {
        assertThat(PublishedSchema.of("compose-spec.json").flaws(compose())).isEmpty();
    }

    @Test
    void a_misspelt_or_mistaken_field_is_refused() throws IOException {
        var schema = PublishedSchema.of("compose-spec.json");
        var misspelt = compose();
        ((ObjectNode) misspelt.at("/services/household")).put("imaeg", "misspelt");
        assertThat(schema.flaws(misspelt)).isNotEmpty();
        var mistaken = compose();
        ((ObjectNode) mistaken.at("/services/postgres/healthcheck")).putArray("retries");
        assertThat(schema.flaws(mistaken)).isNotEmpty();
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
    void the_only_copy_of_a_topic_is_on_the_disk_before_a_feed_ticks_it_off() throws IOException {
        assertThat(compose()
                        .at("/services/kafka/environment/KAFKA_LOG_FLUSH_INTERVAL_MESSAGES")
                        .textValue())
                .isEqualTo("1");
    }

    /** With its anchors and merge keys resolved. */
    private static ObjectNode compose() throws IOException {
        try (var file = Files.newBufferedReader(CLUSTER.resolve("compose.yaml"))) {
            return new YAMLMapper().valueToTree(new Yaml().load(file));
        }
    }
}
