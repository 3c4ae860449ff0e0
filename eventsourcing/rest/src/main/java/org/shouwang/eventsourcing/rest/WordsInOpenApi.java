package org.shouwang.eventsourcing.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;
import org.shouwang.eventsourcing.Worded;

/** Describes the words that {@link WordsInAnswers} adds; read only, because no request has them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WordsInOpenApi implements OASFilter {

    private final Set<String> worded;

    public WordsInOpenApi(IndexView classes) {
        worded = classes.getAllKnownImplementations(Worded.class).stream()
                .map(type -> type.simpleName())
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) return;
        api.getComponents().getSchemas().values().forEach(this::describe);
    }

    private void describe(Schema schema) {
        if (schema.getProperties() == null) return;
        var all = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((name, property) -> {
            all.put(name, property);
            var many = property.getItems() != null;
            if (code(many ? property.getItems() : property)
                    && !schema.getProperties().containsKey(name + WordsInAnswers.SUFFIX))
                all.put(name + WordsInAnswers.SUFFIX, many ? words() : word());
        });
        schema.setProperties(all);
    }

    private boolean code(Schema schema) {
        return schema.getRef() != null
                && worded.contains(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
    }

    private static Schema word() {
        return OASFactory.createSchema().addType(SchemaType.STRING).readOnly(true);
    }

    private static Schema words() {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(word()).readOnly(true);
    }
}
