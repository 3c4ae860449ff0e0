package org.shouwang.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.stack.Ports;

/** Starts the subjects' processes and tells each where its servers are. */
final class Processes {

    private static final String PEER = "ours_peer";
    private static final String SEEN_TOPIC = "seen.events";

    private final Path home;
    private final Path logs;
    private final Servers servers;
    private final int httpPort = Ports.free();

    /** @param logs folder of what the processes print */
    Processes(Path home, Path logs, Servers servers) {
        this.home = home;
        this.logs = logs;
        this.servers = servers;
    }

    /** Where ours answers HTTP in the row of that name. */
    int httpPort() {
        return httpPort;
    }

    WorkerProcess start(Place place, Subject subject) {
        var database = servers.database(place.database(subject));
        return subject == Subject.OURS ? ours(place, database) : other(subject, database);
    }

    private WorkerProcess other(Subject subject, String database) {
        return new WorkerProcess(
                database,
                servers.postgres().pid(),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        subject.label(),
                        servers.jdbcUrl(database)),
                Map.of(),
                log(database));
    }

    private WorkerProcess ours(Place place, String database) {
        var seen = place.suffix().equals(Place.SEEN);
        var publishes = seen || place.suffix().equals(Place.FED);
        // Where the others publish nothing, ours finds nobody to publish to.
        var environment =
                environment(database, publishes ? servers.kafka().bootstrap() : Ports.HOST + ":" + Ports.free());
        if (place.rows().contains(Row.HTTP)) environment.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
        if (seen) {
            environment.put("SHOUWANG_TOPIC", SEEN_TOPIC);
            environment.put("BENCH_PEER_JDBC_URL", servers.jdbcUrl(PEER));
        }
        return ours(database, environment);
    }

    /** The service that hears of what is noted in the other. */
    WorkerProcess peer() {
        var environment = environment(PEER, servers.kafka().bootstrap());
        environment.put("QUARKUS_APPLICATION_NAME", "bench-peer");
        environment.put("SHOUWANG_TOPIC", "peer.events");
        environment.put("BENCH_LISTENS", SEEN_TOPIC);
        return ours(PEER, environment);
    }

    private WorkerProcess ours(String name, Map<String, String> environment) {
        var jar = home.resolve("deploy/bench/target/quarkus-app/quarkus-run.jar");
        return new WorkerProcess(
                name, servers.postgres().pid(), List.of("-jar", jar.toString()), environment, log(name));
    }

    /** What household-service is told. */
    Map<String, String> household() {
        var environment = environment("household", servers.kafka().bootstrap());
        environment.remove("BENCH_JDBC_URL");
        environment.put("SHOUWANG_ID_HASH_KEY", "only-for-the-benchmark");
        return environment;
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** As a service is told where its servers are. */
    private Map<String, String> environment(String database, String kafka) {
        servers.database(database);
        var environment = new LinkedHashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Ports.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", servers.url(database));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", servers.postgres().jdbcUrl(database));
        environment.put("QUARKUS_DATASOURCE_USERNAME", servers.postgres().user());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", servers.signIn().issuer());
        environment.put("BENCH_JDBC_URL", servers.jdbcUrl(database));
        return environment;
    }
}
