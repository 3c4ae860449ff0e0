package org.shouwang.eventsourcing.journal;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Personal;
import org.shouwang.eventsourcing.Stored;

/**
 * The stored names of a sealed family of events, read from the family itself: adding a record adds its name.
 * A name is the record's simple name and outlives it: rename the record, keep the name with {@link Stored}.
 * Values that are {@link Personal} are written apart, under their JSON pointer and beside a random salt.
 */
public final class EventCatalog<E> {

    /** Lifts one stored shape to the next: {@code ("HouseholdMoved", 1)} to revision 2. Sees the personal values in their place. */
    public record Upcast(String name, int from, UnaryOperator<ObjectNode> lift) {}

    /** @param personal null where the event holds nothing personal */
    public record Encoded(String name, int revision, String data, String personal) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whether a value of a type may hold something personal. */
    private static final ClassValue<Boolean> PARTED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return parted(type, type.getSimpleName(), true, new HashSet<>());
        }
    };

    /** A component of a record that is personal or may hold something personal. */
    private record Part(String name, boolean personal, Method accessor) {
        Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("unreadable component " + accessor, e);
            }
        }
    }

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> personal(component.getType())
                            || parted(component.getGenericType(), component.getName(), true, new HashSet<>()))
                    .map(component -> {
                        var accessor = component.getAccessor();
                        accessor.setAccessible(true);
                        return new Part(component.getName(), personal(component.getType()), accessor);
                    })
                    .toList();
        }
    };

    private final Map<String, Class<? extends E>> classes;
    private final List<Upcast> upcasts;

    /** @throws IllegalArgumentException where an event may hold something personal that would not be written apart */
    public EventCatalog(Class<E> family, Upcast... upcasts) {
        this.classes = leaves(family).collect(Collectors.toUnmodifiableMap(EventCatalog::name, Function.identity()));
        this.upcasts = List.of(upcasts);
        classes.values().forEach(PARTED::get);
    }

    public Encoded encode(E event) {
        var type = event.getClass();
        if (!PARTED.get(type)) return new Encoded(name(type), revision(type), write(event), null);
        var data = (ObjectNode) Json.MAPPER.valueToTree(event);
        var personal = Json.MAPPER.createObjectNode();
        part(event, data, "", personal);
        if (!personal.isEmpty()) personal.put("salt", salt());
        return new Encoded(name(type), revision(type), write(data), personal.isEmpty() ? null : write(personal));
    }

    public E decode(Encoded stored) {
        var type = classes.get(stored.name());
        if (type == null) throw new IllegalStateException("no record for stored event " + stored.name());
        try {
            if (stored.personal() == null && stored.revision() == revision(type))
                return Json.MAPPER.readValue(stored.data(), type);
            var node = (ObjectNode) Json.MAPPER.readTree(stored.data());
            if (stored.personal() != null) rejoin(node, Json.MAPPER.readTree(stored.personal()));
            for (var revision = stored.revision(); revision < revision(type); revision++)
                node = upcast(stored.name(), revision).lift().apply(node);
            return Json.MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable event " + stored.name(), e);
        }
    }

    public Map<String, Class<? extends E>> classes() {
        return classes;
    }

    static String name(Class<?> type) {
        var stored = type.getAnnotation(Stored.class);
        return stored == null || stored.as().isEmpty() ? type.getSimpleName() : stored.as();
    }

    public static int revision(Class<?> type) {
        var stored = type.getAnnotation(Stored.class);
        return stored == null ? 1 : stored.revision();
    }

    /**
     * Whether a value may hold something personal. It is parted where it is a component of a record, and records are found in records and in
     * lists: anywhere else it is refused.
     *
     * @param found false inside of what is not looked into when events are written
     */
    private static boolean parted(Type type, String place, boolean found, Set<Object> seen) {
        if (type == null || !seen.add(Map.entry(type, found))) return false;
        return switch (type) {
            case Class<?> c
            when personal(c) ->
                throw new IllegalArgumentException(
                        "%s is personal and would be published with %s: make it a component of a record, in lists only"
                                .formatted(c.getSimpleName(), place));
            case Class<?> c
            when c.isRecord() ->
                any(
                        c.getRecordComponents(),
                        part -> found && personal(part.getType())
                                || parted(part.getGenericType(), place + "." + part.getName(), found, seen));
            case Class<?> c
            when c.isSealed() -> any(c.getPermittedSubclasses(), each -> parted(each, place, found, seen));
            case Class<?> c
            when !c.isInterface() && c != Object.class -> parted(c.getComponentType(), place, false, seen);
            case ParameterizedType p ->
                any(
                        p.getActualTypeArguments(),
                        each -> parted(each, place, found && p.getRawType() == List.class, seen));
            case WildcardType w -> parted(w.getUpperBounds()[0], place, found, seen);
            default -> throw new IllegalArgumentException("what %s may hold is not known".formatted(place));
        };
    }

    private static boolean personal(Class<?> type) {
        return Personal.class.isAssignableFrom(type);
    }

    /** All are looked at, also behind the first that is found. */
    private static <T> boolean any(T[] types, Predicate<T> which) {
        return Arrays.stream(types).filter(which).count() > 0;
    }

    private static void part(Object value, JsonNode written, String path, ObjectNode personal) {
        if (value instanceof List<?> list)
            for (var i = 0; i < list.size(); i++) part(list.get(i), written.get(i), path + "/" + i, personal);
        else if (value instanceof Record)
            for (var part : PARTS.get(value.getClass())) {
                var child = written.get(part.name());
                if (child == null || child.isNull()) continue;
                var place = path + "/" + part.name();
                if (part.personal()) personal.set(place, ((ObjectNode) written).remove(part.name()));
                else part(part.of(value), child, place, personal);
            }
    }

    private static void rejoin(ObjectNode data, JsonNode personal) {
        personal.properties().forEach(entry -> {
            if (!entry.getKey().startsWith("/")) return;
            var pointer = JsonPointer.compile(entry.getKey());
            var parent = data.at(pointer.head());
            if (parent instanceof ObjectNode object) object.set(pointer.last().getMatchingProperty(), entry.getValue());
            else if (parent instanceof ArrayNode array) array.set(pointer.last().getMatchingIndex(), entry.getValue());
            else throw new IllegalStateException("no place for " + entry.getKey());
        });
    }

    private static String salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not storable", e);
        }
    }

    private Upcast upcast(String name, int from) {
        return upcasts.stream()
                .filter(u -> u.name().equals(name) && u.from() == from)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no upcast for " + name + " revision " + from));
    }

    @SuppressWarnings("unchecked")
    private static <E> Stream<Class<? extends E>> leaves(Class<? extends E> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(c -> leaves((Class<? extends E>) c))
                : Stream.of(type);
    }
}
