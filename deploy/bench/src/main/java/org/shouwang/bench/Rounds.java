package org.shouwang.bench;

import static org.shouwang.bench.Row.HTTP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.shouwang.bench.Results.Cell;
import org.shouwang.stack.Failure;

/** Measures rows in rounds, subjects taking turns, each in a process of its own. */
final class Rounds {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Options options;
    private final Sizes sizes;
    private final Servers servers;
    private final Processes processes;
    private final Course course;
    private int prepared;

    Rounds(Options options, Sizes sizes, Servers servers, Processes processes, Course course) {
        this.options = options;
        this.sizes = sizes;
        this.servers = servers;
        this.processes = processes;
        this.course = course;
    }

    void measure(Place.Step step) throws Exception {
        var workers = new ConcurrentHashMap<String, WorkerProcess>();
        try {
            open(step.places(), workers);
            if (workers.isEmpty()) return;
            for (var round = 0; round <= sizes.rounds(); round++) {
                if (round > 1 && course.seconds() > step.share() * sizes.total()) {
                    course.note("For want of time, only %d of %d rounds by %s."
                            .formatted(round - 1, sizes.rounds(), String.join(", ", workers.keySet())));
                    break;
                }
                round(round, step.places(), workers);
            }
        } finally {
            workers.values().forEach(WorkerProcess::end);
            workers.values().forEach(WorkerProcess::close);
        }
    }

    /** Starts the processes of all subjects at once. */
    private void open(List<Place> places, Map<String, WorkerProcess> workers) throws Exception {
        var opening = new ArrayList<Callable<Void>>();
        for (var place : places)
            for (var subject : Subject.values())
                if (place.rows().stream().anyMatch(row -> wanted(place, row, subject)))
                    opening.add(() -> {
                        open(place, subject, workers);
                        return null;
                    });
        if (opening.isEmpty()) return;
        if (places.getFirst().suffix().equals(Place.SEEN))
            opening.add(() -> {
                workers.put("peer", processes.peer());
                return null;
            });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(opening)) one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new IllegalStateException(e.getCause());
        }
        course.say("%d processes are up".formatted(workers.size()));
    }

    private void open(Place place, Subject subject, Map<String, WorkerProcess> workers) {
        var database = place.database(subject);
        var worker = processes.start(place, subject);
        workers.put(database, worker);
        if (place.fill() == 0) return;
        var filled = worker.take(new Task("fill", 1, 0, place.fill()), LONGEST);
        course.say("%s: %,d events filled in, %,.0f/s".formatted(database, place.fill(), filled.perSecond()));
    }

    private boolean wanted(Place place, Row row, Subject subject) {
        return place.subjects().contains(subject) && options.wants(row, subject);
    }

    private void round(int round, List<Place> places, Map<String, WorkerProcess> workers) throws Exception {
        var turns = new ArrayList<>(EnumSet.allOf(Subject.class));
        Collections.rotate(turns, round);
        for (var row : Row.values())
            for (var place : places) {
                if (!place.rows().contains(row)) continue;
                var from = System.nanoTime();
                for (var callers : row.callers)
                    for (var subject : turns)
                        if (wanted(place, row, subject))
                            cell(round, new Cell(row, callers, subject), workers.get(place.database(subject)));
                course.spent(row, from);
            }
    }

    /** Round 0 warms up and does not count. */
    private void cell(int round, Cell cell, WorkerProcess worker) throws Exception {
        var warmUp = sizes.warmUp(cell.row());
        if (round == 0 && warmUp.least() == 0 || sizes.tooLong(cell, course.results())) return;
        servers.checkpoint();
        var speeds = new ArrayList<Double>();
        do {
            var measured = measure(round == 0, cell, worker);
            course.found(round, cell, measured);
            speeds.add(cell.row().speed(measured));
        } while (round == 0 && !warmUp.over(speeds));
    }

    private Measured measure(boolean warm, Cell cell, WorkerProcess worker) throws InterruptedException {
        var row = cell.row();
        var seconds = warm ? sizes.warmUp(row).seconds() : sizes.seconds(row);
        var size = row.pace == 0 ? sizes.of(row, warm) : Math.round(seconds * (warm ? row.warmPace() : row.pace));
        if (row != HTTP) return worker.take(new Task(row.label(), cell.callers(), seconds, size), LONGEST);
        worker.take(new Task("prepare", ++prepared, 0, size), LONGEST);
        var postgresql = servers.postgres().pid();
        try (var clients = new HttpClients(
                cell.callers(),
                processes.httpPort(),
                servers.signIn().token("town-operator"),
                () -> Meter.of(worker.pid(), postgresql))) {
            clients.run(cell.callers(), sizes.warmUp(row).seconds(), prepared, size);
            return clients.run(cell.callers(), seconds, prepared, size);
        }
    }
}
