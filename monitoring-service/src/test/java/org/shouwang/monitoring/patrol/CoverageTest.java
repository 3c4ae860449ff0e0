package org.shouwang.monitoring.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Household.get;
import static org.shouwang.monitoring.Household.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.facts.GridFacts.Place;
import org.shouwang.monitoring.patrol.PatrolCommand.Report;
import org.shouwang.monitoring.policy.SamplePolicies;

/** Whoever lives where and is visited when: what is told of grids, villages and a town is what a walk from door to door counts. */
@QuarkusTest
@WithTestResource(Servers.class)
class CoverageTest {

    private static final String TOWN = "610728197";
    private static final List<Village> VILLAGES = List.of(new Village(TOWN + "201"), new Village(TOWN + "202"));
    private static final int HOMES = 60;
    private static final LocalDate START = LocalDate.of(2021, 1, 1);

    private enum How {
        NAMED_BY_ITSELF,
        NAMED_BY_GRID,
        BY_GROUP,
        NONE
    }

    private enum Change {
        NOTHING,
        MOVES,
        GOES_AWAY,
        ENDS
    }

    /** @param village and @param grid 0 or 1 @param changed and @param visits days since the year began */
    private record Home(
            int village, int grid, How how, boolean resident, Change change, int changed, List<Integer> visits) {

        private LocalDate changedOn() {
            return START.plusDays(changed);
        }

        private boolean has(Change what, LocalDate day) {
            return change == what && !day.isBefore(changedOn());
        }

        /** The other village, where it names its grid itself. */
        private String area(LocalDate day) {
            return VILLAGES.get(has(Change.MOVES, day) ? 1 - village : village).code();
        }

        private String grid(LocalDate day) {
            if (has(Change.MOVES, day)) return VILLAGES.get(1 - village).grid(grid + 1);
            return how == How.NONE ? area(day) : VILLAGES.get(village).grid(grid + 1);
        }

        private boolean at(LocalDate day) {
            return !has(Change.ENDS, day);
        }

        private boolean away(LocalDate day) {
            return !resident || has(Change.GOES_AWAY, day);
        }

        private LocalDate since(YearMonth month) {
            var first = away(month.atEndOfMonth()) ? month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1) : month;
            return first.atDay(1);
        }

        private boolean reached(YearMonth month) {
            return visits.stream()
                    .map(START::plusDays)
                    .anyMatch(d -> !d.isBefore(since(month)) && !d.isAfter(month.atEndOfMonth()));
        }

