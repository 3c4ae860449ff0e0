package org.shouwang.monitoring.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.get;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.sessions.JqwikSession;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.figures.History.Happened;
import org.shouwang.monitoring.figures.History.Standing;
import org.shouwang.monitoring.figures.History.What;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.ObjectCommand.*;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.object.RemovalMethod;

/** Whatever happens to households in whatever order: what an area has is what it had and what happened, and is what a recount finds. */
@QuarkusTest
@WithTestResource(Servers.class)
class StockEquationTest {

    private static final String SEED = "stock.seed";
    private static final int HOUSEHOLDS = 120;

    /** After which jqwik would have tried the edges of what may happen too. */
    private static final int TRIES = 1000;

    private static final String COUNTY = "610728";
    private static final String TOPIC = "household.events";
    private static final YearMonth FIRST = YearMonth.of(2020, 12);
    private static final YearMonth LAST = YearMonth.of(2022, 10);
    private static final String SPAN = "&from=" + FIRST + "&to=" + LAST;

    @Inject
    Objects objects;

    @Inject
    Journal journal;

    /** What is drawn follows from the seed, another one each time; a run is repeated with the property that its failure names. */
    @Test
    void any_history_adds_up_in_every_area_and_month() {
        var seed = Long.getLong(SEED, new Random().nextLong());
        try {
            addUp(drawn(seed));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -D%s=%d: %s".formatted(SEED, seed, e.getMessage()), e);
        }
    }

    @Test
    void a_seed_draws_the_same_again() {
        assertThat(drawn(20220101)).isEqualTo(drawn(20220101));
        assertThat(events(20220101)).isNotEqualTo(events(20220102));
    }

    private static List<List<Happened>> events(long seed) {
        return drawn(seed).stream().map(History::events).toList();
    }

    private static List<History> drawn(long seed) {
        var histories = new ArrayList<History>();
        JqwikSession.run(() -> histories.addAll(History.any()
                .list()
                .ofSize(HOUSEHOLDS)
                .generator(TRIES, true)
                .next(new Random(seed))
                .value()));
        return IntStream.range(0, HOUSEHOLDS)
                .mapToObj(n -> histories.get(n).of(household(seed, n)))
                .toList();
    }

    private static UUID household(long seed, int n) {
        return UUID.nameUUIDFromBytes((seed + "/" + n).getBytes(StandardCharsets.UTF_8));
    }

    private void addUp(List<History> histories) {
        histories.forEach(this::decide);
        publish(histories);
        ReadModels.settle();

        for (var village : History.VILLAGES) recount(histories, village, "");
        recount(histories, History.TOWN, "");
        assertThat(months(COUNTY + "198000", "&level=VILLAGE&limit=200")).hasSize(3 * 23);
        recount(histories, History.TOWN, "&level=TOWNSHIP");
        findings("").body("items", empty());

        unexplained(histories.stream()
                .filter(h -> h.events().stream().anyMatch(e -> e.what() == What.INCLUDE && grows(h, e)))
                .limit(3)
                .toList());
    }

    /** Not counted at the beginning of the month, counted at its end. */
    private static boolean grows(History h, Happened e) {
        var month = YearMonth.from(e.counts());
        return !h.at(month.atDay(1).minusDays(1)).counted()
                && h.at(month.atEndOfMonth()).counted();
    }

    /** Counts whose events are gone are found, with the households that they are about, page by page and as a file. */
    private void unexplained(List<History> histories) {
        for (var history : histories)
            Bench.await(() -> journal.once(session ->
                    Sql.update(session, "delete from object_flow where household = $1", history.household())));
        var all = findings("&limit=200")
                .body("items.code", everyItem(is("DQ-26")))
                .body("items.households", hasItem(1))
                .extract()
                .jsonPath();
        assertThat(Set.copyOf(all.<String>getList("items.householdId")))
                .hasSize(3)
                .isEqualTo(histories.stream().map(h -> h.household().toString()).collect(Collectors.toSet()));
        List<Map<String, Object>> items = all.getList("items");
        assertThat(paged()).isEqualTo(items);
        findings("&after=nonsense", 400);
        assertThat(get("viewer-province", "/figures/findings.csv?area=" + History.TOWN + "000" + SPAN)
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(3 + items.size());
        RestAssured.given()
                .auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/read-models/ObjectHistory/rebuild")
                .then()
                .statusCode(200);
        findings("").body("items", empty());
    }

    private static List<Map<String, Object>> paged() {
        var items = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var page = findings("&limit=2" + (next == null ? "" : "&after=" + next))
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            next = page.getString("next");
        } while (next != null);
        return items;
    }

