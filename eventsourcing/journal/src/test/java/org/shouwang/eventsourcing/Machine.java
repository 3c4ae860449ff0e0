package org.shouwang.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.eventsourcing.Decision.Refused;

/**
 * The life of a stream as a table in words, and the tests that walk it. A row of the table says of a state and a command which events are
 * recorded and which state follows ({@code =}: the same; with {@code …} behind it: it is not walked on from), or {@code refused} and the
 * code; the first row that fits counts, {@code *} fits all. Each command is given in each state, on every way that leads there by one step
 * more than the shortest; each row must have been needed.
 */
public final class Machine<C, S, E> {

    private static final String ANY = "*";
    private static final String SAME = "=";
    private static final String NOTHING = "nothing";
    private static final String REFUSED = "refused ";
    private static final String STOP = "…";

    private record Row(List<String> states, List<String> commands, String answer, String next) {

        boolean fits(String state, String command) {
            return (states.contains(ANY) || states.contains(state))
                    && (commands.contains(ANY) || commands.contains(command));
        }

        boolean refuses() {
            return answer.startsWith(REFUSED);
        }

        /** The state that follows is not walked on from. */
        boolean stops() {
            return next.endsWith(STOP);
        }

        String after(String state) {
            if (refuses() || next.equals(SAME)) return state;
            return stops() ? next.substring(0, next.length() - STOP.length()).strip() : next;
        }
    }

    private record Walk<S, E>(S live, List<E> events) {}

    private final Decider<C, S, E> decider;
    private final Class<E> events;
    private final Function<S, String> name;
    private final List<Row> rows;
    private final Map<String, BiFunction<Integer, S, C>> commands = new LinkedHashMap<>();
    private final Set<String> counting = new LinkedHashSet<>();
    private final Map<List<String>, Walk<S, E>> walks = new HashMap<>();

    /** @param table a Markdown file beside the tests' classes @param name of a state, fine enough to tell what each command does in it */
    public Machine(Decider<C, S, E> decider, Class<E> events, String table, Function<S, String> name) {
        this.decider = decider;
        this.events = events;
        this.name = name;
        this.rows = read(table);
    }

    /** @param command made for a step of a walk, counted from 0, so that it is never one that was given before */
    public Machine<C, S, E> on(String words, Function<Integer, C> command) {
        return on(words, (step, _) -> command.apply(step));
    }

    /** The same for one that speaks of what the state holds. */
    public Machine<C, S, E> on(String words, BiFunction<Integer, S, C> command) {
        commands.put(words, command);
        return this;
    }

    /** Commands that do the same again when they are given again. */
    public Machine<C, S, E> counting(String... words) {
        counting.addAll(List.of(words));
        return this;
    }

