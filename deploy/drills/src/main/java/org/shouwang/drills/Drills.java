package org.shouwang.drills;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs drills one after another. In the full form each has a system of its own; in the short form they share one, and the last, which
 * leaves odd messages behind, comes last; the read models are then made anew once, at the end.
 */
final class Drills {

    private static final String HELP = """
            Drills: harm is done under load, and what every client was told is then compared with every copy of the events.

            Usage: deploy/drills/run [options], or deploy/drills/run county --help
              --short          a few kills each on one system, a minute or two; writes no results
              --drills 1,2,…   only these (default: all that there are; short: 1, 2, 3 and 8)
              --kills N        how many services drill 1 kills (default: 50; short: 4)
              --help           this text
            A full run of all writes RESULTS.md and results.json beside this script, any other to target/.""";

    private static final int KILLS = 50;
    private static final Set<Integer> SHORT = Set.of(1, 2, 3, 8);

    private final Path home;
    private final Drill.Scale scale;

    Drills(Path home, Drill.Scale scale) {
        this.home = home;
        this.scale = scale;
    }

    /** The system property {@code shouwang.home} names the project's folder. Exit code 1 where something was found. */
    public static void main(String[] arguments) {
        java.util.logging.LogManager.getLogManager().reset();
        var home = Path.of(System.getProperty("shouwang.home", "")).toAbsolutePath();
        if (arguments.length > 0 && arguments[0].equals("county"))
            System.exit(CountyYear.main(home, List.of(arguments).subList(1, arguments.length)) ? 0 : 1);
        var brief = false;
        var numbers = Drill.ALL.stream().map(Drill::number).collect(Collectors.toSet());
        var chosen = Set.<Integer>of();
        var kills = 0;
        for (var rest = List.of(arguments).iterator(); rest.hasNext(); )
            switch (rest.next()) {
                case "--short" -> brief = true;
                case "--drills" ->
                    chosen = Stream.of(rest.next().split(","))
                            .map(Integer::valueOf)
                            .collect(Collectors.toSet());
                case "--kills" -> kills = Integer.parseInt(rest.next());
                default -> {
                    System.out.println(HELP);
                    return;
                }
            }
        var wanted = chosen.isEmpty() ? (brief ? SHORT : numbers) : chosen;
        if (!numbers.containsAll(wanted)) {
            System.err.println("deploy/drills/run: there are drills "
                    + numbers.stream().sorted().toList());
            System.exit(2);
        }
        var drills = new Drills(home, new Drill.Scale(brief, kills > 0 ? kills : brief ? 4 : KILLS));
        System.exit(drills.all(wanted) ? 0 : 1);
    }

    /** Whether nothing was found. */
    private boolean all(Set<Integer> wanted) {
        var outcomes = scale.brief() && SHORT.containsAll(wanted) ? together(wanted) : apart(wanted);
        outcomes.forEach(o -> System.out.println(o.result().line()));
        return outcomes.stream().allMatch(Outcome::nothing);
    }

    /** @param nothing was found */
    record Outcome(Result result, boolean nothing) {}

    private List<Outcome> together(Set<Integer> wanted) {
        try (var stand = stand(Stand.Shape.USUAL)) {
            return together(wanted, stand);
        }
    }

    /** All on one system, in the order of {@link Drill#ALL}. */
    List<Outcome> together(Set<Integer> wanted, Stand stand) {
        var drills = Drill.ALL.stream().filter(d -> wanted.contains(d.number())).toList();
        return drills.stream()
                .map(drill -> run(drill, stand, drill == drills.getLast()))
                .toList();
    }

    /** Each on its own. What is done so far is written after each; only a whole run becomes the results. */
    private List<Outcome> apart(Set<Integer> wanted) {
        var outcomes = new ArrayList<Outcome>();
        var folder = home.resolve("deploy/drills");
        for (var drill : Drill.ALL) {
            if (!wanted.contains(drill.number())) continue;
            outcomes.add(apart(drill));
            System.out.println(outcomes.getLast().result().line());
            write(folder.resolve("target"), outcomes);
        }
        if (!scale.brief() && scale.kills() >= KILLS && outcomes.size() == Drill.ALL.size()) write(folder, outcomes);
        return outcomes;
    }

    /** A system that does not start is a finding, and the other drills go on. */
    private Outcome apart(Drill drill) {
        try (var stand = stand(drill.shape())) {
            return run(drill, stand, true);
        } catch (RuntimeException e) {
            var note = "its system did not start: " + e;
            Progress.say("FOUND %s", note);
            return new Outcome(new Result(drill.number(), 0, 0, 0, 0, 0, note), false);
        }
    }

    private static void write(Path folder, List<Outcome> outcomes) {
        Result.write(
                folder,
                outcomes.stream().map(Outcome::result).toList(),
                LocalDate.now().toString());
    }

    Stand stand(Stand.Shape shape) {
        Progress.say("starting PostgreSQL, Kafka and the services …");
        var stand = Stand.start(home, shape);
        Load.prepare(stand, home);
        return stand;
    }

    private Outcome run(Drill drill, Stand stand, boolean rebuilding) {
        Progress.say("drill %d", drill.number());
        var found = new Found();
        var load = drill.load(stand);
        String done;
        try (load) {
            done = drill.harm(stand, load, found, scale);
        } catch (RuntimeException e) {
            found.wrong(e.toString());
            done = "broken off";
        }
        Progress.say(
                "comparing %d commands with every copy",
                load.ledger().commands().size());
        answers(load.ledger(), found);
        try {
            new Audit(stand, found, drill::sent).of(load.ledger(), rebuilding);
        } catch (RuntimeException e) {
            found.wrong(e.toString());
        }
        var ledger = load.ledger();
        found.examples().forEach(example -> Progress.say("FOUND %s", example));
        var note = Stream.of(
                        Stream.of(done),
                        Stream.of("answers other than 2xx: " + ledger.troubles()),
                        Stream.of("slowest answer " + ledger.slowestMillis() + " ms"),
                        found.remarks().stream(),
                        found.nothing() ? Stream.of("found nothing") : found.examples().stream())
                .flatMap(parts -> parts)
                .collect(Collectors.joining("; "));
        return new Outcome(
                new Result(
                        drill.number(),
                        ledger.commands().size(),
                        ledger.acknowledged().size(),
                        found.lost(),
                        found.doubled(),
                        found.disordered(),
                        note),
                found.nothing());
    }

    /** What no client should be told, whatever is broken. */
    private static void answers(Ledger ledger, Found found) {
        for (var answer : ledger.answers()) {
            var what =
                    answer.command().method() + " " + answer.command().path() + " was answered with " + answer.what();
            if (answer.status() == 500) found.wrong(what);
            if (answer.status() == 503 && !answer.later())
                found.wrong(what + " without Retry-After or not as a problem");
            if (answer.what().contains("Timeout"))
                found.wrong(what + ": no answer within " + Http.HANG.toSeconds() + " s");
        }
        for (var refusal : ledger.refusals()) found.wrong(refusal.command().path() + " was refused: " + refusal.what());
        var open = ledger.commands().size()
                - ledger.acknowledged().size()
                - ledger.refusals().size();
        if (open > 0) found.wrong(open + " commands were never acknowledged");
    }
}