    private static ValidatableResponse findings(String query) {
        return findings(query, 200);
    }

    private static ValidatableResponse findings(String query, int status) {
        return get("viewer-province", "/figures/findings?area=" + History.TOWN + "000" + SPAN + query)
                .statusCode(status);
    }

    private void recount(List<History> histories, String area, String level) {
        var padded = area + "0".repeat(12 - area.length());
        var found = months(padded, level + "&limit=7");
        assertThat(found).hasSize(23);
        var month = FIRST;
        for (var row : found) {
            var m = month;
            var what = padded + " " + m;
            assertThat(row.get("area")).isEqualTo(padded);
            assertThat(row.get("month")).isEqualTo(m.toString());
            assertThat(pair(row, "stock")).as(what).isEqualTo(stock(histories, area, m.atEndOfMonth(), null, null));
            assertThat(pair(row, "before"))
                    .as(what)
                    .isEqualTo(stock(histories, area, m.atDay(1).minusDays(1), null, null));
            assertThat(pair(row, "unexplained")).as(what).isEqualTo(Count.NONE);
            for (var type : ObjectType.values())
                assertThat(part(row, "types", type.name()))
                        .as(what)
                        .isEqualTo(stock(histories, area, m.atEndOfMonth(), type, null));
            assertThat(part(row, "registered", "LIFTED"))
                    .as(what)
                    .isEqualTo(stock(histories, area, m.atEndOfMonth(), null, true));
            flows(histories, area, m, row);
            month = month.plusMonths(1);
        }
    }

    private static Count stock(List<History> histories, String area, LocalDate day, ObjectType type, Boolean lifted) {
        return histories.stream()
                .map(h -> h.at(day))
                .filter(s -> s.counted() && s.village().startsWith(area))
                .filter(s -> type == null || s.type() == type)
                .filter(s -> lifted == null || s.lifted() == lifted)
                .map(s -> new Count(1, s.persons()))
                .reduce(Count.NONE, Count::plus);
    }

    private static void flows(List<History> histories, String area, YearMonth month, Map<String, Object> row) {
        var expected = new java.util.TreeMap<String, Count>();
        var joined = 0;
        var left = 0;
        for (var h : histories)
            for (var n = 0; n < h.events().size(); n++) {
                var e = h.events().get(n);
                if (!YearMonth.from(e.counts()).equals(month)) continue;
                var eve = h.at(e.counts().minusDays(1));
                if (e.what() == What.JOIN && eve.counted() && eve.village().startsWith(area)) joined++;
                if (e.what() == What.LEAVE && eve.counted() && eve.village().startsWith(area)) left++;
                var before = h.before(n);
                for (var flow : kinds(e, before, area))
                    expected.merge(flow, new Count(1, h.at(e.counts()).persons()), Count::plus);
            }
        @SuppressWarnings("unchecked")
        var flows = (Map<String, Object>) row.get("flows");
        for (var kind :
                List.of("included", "reEntered", "typed", "revoked", "movedIn", "removed", "voided", "movedOut"))
            assertThat(pair(flows, kind))
                    .as("%s %s %s", area, month, kind)
                    .isEqualTo(expected.getOrDefault(kind, Count.NONE));
        assertThat(flows.get("joined")).as("%s %s joined", area, month).isEqualTo(joined);
        assertThat(flows.get("left")).as("%s %s left", area, month).isEqualTo(left);
    }

    private static List<String> kinds(Happened e, Standing before, String area) {
        var here = before.village().startsWith(area);
        return switch (e.what()) {
            case INCLUDE -> here ? List.of(before.episode() == 0 ? "included" : "reEntered") : List.of();
            case TYPE -> here ? List.of("typed") : List.of();
            case REVOKE -> here && before.type() != null ? List.of("revoked") : List.of();
            case REMOVE -> here && before.counted() ? List.of("removed") : List.of();
            case VOID -> here && before.counted() ? List.of("voided") : List.of();
            case MOVE -> {
                var there = History.target(before.village(), e).startsWith(area);
                yield !before.counted() || here == there ? List.of() : List.of(here ? "movedOut" : "movedIn");
            }
            case COLOUR, RISK, JOIN, LEAVE, REGISTER -> List.of();
        };
    }