        private boolean missed(YearMonth month) {
            return !reached(month) && (!away(month.atEndOfMonth()) || month.getMonthValue() % 3 == 0);
        }
    }

    private record Door(Home home, UUID id) {}

    @Inject
    Patrols patrols;

    @Test
    void any_visits_add_up_in_every_grid_and_month() {
        put(
                "sys-admin",
                "/policies/POL-PATROL/versions/1",
                SamplePolicies.document("pol-2021")
                        .replace("POL-2021", "POL-PATROL")
                        .replace("\"610727\"", "\"" + TOWN + "\""));
        var homes = new ArrayList<Home>();
        JqwikSession.run(
                () -> any().list().ofSize(HOMES).sampleStream().limit(1).forEach(homes::addAll));
        publish(homes);
        ReadModels.settle();
        for (var month = YearMonth.of(2021, 1); month.getYear() == 2021; month = month.plusMonths(1)) {
            var day = month.atEndOfMonth();
            told(homes, month, "GRID", home -> home.grid(day));
            told(homes, month, "VILLAGE", home -> home.area(day));
            told(homes, month, "TOWNSHIP", _ -> TOWN + "000");
        }
    }

    private static void told(List<Home> homes, YearMonth month, String level, Function<Home, String> code) {
        var expected = new TreeMap<String, List<Integer>>();
        for (var home : homes) {
            if (!home.at(month.atEndOfMonth())) continue;
            var sums = expected.computeIfAbsent(code.apply(home), _ -> new ArrayList<>(List.of(0, 0, 0, 0, 0)));
            var reached = home.reached(month);
            var missed = home.missed(month);
            var counts = List.of(
                    1,
                    home.away(month.atEndOfMonth()) ? 1 : 0,
                    reached ? 1 : 0,
                    !reached && !missed ? 1 : 0,
                    missed ? 1 : 0);
            for (var i = 0; i < counts.size(); i++) sums.set(i, sums.get(i) + counts.get(i));
        }
        var found = new TreeMap<String, List<Integer>>();
        List<Map<String, Object>> items = get(
                        "sys-admin",
                        "/patrols/coverage?area=" + TOWN + "000&date=2022-01-31&month=" + month + "&level=" + level)
                .statusCode(200)
                .extract()
                .path("items");
        for (var item : items)
            found.put(
                    (String) item.get("code"),
                    List.of("households", "away", "reached", "open", "missed").stream()
                            .map(name -> (Integer) item.get(name))
                            .toList());
        assertThat(found).as("%s %s", level, month).isEqualTo(expected);
    }

    private static Arbitrary<Home> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(How.class),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(Change.class),
                        Arbitraries.integers().between(10, 360),
                        Arbitraries.integers().between(0, 364).list().ofMaxSize(9))
                .as(Home::new);
    }

    /** Households before the grids that cover them and behind them. */
    private void publish(List<Home> homes) {
        var doors = new ArrayList<Door>();
        for (var home : homes) {
            if (doors.size() == HOMES / 2) layOut(doors, false);
            doors.add(new Door(home, registered(home)));
        }
        layOut(doors, true);
        doors.forEach(door -> changed(door.home(), door.id()));
        doors.forEach(door -> door.home().visits().forEach(day -> visited(door.id(), START.plusDays(day))));
    }

    private static UUID registered(Home home) {
        var village = VILLAGES.get(home.village());
        return village.household(
                home.how() == How.BY_GROUP ? village.group(home.grid() + 1) : null,
                home.how() == How.NAMED_BY_ITSELF ? village.grid(home.grid() + 1) : null,
                home.resident());
    }

    /** @param whole with the groups; without, as it was a day before */
    private static void layOut(List<Door> doors, boolean whole) {
        for (var v = 0; v < VILLAGES.size(); v++)
            for (var g = 0; g < 2; g++) {
                var village = v;
                var grid = g;
                var listed = doors.stream()
                        .filter(d -> d.home().how() == How.NAMED_BY_GRID)
                        .filter(d -> d.home().village() == village && d.home().grid() == grid)
                        .map(Door::id)
                        .toList();
                var groups = whole ? List.of(VILLAGES.get(v).group(g + 1)) : List.<String>of();
                var from = START.plusDays(whole ? 1 : 0).toString();
                VILLAGES.get(v).laidOut(g + 1, from, groups, listed, whole ? "gm-2" : "gm-1");
            }
    }

    private static void changed(Home home, UUID id) {
        var village = VILLAGES.get(home.village());
        var other = VILLAGES.get(1 - home.village());
        switch (home.change()) {
            case NOTHING -> {}
            case MOVES ->
                village.changed(
                        id,
                        "HouseholdMoved",
                        home.changedOn(),
                        Map.of(
                                "toArea", other.code(),
                                "gridCode", other.grid(home.grid() + 1),
                                "on", home.changedOn().toString()));
            case GOES_AWAY -> village.changed(id, "DetailsChanged", home.changedOn(), Map.of("resident", false));
            case ENDS ->
                village.changed(
                        id,
                        "HouseholdDeactivated",
                        home.changedOn(),
                        Map.of("reason", "MOVED_OUT", "on", home.changedOn().toString()));
        }
    }

    private void visited(UUID household, LocalDate on) {
        var id = UUID.randomUUID();
        var place = new Place(VILLAGES.getFirst().code(), VILLAGES.getFirst().grid(1), true);
        var report =
                new Report(household, place, on, "gm-1", CheckMethod.ON_SITE, List.of(), List.of("gm-1"), null, id);
        var cause = new Cause(Actor.system("test"), on, Instant.parse("2026-01-01T00:00:00Z"), id, id, null);
        Bench.await(() -> patrols.handle(id, report, cause, OptionalLong.empty()));
    }
}