    /** @param family every command of it must be among those given */
    public Stream<DynamicTest> walked(Class<C> family) {
        var paths = paths();
        var ways = ways(paths);
        var cells = paths.keySet().stream().flatMap(state -> commands.keySet().stream()
                .map(command -> DynamicTest.dynamicTest(
                        state + ", " + command + ": " + row(state, command).answer(),
                        () -> ways.get(state).forEach(way -> answered(reached(way), way, command)))));
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("the table and the commands are whole", () -> whole(paths.keySet())),
                        DynamicTest.dynamicTest("every kind of command is given", () -> complete(family, paths))),
                cells);
    }

    /** The shortest way to each state, as the table has it. */
    private Map<String, List<String>> paths() {
        var start = name.apply(decider.initial());
        var paths = new LinkedHashMap<String, List<String>>(Map.of(start, List.of()));
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var state = open.remove();
            for (var command : commands.keySet()) {
                var row = row(state, command);
                var next = row.after(state);
                if (!row.stops() && paths.putIfAbsent(next, plus(paths.get(state), command)) == null) open.add(next);
            }
        }
        return paths;
    }

    /** All ways that are one step longer than the shortest to where that step begins. */
    private Map<String, List<List<String>>> ways(Map<String, List<String>> paths) {
        var ways = new LinkedHashMap<String, List<List<String>>>();
        paths.forEach((state, path) -> ways.put(state, new ArrayList<>(List.of(path))));
        paths.forEach((state, path) -> commands.keySet().forEach(command -> {
            var row = row(state, command);
            if (!row.refuses() && !row.stops() && !row.answer().equals(NOTHING))
                ways.get(row.after(state)).add(plus(path, command));
        }));
        return ways;
    }

    /** Each step of the way answered as its row says, and the state the same when it is read back from what is stored. */
    private Walk<S, E> reached(List<String> way) {
        var known = walks.get(way);
        if (known != null) return known;
        var walk = new Walk<S, E>(decider.initial(), List.of());
        for (var step = 0; step < way.size(); step++) walk = answered(walk, way.subList(0, step), way.get(step));
        assertThat(decider.replay(decider.initial(), ReadBack.of(events, walk.events())))
                .as("replayed: %s", way)
                .isEqualTo(walk.live());
        walks.put(way, walk);
        return walk;
    }

    private Walk<S, E> answered(Walk<S, E> walk, List<String> way, String command) {
        var before = name.apply(walk.live());
        var row = row(before, command);
        var asked = commands.get(command).apply(way.size(), walk.live());
        var decision = decider.decide(asked, walk.live());
        assertThat(words(decision)).as("%s after %s", command, way).isEqualTo(row.answer());
        var added = recorded(decision);
        var live = decider.replay(walk.live(), added);
        assertThat(name.apply(live)).as("%s after %s", command, way).isEqualTo(row.after(before));
        if (!added.isEmpty() && !counting.contains(command))
            assertThat(recorded(decider.decide(asked, live)))
                    .as("%s again after %s", command, way)
                    .isEmpty();
        return new Walk<>(
                live, Stream.concat(walk.events().stream(), added.stream()).toList());
    }

    private List<E> recorded(Decision<E> decision) {
        return decision instanceof Accepted<E>(var events) ? events : List.of();
    }

    private static <E> String words(Decision<E> decision) {
        return switch (decision) {
            case Refused<E> refused -> REFUSED + refused.reason().name();
            case Accepted<E>(var events) when events.isEmpty() -> NOTHING;
            case Accepted<E>(var events) ->
                events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining(", "));
        };
    }

    private void whole(Set<String> states) {
        var used = states.stream()
                .flatMap(state -> commands.keySet().stream().map(command -> row(state, command)))
                .collect(Collectors.toSet());
        assertThat(rows).as("every row is needed").allMatch(used::contains);
        rows.forEach(row -> {
            assertThat(row.states()).isSubsetOf(plus(states, ANY));
            assertThat(row.commands()).isSubsetOf(plus(commands.keySet(), ANY));
        });
    }

    private void complete(Class<C> family, Map<String, List<String>> paths) {
        var given = new LinkedHashSet<Class<?>>();
        paths.values().forEach(path -> {
            var live = decider.initial();
            for (var step = 0; step < path.size(); step++)
                live = decider.replay(
                        live,
                        recorded(decider.decide(commands.get(path.get(step)).apply(step, live), live)));
            for (var command : commands.values())
                given.add(command.apply(path.size(), live).getClass());
        });
        assertThat(given).containsAll(leaves(family));
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return List.of(type);
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(c -> leaves(c).stream())
                .toList();
    }

    private Row row(String state, String command) {
        return rows.stream()
                .filter(row -> row.fits(state, command))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row for " + state + ", " + command));
    }

    private static List<String> plus(Collection<String> all, String one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static List<Row> read(String table) {
        try (var in = Machine.class.getResourceAsStream(table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .skip(2)
                    .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(cells -> new Row(list(cells.get(0)), list(cells.get(1)), cells.get(2), cells.get(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
}
