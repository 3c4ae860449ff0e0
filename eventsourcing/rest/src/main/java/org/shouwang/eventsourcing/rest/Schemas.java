package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.TreeMap;
import org.shouwang.eventsourcing.Personal;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Streams;

/** What a service publishes, as JSON Schema (2020-12) per event type and as an AsyncAPI 3 document, both made from its records. */
public final class Schemas {

    private static final SchemaGenerator GENERATOR = generator();

    private Schemas() {}

    /** One schema per event type, by name; personal parts are not published and do not appear. */
    public static ObjectNode events(Collection<? extends EventCatalog<?>> catalogs) {
        var schemas = new TreeMap<String, JsonNode>();
        for (var catalog : catalogs)
            catalog.classes().forEach((name, type) -> {
                var schema = GENERATOR.generateSchema(type);
                schema.remove("$schema");
                schema.put("x-revision", EventCatalog.revision(type));
                if (schemas.put(name, schema) != null)
                    throw new IllegalStateException("two events of the name " + name);
            });
        var node = Json.MAPPER.createObjectNode();
        schemas.forEach(node::set);
        return node;
    }

    public static ObjectNode schema(Class<?> type) {
        return GENERATOR.generateSchema(type);
    }

    public static ObjectNode asyncApi(String service, String topic, Collection<? extends Streams<?, ?, ?>> streams) {
        var schemas = events(streams.stream().map(Streams::catalog).toList());
        var document = Json.MAPPER.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", service)
                .put("version", "1")
                .put(
                        "description",
                        "Events as CloudEvents 1.0 on Kafka, binary mode: the value is the JSON described here, the envelope lies in ce_ headers, "
                                + "the key is what the event is about. 事件以 CloudEvents 1.0（Kafka 二进制模式）发布。");
        document.put("defaultContentType", "application/json");
        var channel = document.putObject("channels").putObject("events").put("address", topic);
        var channelMessages = channel.putObject("messages");
        var operation =
                document.putObject("operations").putObject("publishEvents").put("action", "send");
        operation.putObject("channel").put("$ref", "#/channels/events");
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        components.set("schemas", schemas);
        schemas.fieldNames().forEachRemaining(name -> {
            channelMessages.putObject(name).put("$ref", "#/components/messages/" + name);
            var message = messages.putObject(name).put("name", name).put("contentType", "application/json");
            message.putObject("payload").put("$ref", "#/components/schemas/" + name);
        });
        return document;
    }

    private static SchemaGenerator generator() {
        var builder = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.FLATTENED_ENUMS, Option.INLINE_ALL_SCHEMAS);
        builder.forFields()
                .withIgnoreCheck(
                        field -> Personal.class.isAssignableFrom(field.getType().getErasedType()));
        builder.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (type.getErasedType() == YearMonth.class)
                return new com.github.victools.jsonschema.generator.CustomDefinition(
                        Json.MAPPER.createObjectNode().put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}$"));
            if (type.getErasedType() == BigDecimal.class)
                return new com.github.victools.jsonschema.generator.CustomDefinition(
                        Json.MAPPER.createObjectNode().put("type", "number"));
            return null;
        });
        return new SchemaGenerator(builder.build());
    }
}
