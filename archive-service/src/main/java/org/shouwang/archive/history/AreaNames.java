package org.shouwang.archive.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.archive.log.Archived;
import org.shouwang.archive.log.Intake;
import org.shouwang.eventsourcing.journal.Sql;

/** What areas are called, so that a story names a village and not its code. */
@Singleton
class AreaNames implements Intake {

    /** 12 digits, and a group's or grid's suffix. */
    private static final Pattern CODE = Pattern.compile("[0-9]{12}(-[A-Z][0-9]{1,4})?");

    private static final Set<String> NAMING = Set.of("AreaUnitsRegistered", "AreaUnitsRenamed");

    @Override
    public List<String> tables() {
        return List.of("area_name");
    }

    @Override
    public Uni<Void> take(StatelessSession session, Archived event) {
        if (!event.service().equals("household")
                || !NAMING.contains(event.event().envelope().type()))
            return Uni.createFrom().voidItem();
        var names = new HashMap<String, String>();
        Sentences.data(event)
                .path("units")
                .forEach(unit ->
                        names.put(unit.path("code").asText(), unit.path("name").asText()));
        return Sql.update(
                        session,
                        """
                        insert into area_name (code, name) select c, n from unnest($1::text[], $2::text[]) as u (c, n)
                        on conflict (code) do update set name = excluded.name""",
                        names.keySet().toArray(String[]::new),
                        names.values().toArray(String[]::new))
                .replaceWithVoid();
    }

    /** By code: the town and the village, and the group where the code has one; codes without a name are left out. A group's village is among them. */
    Uni<Map<String, String>> of(StatelessSession session, Collection<JsonNode> events) {
        var codes = new HashSet<String>();
        events.forEach(event -> collect(event, codes));
        var needed = new HashSet<String>();
        codes.forEach(code -> needed.addAll(chain(code)));
        return Sql.rows(session, "select code, name from area_name where code = any($1)", (Object)
                        needed.toArray(String[]::new))
                .map(rows -> {
                    var known = new HashMap<String, String>();
                    rows.forEach(row -> known.put((String) row[0], (String) row[1]));
                    return full(codes, known);
                });
    }

    static Map<String, String> full(Set<String> codes, Map<String, String> known) {
        var names = new HashMap<String, String>();
        for (var code : codes) {
            if (!known.containsKey(code)) continue;
            var name = new StringBuilder();
            chain(code).forEach(part -> name.append(known.getOrDefault(part, "")));
            names.put(code, name.toString());
        }
        return names;
    }

    /** Town, village, group, as far as the code goes; above the town only the area itself. */
    private static Set<String> chain(String code) {
        var chain = new java.util.LinkedHashSet<String>();
        if (!code.startsWith("000", 6)) chain.add(code.substring(0, 9) + "000");
        chain.add(code.substring(0, 12));
        chain.add(code);
        return chain;
    }

    private static void collect(JsonNode node, Set<String> codes) {
        if (node.isTextual() && CODE.matcher(node.textValue()).matches()) {
            codes.add(node.textValue());
            codes.add(node.textValue().substring(0, 12));
        } else if (node.isContainerNode()) node.forEach(child -> collect(child, codes));
    }
}
