package org.shouwang.drills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What every service keeps of its own and of others' events, held against the journals row by row: who has lost all messages of a type
 * agrees with his rebuild and with his own notes, and not with this.
 */
final class Kept {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Copies copies;
    private final Map<String, List<Event>> journals;
    private final Found found;

    Kept(Copies copies, Map<String, List<Event>> journals, Found found) {
        this.copies = copies;
        this.journals = journals;
        this.found = found;
    }

    void check() throws SQLException {
        var villages = last(
                "household", Map.of("HouseholdRegistered", e -> text(e, "areaCode"), "HouseholdMoved", Kept::toArea));
        same("household", "household_overview", "id || ' ' || area_code", villages);
        same("monitoring", "household_fact", "id || ' ' || area_code", villages);
        same("assistance", "known_household where until is null", "id || ' ' || area", villages);
        same("assistance", "known_member", "household || ' ' || id", members());

        same(
                "monitoring",
                "income_fact",
                "id || ' ' || state",
                last(
                        "household",
                        Map.of(
                                "IncomeStatementDrafted", _ -> "DRAFT",
                                "IncomeStatementSigned", _ -> "SIGNED",
                                "IncomeStatementConfirmed", _ -> "CONFIRMED",
                                "IncomeStatementSuperseded", _ -> "SUPERSEDED")));
        same(
                "monitoring",
                "clue",
                "id || ' ' || coalesce(result, '')",
                last("monitoring", Map.of("RiskClueReceived", _ -> "", "RiskClueAnswered", e -> text(e, "result"))));

        var helpers = last("assistance", Map.of("HelperAssigned", e -> text(e, "helper")));
        same("assistance", "helper", "household || ' ' || helper", helpers);
        same("household", "roster_helper", "id || ' ' || helper", helpers);
        var helped = streams("assistance", "HelperAssigned");
        same(
                "assistance",
                "helper",
                "household || ' ' || area",
                villages.stream()
                        .filter(row -> helped.contains(row.split(" ")[0]))
                        .collect(Collectors.toCollection(TreeSet::new)));

        lacks("archive", "archived_subject", "id || ' ' || area", villages);
        lacks(
                "archive",
                "document",
                "sha256 || ' ' || area",
                journals.get("archive").stream()
                        .filter(e -> e.type().equals("DocumentReceived"))
                        .map(e -> text(e, "sha256") + " " + text(e, "areaCode"))
                        .collect(Collectors.toSet()));
    }

    /** No row too few and none too many. */
    private void same(String service, String table, String row, Set<String> expected) throws SQLException {
        var rows = lacks(service, table, row, expected);
        rows.stream()
                .filter(r -> !expected.contains(r))
                .forEach(r -> found.disordered(
                        "table " + table.split(" ")[0] + " of " + service + " holds " + r + ", which no journal says"));
    }

    /** @return what the table holds; that of the archive also what a drill has sent on purpose */
    private Set<String> lacks(String service, String table, String row, Set<String> expected) throws SQLException {
        var rows = new HashSet<>(copies.texts(service, "select " + row + " from " + table));
        expected.stream()
                .filter(e -> !rows.contains(e))
                .forEach(e -> found.lost("table " + table.split(" ")[0] + " of " + service + " lacks " + e));
        return rows;
    }

    /** Each stream that has events of these types, and what the last of them says. */
    private Set<String> last(String service, Map<String, Function<Event, String>> says) {
        var last = new TreeMap<String, String>();
        for (var event : journals.get(service)) {
            var what = says.get(event.type());
            if (what != null) last.put(event.streamId(), what.apply(event));
        }
        return last.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> streams(String service, String type) {
        return journals.get(service).stream()
                .filter(e -> e.type().equals(type))
                .map(Event::streamId)
                .collect(Collectors.toSet());
    }

    private Set<String> members() {
        var members = new TreeSet<String>();
        for (var event : journals.get("household"))
            if (event.type().equals("HouseholdRegistered"))
                for (var member : json(event).path("members"))
                    members.add(event.streamId() + " " + member.path("memberId").asText());
        return members;
    }

    private static String toArea(Event event) {
        return text(event, "toArea");
    }

    private static String text(Event event, String field) {
        return json(event).path(field).asText();
    }

    private static JsonNode json(Event event) {
        try {
            return JSON.readTree(event.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.toString(), e);
        }
    }
}
