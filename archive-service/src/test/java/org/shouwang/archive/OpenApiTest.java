package org.shouwang.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.testing.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class OpenApiTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    @Test
    void every_operation_says_what_it_does_in_both_languages() throws IOException {
        var document = Json.MAPPER.readTree(
                given().accept("application/json").get("/openapi?format=json").asString());
        var silent = new ArrayList<String>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .filter(operation ->
                        !operation.getValue().path("summary").asText().contains(" / "))
                .forEach(operation -> silent.add(operation.getKey() + " " + path.getKey())));
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").size()).isGreaterThan(8);
        assertThat(silent).isEmpty();
    }
}
