package org.shouwang.archive.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How members of a household are called where names are not known: by the order in which they came in, from 1. */
final class Members {

    private final Map<String, Integer> ordinals = new HashMap<>();

    /** @param household data of the household's own events, by version */
    static Members of(List<JsonNode> household) {
        var members = new Members();
        for (var data : household) {
            data.path("members").forEach(members::add);
            members.add(data.path("member"));
        }
        return members;
    }

    /** 0 where nobody of that id ever came in. */
    int ordinal(String memberId) {
        return ordinals.getOrDefault(memberId, 0);
    }

    private void add(JsonNode member) {
        var id = member.path("memberId");
        if (id.isTextual()) ordinals.putIfAbsent(id.textValue(), ordinals.size() + 1);
    }
}
