package org.shouwang.eventsourcing.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Simple names; where two schemas have one, the second has a number behind it. */
    private final Set<String> worded;

    public WordsInOpenApi(IndexView classes) {
        worded = classes.getAllKnownImplementations(Worded.class).stream()
                .map(type -> type.simpleName())
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) return;
        var schemas = api.getComponents().getSchemas();
        var codes = schemas.entrySet().stream()
                .filter(schema -> schema.getValue().getEnumeration() != null
                        && worded.contains(schema.getKey().replaceFirst("\\d+$", "")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        schemas.values().forEach(schema -> describe(schema, codes));
    }

    private static void describe(Schema schema, Set<String> codes) {
        if (schema.getProperties() == null) return;
        var all = new LinkedHashMap<String, Schema>();
        schema.getProperties().forEach((name, property) -> {
            all.put(name, property);
            var many = property.getItems() != null;
            if (code(many ? property.getItems() : property, codes)
                    && !schema.getProperties().containsKey(name + WordsInAnswers.SUFFIX))
                all.put(name + WordsInAnswers.SUFFIX, many ? words() : word());
        });
        schema.setProperties(all);
    }

    private static boolean code(Schema schema, Set<String> codes) {
        return schema.getRef() != null
                && codes.contains(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
    }

    private static Schema word() {
        return OASFactory.createSchema().addType(SchemaType.STRING).readOnly(true);
    }

    private static Schema words() {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(word()).readOnly(true);
    }
}
