package org.shouwang.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the process of a built service is started: the same for the local start, the drills and the benchmark, so that they speak of one thing. */
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
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Xms48m",
                "-Xmn32m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        var cache = cache(home, service);
        // At the address that it was written for, its pages stay as they are in the file.
        if (Files.exists(cache))
            command.addAll(
                    1,
                    List.of("-XX:AOTCache=" + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        return command;
    }

    static Path jar(Path home, String service) {
        return home.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    }

    /** Where {@link Training} keeps what a service's JVM starts from; a JVM or a build that it does not fit passes it over. */
    static Path cache(Path home, String service) {
        return home.resolve(service + "-service/target/quarkus-app/app.aot");
    }
}
