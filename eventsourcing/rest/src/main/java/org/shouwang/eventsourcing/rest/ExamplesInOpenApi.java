package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.shouwang.eventsourcing.journal.Json;

/** Shows with every operation what a request and its answer look like, from the service's {@code META-INF/openapi-examples.json}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ExamplesInOpenApi implements OASFilter {

    private static final String FILE = "META-INF/openapi-examples.json";

    /** Under a key such as {@code GET /household/areas/{code}}: values of parameters by name, the JSON that goes in, the JSON that comes out. */
    record Example(Map<String, Object> parameters, Object request, Object response) {}

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) return;
        var examples = read();
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    var example = examples.get(method + " " + path);
                    if (example != null) show(example, operation);
                }));
    }

    private static void show(Example example, Operation operation) {
        if (example.parameters() != null)
            operation
                    .getParameters()
                    .forEach(p -> p.setExample(example.parameters().get(p.getName())));
        if (example.request() != null)
            show(example.request(), operation.getRequestBody().getContent());
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null)
                show(example.response(), response.getContent());
        });
    }

    private static void show(Object json, Content content) {
        content.getMediaTypes().values().forEach(type -> type.setExample(json));
    }

    private static Map<String, Example> read() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return in == null ? Map.of() : Json.MAPPER.readValue(in, new TypeReference<Map<String, Example>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
