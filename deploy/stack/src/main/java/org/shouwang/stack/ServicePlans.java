package org.shouwang.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How each service is started against the stack's servers: by the environment variables that would name somebody's own servers as well.
 *
 * @param home the project's folder, with the built services in it
 */
record ServicePlans(Path home, DataFolder data, Postgres postgres, Kafka kafka, SignIn signIn) {
    Service.Plan of(String name, int port) {
        return new Service.Plan(name, command(name), environment(name, port), port, data.log(name));
    }

    private List<String> command(String name) {
        var jar = home.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Failure(
                    "The service " + name + " is not built: " + jar + " is missing; run `./mvnw package` first.");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
    }

    private Map<String, String> environment(String name, int port) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.url(name));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(name));
        environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", signIn.issuer());
        switch (name) {
            case "household" -> environment.put("SHOUWANG_ID_HASH_KEY", data.idHashKey());
            case "archive" ->
                environment.put(
                        "SHOUWANG_DOCUMENTS_DIR",
                        Folders.create(data.path("documents")).toString());
            default -> {}
        }
        return environment;
    }
}
