package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Drill 10: two replicas of each service whose clocks are ten minutes apart, by a small library that is put before the C library's clock. */
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

    private Path library;

    @Override
    public int number() {
        return 10;
    }

    @Override
    public Stand.Shape shape() {
        library = compiled();
        return Stand.Shape.twoReplicas(library == null ? Map.of() : Map.of("LD_PRELOAD", library.toString()));
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        if (library == null) {
            found.wrong("no C compiler (cc) to make a wrong clock with");
            return "skipped";
        }
        Drill.rest(1_000 * scale.of(10, 60), 1_000 * scale.of(11, 61));
        try {
            var apart = new Copies(stand)
                    .count("household", "select extract(epoch from max(recorded_at) - now())::bigint from event");
            if (apart < 500) found.wrong("no event came from the replica whose clock is ahead");
            Files.deleteIfExists(library);
            return "two replicas of each service, one with its clock 10 min ahead (its events up to %d s ahead of the database)"
                    .formatted(apart);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
