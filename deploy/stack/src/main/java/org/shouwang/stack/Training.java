package org.shouwang.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Lets every service run once on empty servers of its own and keep what the JVM has loaded and linked by then (JEP 514): what
 * {@code deploy/train} does. The next start, of whoever starts it by {@link ServiceCommand}, begins from there.
 */
public final class Training {

    /** From SIGTERM until the cache is written, on a slow machine. */
    private static final Duration WRITTEN = Duration.ofMinutes(4);

    private Training() {}

    /** @param services their names; all if none */
    public static void main(String[] services) throws IOException {
        LogFile.quiet();
        var names = services.length == 0 ? StackPorts.SERVICES : List.of(services);
        var home = Path.of(System.getProperty("shouwang.home", "")).toAbsolutePath();
        var folder = Files.createTempDirectory("shouwang-training");
        try (var data = DataFolder.open(folder);
                var postgres = Postgres.start(data.path("postgres"), data.log("postgresql"), Ports.free());
                var kafka = Kafka.start(data.path("kafka"), Ports.free());
                var signIn = SignIn.start(Ports.free())) {
            StackPorts.SERVICES.forEach(postgres::database);
            var plans = new ServicePlans(home, data, postgres, kafka, signIn);
            for (var name : names) {
                train(home, folder, plans.of(name, Ports.free()));
                System.out.printf("%-12s %d MB%n", name, Files.size(ServiceCommand.cache(home, name)) >> 20);
            }
        } catch (Failure e) {
            System.err.println("deploy/train: " + e.getMessage());
            System.exit(1);
        }
        Folders.delete(folder);
    }

    /** Whether that has been done since the service was built. */
    public static boolean done(Path home, String service) throws IOException {
        var cache = ServiceCommand.cache(home, service);
        return Files.exists(cache)
                && Files.getLastModifiedTime(cache)
                                .compareTo(Files.getLastModifiedTime(ServiceCommand.jar(home, service)))
                        > 0;
    }

    /**
     * Does it for one service, on servers that are there already.
     *
     * @param folder where it works
     * @param environment with these servers and the port in it
     */
    public static void train(
            Path home, Path folder, String service, Map<String, String> environment, int port, Path log)
            throws IOException {
        train(home, folder, new Service.Plan(service, ServiceCommand.of(home, service), environment, port, log));
    }

    private static void train(Path home, Path folder, Service.Plan plan) throws IOException {
        var cache = ServiceCommand.cache(home, plan.name());
        Files.deleteIfExists(cache);
        var command = new ArrayList<>(ServiceCommand.of(home, plan.name()));
        command.add(1, "-XX:AOTCacheOutput=" + cache);
        var service = Service.start(
                new Service.Plan(plan.name(), List.copyOf(command), plan.environment(), plan.port(), plan.log()),
                folder);
        service.awaitReady(new CompletableFuture<>(), Launcher.READY);
        service.handle().destroy();
        if (!Service.within(service.handle().onExit(), WRITTEN) || !Files.exists(cache)) {
            service.handle().destroyForcibly();
            throw new Failure("The service " + plan.name() + " has written no start cache. Its log: " + plan.log());
        }
    }
}
