package org.shouwang.archive.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.shouwang.archive.document.DocumentKinds;
import org.shouwang.archive.log.Archived;
import org.shouwang.eventsourcing.journal.Json;

/**
 * A sentence per event. The sentences are data, one file per service ({@code sentences-household.txt} and so on), so that a new event is told
 * by a new line; an event without one is told by its type.
 */
@Singleton
class Sentences {

    /** What is known from other events. @param areas names by code */
    record Known(Members members, Map<String, String> areas) {}

    private static final String[] SERVICES = {"household", "monitoring", "assistance", "archive"};

    private final Map<String, Map<Language, Template>> templates = new HashMap<>();
    private final Words words;

    Sentences(DocumentKinds kinds) {
        words = new Words("words.txt", kinds.all());
        for (var service : SERVICES)
            Table.lines("sentences-" + service + ".txt").forEach(row -> {
                var both = Map.of(Language.ZH, new Template(row.get(1)), Language.EN, new Template(row.get(2)));
                if (templates.put(service + "." + row.get(0), both) != null)
                    throw new IllegalStateException("two sentences for " + row.get(0));
            });
    }

    String tell(Archived archived, Known known, Language language) {
        var envelope = archived.event().envelope();
        var template = template(archived.service(), envelope.type());
        var body = template == null
                ? generic(archived.service(), envelope.type(), language)
                : template.get(language)
                        .render(data(archived), new Template.Context(language, words, known.members(), known.areas()));
        return switch (language) {
            case ZH -> language.day(envelope.occurredOn()) + "，" + body;
            case EN -> language.day(envelope.occurredOn()) + ": " + body;
        };
    }

    /** What the event says; nothing where its bytes cannot be read. */
    static JsonNode data(Archived archived) {
        try {
            return Json.MAPPER.readTree(archived.event().data());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /** Null where there is none. */
    Map<Language, Template> template(String service, String type) {
        return templates.get(service + "." + type);
    }

    Words words() {
        return words;
    }

    private String generic(String service, String type, Language language) {
        var name = words.of("service", service, language);
        return switch (language) {
            case ZH -> name + "记录了一件事（" + type + "）。";
            case EN -> "the " + name + " service recorded " + type + ".";
        };
    }
}
