package org.shouwang.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class OpenApiTest {

    @Test
    void every_operation_says_in_both_languages_what_it_does() {
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        assertThat(paths)
                .containsKeys("/monitoring/cases/{id}/visit", "/monitoring/clues/{id}", "/monitoring/policies");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation instanceof Map<?, ?> described)
                assertThat((String) described.get("summary"))
                        .as("%s %s", method, path)
                        .matches(".+ / .*\\p{IsHan}.*");
        }));
    }
}
