package org.shouwang.monitoring.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.shouwang.eventsourcing.journal.Json;

/** Lists inside a row of facts. */
public final class FactJson {

    private FactJson() {}

    public static String write(List<?> list) {
        try {
            return Json.MAPPER.writeValueAsString(list);
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
