package org.shouwang.archive.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence with places to fill in.
 * {@code {path}}: a value of the event, lists joined, dates as a reader writes them. {@code {path:filter}}: {@code count}, {@code yuan},
 * {@code member}, {@code area}, or a table of words. {@code [text {path}]}: left out where a place in it has no value. {@code [?path text]}: only where
 * the value is there and not false. {@code [!path text]}: only where it is not. {@code [*path text]}: for each element of a list, with paths
 * that begin there. A path goes through lists and objects by dots.
 */
final class Template {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /** What is needed besides the event to fill in a place. */
    record Context(Language language, Words words, Members members, Map<String, String> areas) {}

    sealed interface Part {

        record Text(String text) implements Part {}

        record Place(String path, String filter) implements Part {}

        /** @param condition path with {@code ?}, {@code !} or {@code *} before it; empty: all places inside must have a value */
        record Group(String condition, List<Part> parts) implements Part {

            boolean each() {
                return condition.startsWith("*");
            }

            String path() {
                return condition.substring(1);
            }
        }
    }

    private final List<Part> parts;

    Template(String source) {
        this.parts = parse(source);
    }

    String render(JsonNode event, Context context) {
        return render(parts, event, context);
    }

    /** All places, those in groups too. */
    List<Part.Place> places() {
        return places(parts).toList();
    }

    /** All paths that decide whether a group is shown. */
    List<String> conditions() {
        return parts.stream()
                .filter(Part.Group.class::isInstance)
                .map(group -> ((Part.Group) group).condition())
                .filter(condition -> !condition.isEmpty())
                .map(condition -> condition.substring(1))
                .toList();
    }

    private static Stream<Part.Place> places(List<Part> parts) {
        return parts.stream().flatMap(part -> switch (part) {
            case Part.Text _ -> Stream.empty();
            case Part.Place place -> Stream.of(place);
            case Part.Group group
            when group.each() ->
                places(group.parts()).map(place -> new Part.Place(group.path() + "." + place.path(), place.filter()));
            case Part.Group group -> places(group.parts());
        });
    }

    private static String render(List<Part> parts, JsonNode event, Context context) {
        return parts.stream().map(part -> render(part, event, context)).collect(Collectors.joining());
    }

    private static String render(Part part, JsonNode event, Context context) {
        return switch (part) {
            case Part.Text(var text) -> text;
            case Part.Place place ->
                Objects.requireNonNullElse(fill(place, event, context), context.language().nothing);
            case Part.Group group
            when group.each() ->
                values(event, group.path()).stream()
                        .map(element -> render(group.parts(), element, context))
                        .collect(Collectors.joining(context.language().comma));
            case Part.Group group -> shown(group, event, context) ? render(group.parts(), event, context) : "";
        };
    }

    private static boolean shown(Part.Group group, JsonNode event, Context context) {
        if (group.condition().isEmpty())
            return places(group.parts()).allMatch(place -> fill(place, event, context) != null);
        var values = values(event, group.path());
        var there = values.stream().anyMatch(value -> !(value.isBoolean() && !value.booleanValue()));
        return there == group.condition().startsWith("?");
    }

    /** Null where there is no value. */
    private static String fill(Part.Place place, JsonNode event, Context context) {
        var values = values(event, place.path());
        if (place.filter().equals("count")) return Integer.toString(values.size());
        if (values.isEmpty()) return null;
        return values.stream()
                .map(value -> word(place.filter(), value, context))
                .collect(Collectors.joining(context.language().comma));
    }

    private static String word(String filter, JsonNode value, Context context) {
        var language = context.language();
        return switch (filter) {
            case "yuan" -> value.isNumber() ? language.yuan(value.decimalValue()) : value.asText();
            case "member" -> language.member(context.members().ordinal(value.asText()));
            case "area" -> area(value.asText(), context);
            case "" -> plain(value, context);
            default -> context.words().of(filter, value.asText(), language);
        };
    }

    /** A group or grid that has no name is called by its number and its village. */
    private static String area(String code, Context context) {
        var name = context.areas().get(code);
        if (name != null || code.length() < 14) return name == null ? code : name;
        var village = code.substring(0, 12);
        return context.language().part(code.substring(13), context.areas().getOrDefault(village, village));
    }

    private static String plain(JsonNode value, Context context) {
        var language = context.language();
        if (value.isBoolean()) return value.booleanValue() ? language.yes : language.no;
        if (value.isNumber()) return number(value.decimalValue());
        if (value.isObject())
            return context.words().of("document", value.path("kind").asText(), language);
        var text = value.asText();
        if (DAY.matcher(text).matches()) return language.day(LocalDate.parse(text));
        if (MONTH.matcher(text).matches()) return language.month(YearMonth.parse(text));
        return text;
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }

    private static List<JsonNode> values(JsonNode node, String path) {
        if (node.isArray()) {
            var all = new ArrayList<JsonNode>();
            node.forEach(element -> all.addAll(values(element, path)));
            return all;
        }
        if (path.isEmpty())
            return node.isMissingNode()
                            || node.isNull()
                            || node.isTextual() && node.textValue().isBlank()
                    ? List.of()
                    : List.of(node);
        var dot = path.indexOf('.');
        return dot < 0
                ? values(node.path(path), "")
                : values(node.path(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static List<Part> parse(String source) {
        var parts = new ArrayList<Part>();
        var at = 0;
        while (at < source.length()) {
            var c = source.charAt(at);
            if (c == '{' || c == '[') {
                var end = source.indexOf(c == '{' ? '}' : ']', at);
                if (end < 0) throw new IllegalArgumentException("unclosed " + c + " in " + source);
                var inner = source.substring(at + 1, end);
                parts.add(c == '{' ? place(inner) : group(inner));
                at = end + 1;
            } else {
                var end = at;
                while (end < source.length() && source.charAt(end) != '{' && source.charAt(end) != '[') end++;
                parts.add(new Part.Text(source.substring(at, end)));
                at = end;
            }
        }
        return List.copyOf(parts);
    }

    private static Part place(String inner) {
        var colon = inner.indexOf(':');
        return colon < 0
                ? new Part.Place(inner, "")
                : new Part.Place(inner.substring(0, colon), inner.substring(colon + 1));
    }

    private static Part group(String inner) {
        if (inner.isEmpty() || "?!*".indexOf(inner.charAt(0)) < 0) return new Part.Group("", parse(inner));
        var space = inner.indexOf(' ');
        return new Part.Group(inner.substring(0, space), parse(inner.substring(space + 1)));
    }
}
