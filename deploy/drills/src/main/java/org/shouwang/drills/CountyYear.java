package org.shouwang.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.shouwang.stack.Failure;

/**
 * A year of a whole county: its rosters are imported, departments deliver month by month, and its staff do over HTTP what the plan says. The
 * figures are then held against the generator's account. Bounded in time; whatever is refused is a finding.
 */
final class CountyYear {

    static final String HELP = """
            A year of a whole county: rosters, screening, inclusions, visits, warnings, removals; then every figure is reckoned up.

            Usage: deploy/drills/run county [options]
              --households N   120 to 120,000 (default: 100,000)
              --seed N         of everything that happens (default: 2022)
              --help           this text
            With 100,000 or more it writes RESULTS-county.md and results-county.json beside this script, else to target/.""";

    static final int LEAST = 120;

    private static final int WHOLE = 100_000;
    private static final long SEED = 2022;
    private static final int SHOWN = 20;
    private static final int AT_ONCE = 16;
    private static final Duration SETTLING = Duration.ofMinutes(20);
    private static final Duration MONTH = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    /** What is sent about one household, in the order of days. */
    private record Deed(LocalDate on, Supplier<List<Command>> commands) {}

    private final Stand stand;
    private final Path home;
    private final County county;
    private final CountyPlan plan;
    private final CountyIds ids;
    private final CountyDifferences differences = new CountyDifferences();
    private final CountyFigures figures;
    private final CountyIntake intake;
    private final Ledger ledger = new Ledger();
    private final Client client;
    private final Copies copies;
    private final long begun = System.nanoTime();

    /** @param home the project's folder */
    CountyYear(Stand stand, Path home, County county) {
        this.stand = stand;
        this.home = home;
        this.county = county;
        plan = CountyPlan.of(county);
        ids = new CountyIds(stand, county);
        figures = new CountyFigures(ids, county, plan, differences);
        intake = new CountyIntake(stand, county, ids, differences);
        client = new Client(stand, ledger);
        copies = new Copies(stand);
    }

    /** @param arguments {@code --households N}, {@code --seed N} @return whether everything adds up */
    static boolean main(Path home, List<String> arguments) {
        var households = WHOLE;
        var seed = SEED;
        for (var rest = arguments.iterator(); rest.hasNext(); )
            switch (rest.next()) {
                case "--households" -> households = Integer.parseInt(rest.next());
                case "--seed" -> seed = Long.parseLong(rest.next());
                default -> {
                    System.out.println(HELP);
                    return true;
                }
            }
        if (households < LEAST || households > County.MOST) {
            System.err.println("deploy/drills/run county: from %d to %d households".formatted(LEAST, County.MOST));
            return false;
        }
        Progress.say("starting PostgreSQL, Kafka and the services …");
        try (var stand = Stand.start(home, Stand.Shape.USUAL)) {
            var year = new CountyYear(stand, home, County.of(home, seed, households));
            year.pass();
            var results = year.results();
            results.differences().stream().limit(SHOWN).forEach(difference -> Progress.say("FOUND %s", difference));
            System.out.println(results.line());
            results.write(
                    home.resolve(households < WHOLE ? "deploy/drills/target" : "deploy/drills"),
                    LocalDate.now().toString());
            return results.nothing();
        } catch (Failure e) {
            Progress.say("FOUND %s", e.getMessage());
            return false;
        }
    }

    /** From the empty system to the end of December. */
    void pass() {
        Load.prepare(stand, home);
        rules();
        intake.imports();
        Audit.settle(copies, SETTLING);
        Progress.say("%,d households are on record everywhere after %d s", ids.known(), seconds(begun));
        for (var month = CountyPlan.CARRIED; !month.isAfter(CountyPlan.LAST); month = month.plusMonths(1)) {
            if (seconds(begun) > LONGEST.toSeconds())
                throw new Failure("%s has not begun after %d s".formatted(month, seconds(begun)));
            month(month);
        }
    }

    /** What it came to, as the services say it now. */
    CountyResults results() {
        Progress.say("reckoning");
        var figures = new CountyFigures(ids, county, plan, differences);
        figures.compare();
        new CountyReckoning(ids, plan, differences).compare();
        ledger.refusals()
                .forEach(answer -> differences.compare(
                        answer.command().method() + " " + answer.command().path(), "2xx", answer.what()));
        ledger.answers().stream()
                .filter(answer -> answer.status() == 500)
                .forEach(answer -> differences.compare(
                        answer.command().method() + " " + answer.command().path(), "no 500", answer.what()));
        return new CountyResults(
                county,
                plan.lives().size(),
                ledger.acknowledged().size(),
                ledger.troubles().toString(),
                seconds(begun),
                differences.compared(),
                figures.lines(),
                differences.all());
    }

    private static long seconds(long begun) {
        return (System.nanoTime() - begun) / 1_000_000_000;
    }

