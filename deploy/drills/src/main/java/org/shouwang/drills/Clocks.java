package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shouwang.stack.Failure;

/**
 * Drill 10: two replicas of each service whose clocks are ten minutes apart, by a small library that is put before the C library's clock.
 * Both do what is done daily, soon after their start, and again and again at the same moment when they are told to.
 */
final class Clocks implements Drill {

    private static final String LIBRARY = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <sys/time.h>
            #include <time.h>
            static const long AHEAD = 600;
            int clock_gettime(clockid_t id, struct timespec *t) {
              static int (*real)(clockid_t, struct timespec *);
              if (!real) real = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
              int result = real(id, t);
              if (result == 0 && id == CLOCK_REALTIME) t->tv_sec += AHEAD;
              return result;
            }
            int gettimeofday(struct timeval *t, void *zone) {
              struct timespec now;
              int result = clock_gettime(CLOCK_REALTIME, &now);
              t->tv_sec = now.tv_sec;
              t->tv_usec = now.tv_nsec / 1000;
              return result;
            }
            time_t time(time_t *t) {
              struct timespec now;
              clock_gettime(CLOCK_REALTIME, &now);
              if (t) *t = now.tv_sec;
              return now.tv_sec;
            }
            """;

    /** Who has something to do daily. */
    private static final List<String> DAILY = List.of("household", "monitoring", "assistance");

    /** By the nightly work; each may be there once in its stream. */
    private static final String NIGHTLY =
            "from event where role = 'SYSTEM' and actor in ('tick', 'DailyTick', 'household')";

    private Path library;

    @Override
    public int number() {
        return 10;
    }

    @Override
    public Stand.Shape shape() {
        library = compiled();
        return Stand.Shape.twoReplicas(
                Map.of("SHOUWANG_TICK_DAILY", "true", "SHOUWANG_TICK_PAUSE", "15S"),
                library == null ? Map.of() : Map.of("LD_PRELOAD", library.toString()));
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        if (library == null) {
            found.wrong("no C compiler (cc) to make a wrong clock with");
            return "skipped";
        }
        var rounds = scale.of(10, 60);
        for (var round = 0; round < rounds; round++) {
            for (var service : DAILY) atOnce(stand, service, found);
            Drill.rest(500, 1_500);
        }
        try {
            var late = 0L;
            for (var service : DAILY) late += once(stand, service, found);
            if (late == 0) found.wrong("the nightly work found nothing to do");
            var apart = new Copies(stand)
                    .count("household", "select extract(epoch from max(recorded_at) - now())::bigint from event");
            if (apart < 500) found.wrong("no event came from the replica whose clock is ahead");
            Files.deleteIfExists(library);
            return "two replicas of each service, one with its clock 10 min ahead (its events up to %d s ahead of the database); %d times both did the nightly work at once, %d events of it"
                    .formatted(apart, rounds, late);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The nightly work of both replicas at the same moment. */
    private static void atOnce(Stand stand, String service, Found found) {
        var threads = new ArrayList<Thread>();
        for (var replica : List.of(service, Stand.second(service)))
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    Http.must(Http.request(
                                    "http://127.0.0.1:" + stand.port(replica) + "/" + service + "/ticks",
                                    stand.token("sys-admin"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build());
                } catch (Failure e) {
                    found.wrong(e.getMessage());
                }
            }));
        for (var thread : threads)
            try {
                if (!thread.join(Http.HANG.multipliedBy(2)))
                    found.wrong("the nightly work of " + service + " does not end");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
    }

    /** @return how many events the nightly work has brought about */
    private static long once(Stand stand, String service, Found found) throws java.sql.SQLException {
        var copies = new Copies(stand);
        for (var twice : copies.texts(
                service,
                "select kind || '/' || stream || ' ' || type " + NIGHTLY
                        + " group by kind, stream, type having count(*) > 1"))
            found.doubled(service + " noted more than once by the nightly work: " + twice);
        return copies.count(service, "select count(*) " + NIGHTLY);
    }

    /** Null where there is no compiler. */
    private static Path compiled() {
        try {
            var source = Files.createTempFile("shouwang-clock-", ".c");
            var made = Path.of(source.toString().replace(".c", ".so"));
            Files.writeString(source, LIBRARY);
            var process = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-O1", "-o", made.toString(), source.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var done = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
            Files.deleteIfExists(source);
            return done ? made : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
