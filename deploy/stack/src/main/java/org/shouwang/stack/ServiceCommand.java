package org.shouwang.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the process of a built service is started: the same for the local start, the drills and the benchmark, so that they speak of one thing.
 * Containers take the same {@code service.options}.
 */
public final class ServiceCommand {

    private ServiceCommand() {}

    /**
     * @param home the project's folder, with the built services in it
     * @throws Failure where the service is not built
     */
    public static List<String> of(Path home, String service) {
        var jar = jar(home, service);
        if (!Files.exists(jar)) {
            throw new Failure(
                    "The service " + service + " is not built: " + jar + " is missing; run `./mvnw package` first.");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var cache = cache(home, service);
        if (Files.exists(cache)) command.add("-XX:AOTCache=" + cache);
        command.addAll(options());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> options() {
        try (var in = ServiceCommand.class.getResourceAsStream("service.options")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path jar(Path home, String service) {
        return home.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    }

    /** Where {@link Training} keeps what a service's JVM starts from; a JVM or a build that it does not fit passes it over. */
    static Path cache(Path home, String service) {
        return home.resolve(service + "-service/target/quarkus-app/app.aot");
    }
}