    private void rules() {
        var operator = stand.token("county-operator");
        Http.must(Http.put(
                stand.url() + "/monitoring/lines/610727000000/2022",
                operator,
                "{\"amount\":%s,\"source\":\"演练\"}".formatted(CountyStaff.yuan(CountyPlan.line(2022)))));
        Http.must(Http.put(
                stand.url() + "/monitoring/screening-rules/COUNTY/versions/1",
                operator,
                "{\"areaPrefix\":\"610727\",\"effectiveFrom\":\"2021-01-01\",\"source\":\"演练\"}"));
    }

    private void month(YearMonth month) {
        var before = ledger.commands().size();
        var begun = System.nanoTime();
        plan.deliveries(month).forEach(intake::deliver);
        work(plan.lives().stream()
                .map(life -> deeds(life, month))
                .filter(deeds -> !deeds.isEmpty())
                .toList());
        Audit.settle(copies, SETTLING);
        Http.must(Http.request(
                        stand.url() + "/monitoring/ticks?date="
                                + month.plusMonths(1).atDay(1),
                        stand.token("sys-admin"))
                .timeout(MONTH)
                .POST(BodyPublishers.noBody())
                .build());
        Progress.say(
                "%s: %,d commands in %d s, monitored (户/人) %s",
                month, ledger.commands().size() - before, seconds(begun), figures.stock(month));
    }

    private List<Deed> deeds(CountyLife life, YearMonth month) {
        if (life.clues.isEmpty()) return List.of();
        var staff = new CountyStaff(ids, life);
        var cases = new CountyCase(staff);
        var care = new CountyCare(staff, county);
        var removals = new CountyRemoval(staff);
        var deeds = new ArrayList<Deed>();
        for (var clue : life.clues)
            if (clue.answer() == CountyLife.Answer.NO_RISK || clue.answer() == CountyLife.Answer.NOT_FOUND)
                deeds.add(new Deed(clue.on(), () -> cases.answered(clue)));
        for (var spell : life.spells) {
            deeds.add(new Deed(spell.clue.on(), () -> cases.identified(spell)));
            if (!spell.included()) continue;
            if (helpedIn(life, spell).equals(month))
                deeds.add(new Deed(later(spell.decidedOn, month), () -> care.helped(spell)));
            spell.visits.forEach((in, visit) -> {
                if (visit.on() != null) deeds.add(new Deed(visit.on(), () -> care.visited(in, visit)));
                if (visit.closedOn() != null) deeds.add(new Deed(visit.on().plusDays(1), () -> care.closed(visit)));
            });
            if (spell.voidedOn != null) deeds.add(new Deed(spell.voidedOn, () -> removals.voided(spell)));
            if (spell.removal == null) continue;
            deeds.add(new Deed(spell.removal.proposedOn(), () -> removals.removed(spell)));
            if (spell.removal.revokedOn() != null)
                deeds.add(new Deed(spell.removal.revokedOn(), () -> removals.revoked(spell.removal)));
        }
        for (var change : life.changes) deeds.add(new Deed(change.on(), () -> care.changed(change)));
        for (var move : life.moves) deeds.add(new Deed(move.on(), () -> care.moved(move)));
        return deeds.stream()
                .filter(deed -> YearMonth.from(deed.on()).equals(month))
                .sorted(Comparator.comparing(Deed::on))
                .toList();
    }

    /** The month after the clue's, when assistance-service is sure to have heard of the inclusion; never, where nobody can work. */
    static YearMonth helpedIn(CountyLife life, CountyLife.Spell spell) {
        return life.household.labour() ? YearMonth.from(spell.clue.on()).plusMonths(1) : YearMonth.of(9999, 12);
    }

    private static LocalDate later(LocalDate day, YearMonth month) {
        return day.isBefore(month.atDay(1)) ? month.atDay(1) : day;
    }

    /** Household by household beside each other, each in the order of its days until something is refused. */
    private void work(List<List<Deed>> all) {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var tasks =
                    all.stream().<Callable<Void>>map(deeds -> () -> done(deeds)).toList();
            for (var task : pool.invokeAll(tasks, MONTH.toSeconds(), TimeUnit.SECONDS))
                try {
                    task.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof Failure)) throw new IllegalStateException(e.getCause());
                    differences.compare(
                            "a household's month", "done", e.getCause().getMessage());
                } catch (CancellationException e) {
                    differences.compare("a household's month", "done", "not within " + MONTH.toMinutes() + " min");
                }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Void done(List<Deed> deeds) {
        for (var deed : deeds)
            for (var command : deed.commands().get()) {
                var end = System.nanoTime() + ANSWER.toNanos();
                if (!client.send(command, () -> System.nanoTime() - end < 0))
                    throw new Failure(command.method() + " " + command.path() + " came to nothing");
            }
        return null;
    }
}
