package org.shouwang.bench;

import static org.shouwang.bench.Row.*;
import static org.shouwang.bench.Subject.*;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A figure to reach.
 *
 * @param what in words
 * @param bound the ratio, or the figure itself where it is compared with nothing
 * @param atLeast false: at most
 * @param of what is to reach it
 * @param to what it is divided by; null: nothing
 */
record Target(String what, double bound, boolean atLeast, Value of, Value to) {

    /** One number of a run; empty where it was not measured. */
    interface Value {
        Optional<Double> in(Results results);
    }

    static final List<Target> ALL = List.of(
            least(
                    "append, 32 callers / raw, one transaction per event, 32",
                    1.5,
                    rate(APPEND, 32, OURS),
                    rate(APPEND, 32, RAW)),
            least("append, 32 callers / Axon", 3, rate(APPEND, 32, OURS), rate(APPEND, 32, AXON)),
            least("append, 32 callers / Pekko", 3, rate(APPEND, 32, OURS), rate(APPEND, 32, PEKKO)),
            least("append, 128 callers / raw at 32", 1.8, rate(APPEND, 128, OURS), rate(APPEND, 32, RAW)),
            least(
                    "append, 1 caller / raw with an explicit transaction",
                    0.85,
                    rate(APPEND, 1, OURS),
                    rate(APPEND_EXPLICIT, 1, RAW)),
            most(
                    "append, 1 caller, p50 / raw with an explicit transaction",
                    1.2,
                    p50(APPEND, 1, OURS),
                    p50(APPEND_EXPLICIT, 1, RAW)),
            least(
                    "100 per command, 8 callers / raw multi-row insert",
                    0.85,
                    rate(APPEND_BATCH, 8, OURS),
                    rate(APPEND_BATCH, 8, RAW)),
            least("load 100 events, 1 caller / raw", 0.6, rate(LOAD_100, 1, OURS), rate(LOAD_100, 1, RAW)),
            least("load 100 events, 1 caller / Axon", 1.5, rate(LOAD_100, 1, OURS), rate(LOAD_100, 1, AXON)),
            least(
                    "load + decide + append + project, 32 callers / raw load, then append",
                    1.2,
                    rate(COMMAND, 32, OURS),
                    rate(COMMAND, 32, RAW)),
            least(
                    "the same on streams that are not remembered, 32 callers / raw",
                    1.2,
                    rate(COMMAND_UNREAD, 32, OURS),
                    rate(COMMAND_UNREAD, 32, RAW)),
            least("ordered read of all, decoded / raw undecoded", 0.4, rate(READ_ALL, 1, OURS), rate(READ_ALL, 1, RAW)),
            least("ordered read of all, decoded / Axon", 2.5, rate(READ_ALL, 1, OURS), rate(READ_ALL, 1, AXON)),
            least("rebuild of a read model, a row for each event, events/s", 40_000, rate(REBUILD_EACH, 1, OURS), null),
            least("rebuild of a read model, folded for each stream, events/s", 150_000, rate(REBUILD, 1, OURS), null),
            least(
                    "rebuild of household-service's largest, several rows for each event, events/s",
                    40_000,
                    rate(REBUILD_HOUSEHOLD, 1, OURS),
                    null),
            least("feed to Kafka, events/s", 25_000, rate(FEED, 1, OURS), null),
            most(
                    "feed at 2,000 commands/s, the longest behind in any round, ms",
                    1_000,
                    results -> results.most(FEED_LAG, OURS, Measured::p99Micros).map(micros -> micros / 1e3),
                    null),
            most(
                    "visible in another service at 100 commands/s, p50, ms",
                    10,
                    ms(VISIBLE_100, Measured::p50Micros),
                    null),
            most(
                    "visible in another service at 100 commands/s, p99, ms",
                    60,
                    ms(VISIBLE_100, Measured::p99Micros),
                    null),
            least("HTTP command, 32 clients / the same in process", 0.5, rate(HTTP, 32, OURS), rate(COMMAND, 32, OURS)),
            least("roster import, persons/s", 5_000, rate(IMPORT, 1, OURS), null),
            least(
                    "append at 10M events / append at 100,000, 32 callers",
                    0.9,
                    rate(APPEND_10M, 32, OURS),
                    rate(APPEND_100K, 32, OURS)),
            most("start of a service until ready, with its AOT cache, ms", 2_000, ms(START, Measured::p50Micros), null),
            most("resident memory of a service when idle, MiB", 200, Results::idle, null));

    private static Target least(String what, double bound, Value of, Value to) {
        return new Target(what, bound, true, of, to);
    }

    private static Target most(String what, double bound, Value of, Value to) {
        return new Target(what, bound, false, of, to);
    }

    private static Value rate(Row row, int callers, Subject subject) {
        return value(row, callers, subject, Measured::perSecond);
    }

    private static Value ms(Row row, ToDoubleFunction<Measured> micros) {
        return value(row, 1, OURS, measured -> micros.applyAsDouble(measured) / 1e3);
    }

    private static Value p50(Row row, int callers, Subject subject) {
        return value(row, callers, subject, Measured::p50Micros);
    }

    private static Value value(Row row, int callers, Subject subject, ToDoubleFunction<Measured> of) {
        return results -> results.median(row, callers, subject).map(of::applyAsDouble);
    }

    /** Empty where a row was not measured. */
    Optional<Double> found(Results results) {
        var top = of.in(results);
        return to == null ? top : top.flatMap(t -> to.in(results).map(bottom -> t / bottom));
    }

    boolean reached(double found) {
        return atLeast ? found >= bound : found <= bound;
    }
}
