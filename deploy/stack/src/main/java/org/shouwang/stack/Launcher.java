package org.shouwang.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs everything on one machine: what {@code deploy/start} starts and Ctrl-C ends.
 *
 * <p>Starts servers, services and gateway in this order and stops them in the opposite one. Exit code 0 on a wished stop, 1 on a failure, 2 on a wrong
 * option; a failure is one sentence on the standard error. Every server listens on 127.0.0.1 only. A service has {@link #READY} to get ready.
 */
public final class Launcher {
    /** How long a service may take from its start until it is ready; the first start on a slow machine migrates its database in that time. */
    static final Duration READY = Duration.ofSeconds(180);

    private static final Logger LOG = Logger.getLogger(Launcher.class.getName());

    private final Options options;
    private final Path home;
    private final SampleLoader sample;
    private final PrintStream out;
    private final long begun = System.nanoTime();

    /** Completes when the stack has to end: empty where the user wished it, with a sentence where something failed. */
    private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

    private final CountDownLatch startOver = new CountDownLatch(1);
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Map<String, Service> services = new ConcurrentHashMap<>();
    private Postgres postgres;
    private Kafka kafka;
    private SignIn signIn;
    private Gateway gateway;
    private StackFile file;

    /**
     * A launcher that has started nothing yet.
     *
     * @param home the project's folder
     * @param sample what the first start loads; null for nothing
     */
    Launcher(Options options, Path home, SampleLoader sample, PrintStream out) {
        this.options = options;
        this.home = home;
        this.sample = sample;
        this.out = out;
    }

    /** See {@link Options#HELP}; the system property {@code shouwang.home} names the project's folder (default: the current one). */
    public static void main(String[] arguments) {
        LogFile.quiet();
        var home = Path.of(System.getProperty("shouwang.home", "")).toAbsolutePath();
        try {
            var options = Options.parse(home, List.of(arguments));
            if (options.help()) {
                System.out.println(Options.HELP);
                return;
            }
            System.exit(new Launcher(options, home, sample(home), System.out).run());
        } catch (Failure e) {
            System.err.println("deploy/start: " + e.getMessage());
            System.exit(2);
        }
    }

    /** The project's own sample; null where the project has none. */
    private static SampleLoader sample(Path home) {
        var folder = home.resolve("deploy/sample");
        return Files.exists(folder.resolve("story.json")) ? new Story(folder) : null;
    }

    /** Starts, waits for the end and stops; the exit code is the answer, also where a signal ends the process. */
    private int run() {
        var code = new AtomicInteger();
        var hook = new Thread(
                () -> {
                    end.complete(Optional.empty());
                    stop();
                    // A signal would otherwise decide the exit code; a wished stop is a success.
                    Runtime.getRuntime().halt(code.get());
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        var failure = startAndWait();
        failure.ifPresent(sentence -> {
            code.set(1);
            System.err.println("deploy/start: " + sentence);
        });
        return code.get();
    }

    private Optional<String> startAndWait() {
        try {
            start();
        } catch (Failure e) {
            LOG.log(Level.SEVERE, e.getMessage(), e);
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The start failed", e);
            return Optional.of("The start failed unexpectedly: " + e + ". The log: "
                    + options.data().resolve("logs/stack.log"));
        } finally {
            startOver.countDown();
        }
        return end.join();
    }

    /** Starts everything and returns when it is ready, or earlier where {@link #stop} was asked for meanwhile. */
    void start() {
        var data = DataFolder.open(options.data());
        stops.push(data::close);
        file = new StackFile(data.path("stack.json"));
        stops.push(file::delete);
        endLeftovers(file.left(options.data()));
        Postgres.stopLeftover(data.path("postgres"));
        if (options.fresh()) {
            say("Deleting what " + options.data() + " holds …");
            data.clear();
        }
        LogFile.open(data.log("stack"));
        var ports = new StackPorts(options);
        ports.requireFree();
        file.update(node -> StackFile.describe(node.putObject("launcher"), ProcessHandle.current()));

        step("PostgreSQL", () -> {
            postgres = Postgres.start(data.path("postgres"), data.log("postgresql"), ports.postgres());
            stops.push(postgres::close);
            StackPorts.SERVICES.forEach(postgres::database);
            ProcessHandle.of(postgres.pid()).ifPresent(process -> process.onExit()
                    .thenRun(() ->
                            fail("PostgreSQL has ended by itself. Its log: " + data.path("logs/postgresql.log"))));
            return "port " + postgres.port();
        });
        step("Kafka", () -> {
            kafka = Kafka.start(data.path("kafka"), ports.kafka());
            stops.push(kafka::close);
            Kafka.fatal()
                    .thenAccept(sentence -> fail(
                            "Kafka has ended by itself: " + sentence + " Its log: " + data.path("logs/stack.log")));
            return "port " + kafka.port();
        });
        step("Sign-in", () -> {
            signIn = SignIn.start(ports.signIn());
            stops.push(signIn::close);
            return "port " + signIn.port();
        });
        file.update(this::describeServers);
        if (end.isDone()) {
            return;
        }
        startServices(data, ports);
        step("Gateway", () -> {
            gateway = Gateway.start(ports.gateway(), ports.services());
            stops.push(gateway::close);
            file.update(
                    node -> node.putObject("gateway").put("url", gateway.url()).put("port", gateway.port()));
            return gateway.url();
        });
        loadSample(data);
        if (!end.isDone()) {
            out.println(new Summary(
                            options.data(),
                            gateway,
                            signIn,
                            postgres,
                            kafka,
                            List.copyOf(services.values()),
                            seconds(begun))
                    .text());
        }
    }

    /** Stops everything in the opposite order of the start; waits for a start that is under way to come to its next step. */
    void stop() {
        end.complete(Optional.empty());
        try {
            startOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (postgres != null) {
            say("Stopping …");
        }
        while (!stops.isEmpty()) {
            try {
                stops.pop().run();
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "While stopping", e);
                System.err.println("deploy/start: " + e.getMessage());
            }
        }
    }

    private void startServices(DataFolder data, StackPorts ports) {
        stops.push(this::stopServices);
        say("Starting the services … (up to a minute on a slow machine)");
        var plans = new ServicePlans(home, data, postgres, kafka, signIn);
        ports.services().forEach((name, port) -> launch(plans.of(name, port)));
        for (var name : StackPorts.SERVICES) {
            step(name, () -> {
                services.get(name).awaitReady(end, READY);
                return "port " + services.get(name).plan().port();
            });
        }
    }

    private void launch(Service.Plan plan) {
        var service = Service.start(plan, options.data());
        services.put(plan.name(), service);
        file.update(node -> {
            var entry = node.withObject("/services").putObject(plan.name());
            StackFile.describe(entry, service.handle());
            entry.put("port", plan.port())
                    .put("url", "http://localhost:" + plan.port() + "/" + plan.name())
                    .put("log", plan.log().toString());
        });
        service.onExit(code -> died(service, code));
    }

    /** A service ended: as we wished, or by itself. */
    private synchronized void died(Service service, int code) {
        if (end.isDone()) {
            return;
        }
        var plan = service.plan();
        if (options.restartDead() && startOver.getCount() == 0) {
            say("The service " + plan.name() + " died and is started again. Its log: " + plan.log());
            launch(plan);
        } else {
            fail("The service " + plan.name() + " has ended by itself (code " + code
                    + "); everything is stopped. Its log: " + plan.log());
        }
    }

    private void stopServices() {
        // One after the other would add up their grace.
        List<Service> running;
        synchronized (this) {
            running = List.copyOf(services.values());
        }
        running.forEach(service -> service.handle().destroy());
        running.forEach(service -> Service.end(service.handle()));
    }

    private void fail(String sentence) {
        end.complete(Optional.of(sentence));
    }

    private void endLeftovers(List<StackFile.Left> left) {
        if (!left.isEmpty()) {
            say("Ending what an earlier start left running: "
                    + left.stream().map(StackFile.Left::name).toList() + " …");
            left.forEach(leftover -> leftover.process().destroy());
            left.forEach(leftover -> Service.end(leftover.process()));
        }
    }

    private void loadSample(DataFolder data) {
        if (sample == null || !options.sample() || data.sampleLoaded() || end.isDone()) {
            return;
        }
        step("Sample", () -> {
            sample.load(gateway.url(), signIn, data.path("sample-progress.json"), this::say);
            data.markSampleLoaded();
            return "loaded";
        });
    }

    private void describeServers(ObjectNode node) {
        var databases = node.putObject("postgres")
                .put("pid", postgres.pid())
                .put("port", postgres.port())
                .put("user", postgres.user())
                .putObject("databases");
        StackPorts.SERVICES.forEach(name -> databases.put(name, postgres.url(name)));
        node.putObject("kafka").put("bootstrap", kafka.bootstrap()).put("port", kafka.port());
        node.putObject("signIn")
                .put("issuer", signIn.issuer())
                .put("tokenUrl", signIn.tokenUrl())
                .put("port", signIn.port());
    }

    /** One step of the start with a line about it; left out once a stop was asked for. */
    private void step(String what, Supplier<String> work) {
        if (end.isDone()) {
            return;
        }
        var from = System.nanoTime();
        var how = work.get();
        if (!end.isDone()) {
            say("%-12s %s (%s s)".formatted(what, how, seconds(from)));
        }
    }

    private void say(String line) {
        out.println(line);
        LOG.info(line);
    }

    private static String seconds(long from) {
        return "%.1f".formatted((System.nanoTime() - from) / 1e9);
    }
}
