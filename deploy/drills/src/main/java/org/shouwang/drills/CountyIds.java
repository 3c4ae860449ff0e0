package org.shouwang.drills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.shouwang.stack.Failure;

/** What the services answered: under which ids they keep the households, their members and the clues that screening raised. */
final class CountyIds {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGES = 10_000;
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final Stand stand;
    private final County county;
    private final UUID[] households;
    private final Map<UUID, String> numbers = new ConcurrentHashMap<>();
    private final Map<String, UUID> members = new ConcurrentHashMap<>();
    private final Map<String, UUID> clues = new ConcurrentHashMap<>();

    CountyIds(Stand stand, County county) {
        this.stand = stand;
        this.county = county;
        households = new UUID[county.size()];
    }

    void keep(String no, UUID id) {
        households[Integer.parseInt(no.substring(1))] = id;
        numbers.put(id, no);
    }

    /** How many households have one. */
    long known() {
        return numbers.size();
    }

    UUID household(CountyLife life) {
        var id = households[life.household.number()];
        if (id == null) throw new Failure("household " + life.household.no() + " was not imported");
        return id;
    }

    /** The number of the household that is kept under this id. */
    String no(String id) {
        return numbers.getOrDefault(UUID.fromString(id), id);
    }

    /** Of anything else that the county's staff give an id to, the same in each run. */
    UUID of(CountyLife life, String what) {
        return UUID.nameUUIDFromBytes(
                (county.seed() + "/" + life.household.no() + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    UUID member(CountyLife life, County.Person person) {
        if (person.place() == County.Place.NEWCOMER) return of(life, "newcomer");
        if (!members.containsKey(person.idNo()))
            for (var member : get("county-operator", "/household/households/" + household(life))
                    .path("members"))
                members.put(
                        member.at("/person/idNo").asText(),
                        UUID.fromString(member.path("memberId").asText()));
        var id = members.get(person.idNo());
        if (id == null) throw new Failure("household " + life.household.no() + " lacks one of its members");
        return id;
    }

    void clue(String household, String rule, String period, UUID id) {
        clues.put(household + "/" + rule + "/" + period, id);
    }

    /** @throws Failure where screening raised none */
    UUID clue(CountyLife life, CountyLife.Clue clue) {
        if (clue.rule() == null) return of(life, "clue " + clue.on());
        var id = clues.get(household(life) + "/" + clue.rule() + "/" + clue.period());
        if (id == null)
            throw new Failure("%s got no clue by %s for %s".formatted(life.household.no(), clue.rule(), clue.period()));
        return id;
    }

    /** Asked again while nobody answers. */
    String text(String user, String path) {
        var body = new AtomicReference<String>();
        Patience.of(ANSWER).until(path + " is answered", () -> {
            var answer = Http.send(
                    Http.request(stand.url() + path, stand.token(user)).GET().build());
            if (answer.statusCode() / 100 == 2) body.set(answer.body());
            else if (!AWAY.contains(answer.statusCode()))
                throw new Failure("GET " + path + " was answered " + answer.statusCode() + " " + answer.body());
            return body.get() != null;
        });
        return body.get();
    }

    JsonNode get(String user, String path) {
        return json(text(user, path));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String user, String path) {
        var items = new ArrayList<JsonNode>();
        each(user, path, items::add);
        return items;
    }

    void each(String user, String path, Consumer<JsonNode> item) {
        var after = "";
        for (var page = 0; page < PAGES; page++) {
            var answer = get(user, path + (path.contains("?") ? "&" : "?") + "limit=200" + after);
            answer.path("items").forEach(item);
            if (!answer.hasNonNull("next")) return;
            after = "&after=" + answer.path("next").asText();
        }
        throw new Failure(path + " has no end");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
