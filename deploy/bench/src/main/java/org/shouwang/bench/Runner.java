package org.shouwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.shouwang.stack.Failure;

/** One run: starts the servers, lets everything be measured in its order, and writes the report. */
public final class Runner {

    private final Options options;
    private final Path home;
    private final Path work;
    private final Sizes sizes;
    private final Course course = new Course();

    private Runner(Options options, Path home) {
        this.options = options;
        this.home = home;
        this.work = home.resolve("deploy/bench/target/run");
        this.sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
    }

    /** See {@link Options#HELP}; the system property {@code shouwang.home} names the project's folder. */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        try {
            var options = Options.parse(List.of(arguments));
            if (options.help()) System.out.println(Options.HELP);
            else
                new Runner(
                                options,
                                Path.of(System.getProperty("shouwang.home", "")).toAbsolutePath())
                        .run();
            System.exit(0);
        } catch (Failure e) {
            System.err.println("deploy/bench/run: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws Exception {
        delete(work);
        Files.createDirectories(work.resolve("logs"));
        try (var servers = new Servers(work.resolve("data"))) {
            course.say(servers.version() + " and Kafka are up");
            var processes = new Processes(home, work.resolve("logs"), servers);
            var rounds = new Rounds(options, sizes, servers, processes, course);
            for (var step : Place.first(options.quick(), sizes)) rounds.measure(step);
            new HouseholdRows(options, sizes, home, work, servers, processes, course).measure();
            if (!options.quick()) for (var step : Place.large()) rounds.measure(step);
            report(servers.version() + " over loopback TCP, " + servers.settings());
        } finally {
            delete(work.resolve("data"));
        }
    }

    private void report(String postgresql) throws IOException {
        var published = new Publication(options, sizes, course.results());
        published.reasonAgainst().ifPresent(course::note);
        var report = new Report(course.results(), preamble(postgresql), course.notes(), sizes);
        var folder = home.resolve(published.folder());
        Files.writeString(folder.resolve("RESULTS.md"), report.markdown());
        Files.writeString(folder.resolve("results.json"), report.json());
        System.out.println("\n" + report.markdown());
        course.say(course.spent());
        published.reasonAgainst().ifPresent(course::say);
        course.say("written to " + folder);
    }

    private List<String> preamble(String postgresql) throws IOException {
        return Machine.describe(
                "%s UTC, %s run of %d s, %d rounds."
                        .formatted(
                                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                                options.quick() ? "quick" : "full",
                                course.seconds(),
                                sizes.rounds()),
                postgresql);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
