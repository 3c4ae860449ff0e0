package org.shouwang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What processor time a measurement takes, by process, so that a figure that is not reached can be explained by a measurement. Read from
 * {@code /proc}, which counts in hundredths of a second; nothing where the system has none.
 */
final class Meter {

    /** System property: the process id of PostgreSQL's main process. */
    static final String POSTGRESQL = "bench.postgresql";

    private static final Path PROC = Path.of("/proc");
    private static final double NANOS_PER_TICK = 1e7;

    private final long subject;
    private final long postgresql;
    private final Used before;

    private Meter(long subject, long postgresql) {
        this.subject = subject;
        this.postgresql = postgresql;
        this.before = now();
    }

    /** Of a subject that measures itself: it is its own client. */
    static Meter here() {
        return new Meter(0, Long.getLong(POSTGRESQL, 0));
    }

    /** Of a subject in another process, whose client is this one. */
    static Meter of(long subject, long postgresql) {
        return new Meter(subject, postgresql);
    }

    /** Since this meter was made, for each of so many. */
    Used each(long counted) {
        var now = now();
        return counted == 0
                ? Used.NOTHING
                : new Used(
                        (now.client() - before.client()) / counted,
                        (now.subject() - before.subject()) / counted,
                        (now.postgresql() - before.postgresql()) / counted);
    }

    private Used now() {
        var own = micros(ProcessHandle.current());
        return subject == 0
                ? new Used(0, own, tree(postgresql))
                : new Used(own, ProcessHandle.of(subject).map(Meter::micros).orElse(0.0), tree(postgresql));
    }

    private static double micros(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e3;
    }

    /** Of a process and its children, also of those that have ended. */
    private static double tree(long process) {
        return ProcessHandle.of(process)
                .map(main -> ended(process)
                        + main.children().mapToDouble(Meter::micros).sum()
                        + micros(main))
                .orElse(0.0);
    }

    private static double ended(long process) {
        var stat = PROC.resolve(process + "/stat");
        if (!Files.exists(stat)) return 0;
        try {
            var all = Files.readString(stat);
            var fields = all.substring(all.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_PER_TICK / 1e3;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
