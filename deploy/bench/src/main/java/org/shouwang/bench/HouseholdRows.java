package org.shouwang.bench;

import static org.shouwang.bench.Row.IMPORT;
import static org.shouwang.bench.Row.REBUILD_HOUSEHOLD;
import static org.shouwang.bench.Row.START;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.shouwang.bench.Results.Cell;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Training;

/** household-service by itself: how it starts, and how it takes in a roster. */
final class HouseholdRows {

    private static final String NAME = "household";

    private final Options options;
    private final Sizes sizes;
    private final Path home;
    private final Path work;
    private final Servers servers;
    private final Processes processes;
    private final Course course;

    /**
     * @param home the project's folder
     * @param work folder of the run
     */
    HouseholdRows(
            Options options, Sizes sizes, Path home, Path work, Servers servers, Processes processes, Course course) {
        this.options = options;
        this.sizes = sizes;
        this.home = home;
        this.work = work;
        this.servers = servers;
        this.processes = processes;
        this.course = course;
    }

    void measure() throws Exception {
        var start = options.wants(START, Subject.OURS);
        var rebuild = options.wants(REBUILD_HOUSEHOLD, Subject.OURS);
        var roster = rebuild || options.wants(IMPORT, Subject.OURS);
        if (!start && !roster) return;
        if (start) train();
        for (var round = 0; round <= sizes.rounds(); round++) {
            var last = round == sizes.rounds();
            if (!start && !last) continue;
            var from = System.nanoTime();
            try (var household = new Household(home, processes.household(), processes.log(NAME))) {
                var ready = household.ready();
                if (start) course.found(round, new Cell(START, 1, Subject.OURS), Measured.of(1, ready));
                if (last && start) {
                    TimeUnit.SECONDS.sleep(options.quick() ? 2 : 10);
                    course.results().idle(household.resident());
                    course.note("household-service when idle: %d MiB resident, of which %d belong to no file."
                            .formatted(household.resident(), household.anonymous()));
                }
                course.spent(START, from);
                if (last && roster) rosters(household);
                if (last && rebuild) rebuilds(household);
            }
        }
    }

    /** The target speaks of a start with an AOT cache. */
    private void train() throws IOException {
        if (Training.done(home, NAME)) return;
        if (options.quick()) {
            course.note("household-service has no AOT cache of this build: deploy/train or a full run makes it.");
            return;
        }
        course.say("household-service runs once for its start cache");
        var from = System.nanoTime();
        var environment = processes.household();
        var port = Integer.parseInt(environment.get("QUARKUS_HTTP_PORT"));
        Training.train(home, work, NAME, environment, port, processes.log("training"));
        course.spent(START, from);
    }

    private void rosters(Household household) throws IOException, InterruptedException {
        var from = System.nanoTime();
        household.send(
                "POST",
                "/areas/imports?validFrom=2016-01-01",
                servers.signIn().token("sys-admin"),
                "text/csv",
                BodyPublishers.ofFile(home.resolve("deploy/sample/areas-610727.csv")));
        var cell = new Cell(IMPORT, 1, Subject.OURS);
        for (var round = 1; round <= sizes.rounds() && !sizes.tooLong(cell, course.results()); round++)
            course.found(round, cell, roster(household, round));
        course.spent(IMPORT, from);
        course.note("household-service, the most it ever took, with the imports: %d MiB resident."
                .formatted(household.mostResident()));
    }

    /** Of the read model that has the most rows: one for each household, its members and what is known of them. */
    private void rebuilds(Household household) throws IOException, InterruptedException {
        var from = System.nanoTime();
        for (var round = 1; round <= sizes.rounds(); round++) {
            var begin = System.nanoTime();
            var answer = household.send(
                    "POST",
                    "/read-models/HouseholdOverview/rebuild",
                    servers.signIn().token("sys-admin"),
                    "application/json",
                    BodyPublishers.noBody());
            course.found(
                    round,
                    new Cell(REBUILD_HOUSEHOLD, 1, Subject.OURS),
                    Measured.of(answer.at("/body/events").asLong(), System.nanoTime() - begin));
        }
        course.spent(REBUILD_HOUSEHOLD, from);
    }

    private Measured roster(Household household, int round) throws IOException, InterruptedException {
        var csv = Roster.csv(sizes.persons(), round).getBytes(StandardCharsets.UTF_8);
        var token = servers.signIn().token("county-operator");
        var from = System.nanoTime();
        var taken = household
                .send(
                        "POST",
                        "/imports?area=" + Roster.VILLAGE + "&on=2021-09-07",
                        token,
                        "text/csv",
                        BodyPublishers.ofByteArray(csv))
                .get("body");
        var path = "/imports/" + taken.get("id").asText() + "/application";
        var answer = taken;
        do {
            answer = household.send("PUT", path, token, "application/json", BodyPublishers.noBody());
        } while (answer.get("status").asInt() == 202 && System.nanoTime() - from < sizes.patience() * 1e9);
        var nanos = System.nanoTime() - from;
        var persons = answer.at("/body/done").asInt() * 4;
        if (answer.get("status").asInt() == 200 && persons != sizes.persons())
            throw new Failure("The roster was not applied: " + answer);
        if (persons != sizes.persons())
            course.note("The import was cut off after %.0f s with %,d of %,d persons."
                    .formatted(nanos / 1e9, persons, sizes.persons()));
        return Measured.of(persons, nanos);
    }
}
