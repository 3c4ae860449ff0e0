package org.shouwang.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.shouwang.bench.Driver.Limit;
import org.shouwang.bench.NoteEvent.IncomeNoted;

/** One subject in a process of its own: takes tasks from the standard input until it ends, and answers on the standard output. */
public final class Worker {

    /** How long a prepared stream is when commands begin to lengthen it; they come to about {@link Fill#STREAM_LENGTH} on average. */
    private static final int COMMAND_LENGTH = 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PREPARERS = 8;
    private static final int SAMPLES = 1_000;

    private final Store store;
    private final Driver driver;
    private final String jdbcUrl;
    private final List<IncomeNoted> samples =
            IntStream.range(0, SAMPLES).mapToObj(IncomeNoted::of).toList();
    private final Map<Integer, List<UUID>> streams = new HashMap<>();
    private final AtomicLong unread = new AtomicLong();
    private List<UUID> filled = List.of();

    public Worker(Store store, String jdbcUrl) {
        this.store = store;
        this.driver = new Driver(store::caller);
        this.jdbcUrl = jdbcUrl;
    }

    /** Arguments: the subject, and the JDBC address of its database. Ours starts by its own main class, because it is a service. */
    public static void main(String[] arguments) throws Exception {
        var out = claimOutput();
        var store =
                switch (arguments[0]) {
                    case "raw" -> new RawStore(arguments[1]);
                    case "axon" -> new AxonStore(arguments[1]);
                    case "pekko" -> new PekkoStore(arguments[1]);
                    default -> throw new IllegalArgumentException(arguments[0]);
                };
        try (store) {
            new Worker(store, arguments[1]).serve(System.in, out);
        }
    }

    /** The standard output is for answers alone; whatever libraries print goes to the log. */
    public static PrintStream claimOutput() {
        var out = System.out;
        System.setOut(System.err);
        return out;
    }

    public void serve(InputStream in, PrintStream out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        out.println("ready");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                out.println(JSON.writeValueAsString(take(JSON.readValue(line, Task.class))));
            } catch (Exception e) {
                e.printStackTrace();
                out.println("failed: " + cause(e));
            }
            out.flush();
        }
    }

    private Measured take(Task task) throws Exception {
        var limit = Limit.seconds(task.seconds());
        return switch (task.row()) {
            case "fill" -> fill(task.size());
            case "prepare" -> prepare(task);
            case "append", "append-100k", "append-10m" ->
                driver.run(task.callers(), limit, (_, turn) -> begin(turn, 1));
            case "append-explicit" ->
                driver.run(task.callers(), limit, (_, turn) -> ((RawStore) store).explicit(id(), sample(turn)));
            case "append-batch" -> driver.run(task.callers(), limit, (_, turn) -> begin(turn, 100));
            case "load-20" -> load(task, limit, 20);
            case "load-100" -> load(task, limit, 100);
            case "load-1000" -> load(task, limit, 1_000);
            case "command" -> command(task, limit);
            case "command-unread" -> commandUnread(task, limit);
            case "read-all" -> readAll(task);
            default -> store instanceof Feature feature ? feature.take(task) : unknown(task);
        };
    }

    private static Measured unknown(Task task) {
        throw new IllegalArgumentException("no row " + task.row());
    }

    private CompletionStage<Integer> begin(long turn, int events) {
        return store.begin(id(), events == 1 ? List.of(sample(turn)) : some(turn, events));
    }

    private Measured load(Task task, Limit limit, int length) throws InterruptedException {
        if (!streams.containsKey(length)) streams.put(length, prepared((int) task.size(), length, store::begin));
        var prepared = streams.get(length);
        return driver.run(task.callers(), limit, (_, _) -> {
            var stream = prepared.get(ThreadLocalRandom.current().nextInt(prepared.size()));
            return store.load(stream).thenApply(found -> expect(length, found));
        });
    }

    private static int expect(int length, int found) {
        if (length != found) throw new IllegalStateException("a stream of " + length + " was read as " + found);
        return found;
    }

    /** Every caller has streams of its own, so that nobody loses a race. */
    private Measured command(Task task, Limit limit) throws InterruptedException {
        var prepared = prepared((int) task.size(), COMMAND_LENGTH, store::beginForCommands);
        var each = prepared.size() / task.callers();
        return driver.run(
                task.callers(),
                limit,
                (caller, turn) -> store.command(prepared.get(caller * each + (int) (turn % each)), sample(turn)));
    }

    /** Takes the streams that were filled in one after another, and the first again only after the last. */
    private Measured commandUnread(Task task, Limit limit) throws InterruptedException {
        return driver.run(
                task.callers(),
                limit,
                (_, turn) -> store.command(filled.get((int) (unread.getAndIncrement() % filled.size())), sample(turn)));
    }

    private List<UUID> prepared(
            int count, int length, BiFunction<UUID, List<IncomeNoted>, CompletionStage<Integer>> begin)
            throws InterruptedException {
        var ids = IntStream.range(0, count).mapToObj(_ -> id()).toList();
        driver.run(PREPARERS, Limit.turns((count + PREPARERS - 1) / PREPARERS), (caller, turn) -> {
            var number = (int) turn * PREPARERS + caller;
            return number < count
                    ? begin.apply(ids.get(number), some(number, length))
                    : CompletableFuture.completedFuture(0);
        });
        return ids;
    }

    /** Streams whose ids others can tell: {@link #numbered}. */
    private Measured prepare(Task task) throws InterruptedException {
        return driver.run(
                PREPARERS,
                Limit.turns(task.size() / PREPARERS),
                (caller, turn) -> store.beginForCommands(
                        numbered(task.callers(), turn * PREPARERS + caller), some(turn, COMMAND_LENGTH)));
    }

    /** The stream of that number in that round. */
    static UUID numbered(int round, long number) {
        return new UUID(0xBE7C_0000_0000_4000L + ((long) round << 16), 0x8000_0000_0000_0000L + number);
    }

    private Measured readAll(Task task) throws Exception {
        var meter = Meter.here();
        var begin = System.nanoTime();
        var events = store.readAll(begin + (long) (task.seconds() * 1e9));
        return Measured.of(events, System.nanoTime() - begin, meter.each(events));
    }

    private Measured fill(long events) throws Exception {
        var begin = System.nanoTime();
        var template = id();
        store.begin(template, List.of(sample(0))).toCompletableFuture().get(1, TimeUnit.MINUTES);
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            store.fill(connection, template, events);
            Fill.analyse(connection);
        }
        filled = LongStream.range(0, Fill.streams(events))
                .mapToObj(number -> Fill.stream(template, number))
                .toList();
        return Measured.of(events, System.nanoTime() - begin);
    }

    private IncomeNoted sample(long turn) {
        return samples.get((int) (turn % SAMPLES));
    }

    private List<IncomeNoted> some(long from, int count) {
        return IntStream.range(0, count).mapToObj(i -> sample(from + i)).toList();
    }

    /** Random like the ids of services, without waiting for the system's randomness. */
    public static UUID id() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                random.nextLong() & ~0xF000L | 0x4000L,
                random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }
}
