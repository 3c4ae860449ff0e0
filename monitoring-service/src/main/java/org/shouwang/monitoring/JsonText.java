package org.shouwang.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.shouwang.eventsourcing.journal.Json;

/** Records and lists of them in one column of a read model, as JSON text. */
public final class JsonText {

    private JsonText() {}

    public static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> List<T> list(String json, Class<T> of) {
        try {
            return Json.MAPPER.readValue(json, Json.MAPPER.getTypeFactory().constructCollectionType(List.class, of));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
