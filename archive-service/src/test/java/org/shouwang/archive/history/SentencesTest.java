package org.shouwang.archive.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.archive.document.DocumentKinds;
import org.shouwang.eventsourcing.journal.Json;

/** Holds the sentences against what each service promises to publish: no type untold, no place without a field, no code without a word. */
class SentencesTest {

    private static final Set<String> FILTERS = Set.of("", "count", "yuan", "member", "area");

    private final Sentences sentences = new Sentences(new DocumentKinds());

    private static JsonNode promised(String service) throws IOException {
        var file = Path.of("..", service + "-service", "events.schema.json");
        assertThat(file).as("the approved schemas of %s", service).exists();
        return Json.MAPPER.readTree(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "monitoring", "assistance", "archive"})
    void every_event_is_told(String service) throws IOException {
        var untold = new ArrayList<String>();
        promised(service).fieldNames().forEachRemaining(type -> {
            if (sentences.template(service, type) == null) untold.add(type);
        });
        assertThat(untold).as("events of %s without a sentence", service).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"household", "monitoring", "assistance", "archive"})
    void every_sentence_is_about_an_event_and_its_fields(String service) throws IOException {
        var promised = promised(service);
        var wrong = new ArrayList<String>();
        Table.lines("sentences-" + service + ".txt").forEach(row -> {
            var schema = promised.path(row.getFirst());
            if (schema.isMissingNode()) wrong.add(row.getFirst() + " is not published");
            else
                for (var template : List.of(new Template(row.get(1)), new Template(row.get(2))))
                    check(row.getFirst(), template, schema, wrong);
        });
        assertThat(wrong).isEmpty();
    }

    private void check(String type, Template template, JsonNode schema, List<String> wrong) {
        template.conditions().forEach(path -> {
            if (field(schema, path).isMissingNode()) wrong.add(type + " has no " + path);
        });
        template.places().forEach(place -> {
            var field = field(schema, place.path());
            if (field.isMissingNode()) wrong.add(type + " has no " + place.path());
            if (FILTERS.contains(place.filter())) {
                if (codes(field).findAny().isPresent())
                    wrong.add(type + "." + place.path() + " shows codes instead of words");
            } else {
                if (!sentences.words().hasTable(place.filter())) wrong.add("no table " + place.filter());
                codes(field)
                        .filter(code -> !sentences.words().has(place.filter(), code))
                        .forEach(code -> wrong.add("no word for " + place.filter() + "." + code));
            }
        });
    }

    private static JsonNode field(JsonNode schema, String path) {
        return Arrays.stream(path.split("\\."))
                .reduce(schema, (at, name) -> elements(at).path("properties").path(name), (_, last) -> last);
    }

    private static JsonNode elements(JsonNode schema) {
        return schema.has("items") ? schema.path("items") : schema;
    }

    private static Stream<String> codes(JsonNode field) {
        var codes = new ArrayList<String>();
        elements(field).path("enum").forEach(code -> codes.add(code.asText()));
        var only = elements(field).path("const");
        if (only.isTextual()) codes.add(only.asText());
        return codes.stream();
    }
}
