package org.shouwang.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How each service is started against the stack's servers: by the environment variables that would name somebody's own servers as well.
 *
 * @param home the project's folder, with the built services in it
 */
record ServicePlans(Path home, DataFolder data, Postgres postgres, Kafka kafka, SignIn signIn) {
    Service.Plan of(String name, int port) {
        return new Service.Plan(name, ServiceCommand.of(home, name), environment(name, port), port, data.log(name));
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
        // The sample lives in 2021: all of it would be noted as years late.
        environment.put("SHOUWANG_TICK_DAILY", System.getenv().getOrDefault("SHOUWANG_TICK_DAILY", "false"));
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