    private static List<Map<String, Object>> months(String area, String more) {
        var all = new ArrayList<Map<String, Object>>();
        String next = null;
        do {
            var page = get(
                            "viewer-province",
                            "/figures/months?area=" + area + SPAN + more + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            all.addAll(page.<List<Map<String, Object>>>path("items"));
            next = page.path("next");
        } while (next != null);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Count pair(Map<String, Object> row, String name) {
        var pair = (Map<String, Integer>) row.get(name);
        return new Count(pair.get("households"), pair.get("persons"));
    }

    @SuppressWarnings("unchecked")
    private static Count part(Map<String, Object> row, String by, String code) {
        return ((List<Map<String, Object>>) row.get(by))
                .stream()
                        .filter(p -> p.get("code").equals(code))
                        .map(p -> new Count((Integer) p.get("households"), (Integer) p.get("persons")))
                        .findFirst()
                        .orElse(Count.NONE);
    }

    private void decide(History h) {
        for (var n = 0; n < h.events().size(); n++) {
            var e = h.events().get(n);
            for (var command : commands(h.before(n), e, n)) give(h.household(), command, e.on());
        }
    }

    private static List<ObjectCommand> commands(Standing s, Happened e, int n) {
        var removal = UUID.randomUUID();
        return switch (e.what()) {
            case INCLUDE -> List.of(include(s, ObjectType.values()[e.choice()], null, e.counts()));
            case COLOUR -> List.of(include(s, null, Grade.YELLOW, e.counts()));
            case TYPE -> List.of(new RecordNationalEntry("N-1", LocalDate.of(2023, 1, 1)));
            case RISK -> List.of(new AddRisk("11", null, LocalDate.of(2023, 1, 1), true));
            case REMOVE ->
                List.of(
                        new BeginRemoval(removal, LocalDate.of(2023, 1, 1)),
                        new Remove(removal, RemovalMethod.NATURAL, e.counts(), null, null));
            case REVOKE -> List.of(new RevokeRemoval(e.counts(), "标注有误，经复核收入并不稳定" + "复".repeat(n)));
            case VOID ->
                List.of(new VoidInclusion(
                        e.counts(), "认定有误，经核实不符合条件", new DocumentRef("DOC_COUNTY_DECISION", "ab".repeat(32))));
            case MOVE -> List.of(new Move(History.target(s.village(), e), e.on()));
            case JOIN, LEAVE, REGISTER -> List.of();
        };
    }

    private static Include include(Standing s, ObjectType type, Grade grade, LocalDate on) {
        return new Include(UUID.randomUUID(), s.village(), type, List.of("01"), grade, null, null, on, null, null);
    }

    private void give(UUID household, ObjectCommand command, LocalDate on) {
        var id = UUID.randomUUID();
        var cause = new Cause(Actor.system("test"), on, Instant.parse("2026-01-01T00:00:00Z"), id, id, null);
        Bench.await(() -> objects.handle(household, command, cause, OptionalLong.empty()));
    }

    /** In the end nobody is left to be visited, so that no other test meets what is due about these. */
    private static void publish(List<History> histories) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var h : histories) {
                var members = new ArrayList<UUID>();
                IntStream.range(0, h.members()).forEach(_ -> members.add(UUID.randomUUID()));
                producer.send(message(
                        h,
                        "HouseholdRegistered",
                        History.START,
                        Map.of(
                                "areaCode",
                                h.village(),
                                "registeredType",
                                h.lifted() ? "LIFTED" : "GENERAL",
                                "members",
                                members.stream().map(StockEquationTest::member).toList())));
                for (var n = 0; n < h.events().size(); n++) {
                    var e = h.events().get(n);
                    switch (e.what()) {
                        case JOIN -> {
                            members.add(UUID.randomUUID());
                            producer.send(
                                    message(h, "MemberAdded", e.on(), Map.of("member", member(members.getLast()))));
                        }
                        case LEAVE ->
                            producer.send(
                                    message(h, "MemberRemoved", e.on(), Map.of("memberId", members.removeLast())));
                        case REGISTER ->
                            producer.send(message(
                                    h,
                                    "RegisteredTypeChanged",
                                    e.on(),
                                    Map.of("to", h.before(n).lifted() ? "GENERAL" : "LIFTED")));
                        default -> {}
                    }
                }
                producer.send(message(
                        h, "HouseholdDeactivated", History.START, Map.of("reason", "MOVED_OUT", "on", "2000-01-01")));
            }
        }
    }

    private static Map<String, Object> member(UUID id) {
        return Map.of("memberId", id, "relation", "20", "labour", "NORMAL", "born", "1990-01", "working", true);
    }

    private static org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> message(
            History h, String type, LocalDate on, Object event) {
        return Topics.message(TOPIC, "household", h.household(), h.household(), 1, type, h.village(), on, event)
                .toRecord(TOPIC);
    }
}
