package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Gateway;
import org.shouwang.stack.Ports;
import org.shouwang.stack.ServiceCommand;
import org.shouwang.stack.SignIn;

/**
 * The whole system on free loopback ports and in a temporary folder, every part of which can be killed and started again by itself.
 * Unlike {@code deploy/start} it does not stop when one of them dies.
 */
final class Stand implements AutoCloseable {

    static final List<String> SERVICES = List.of("household", "monitoring", "assistance", "archive");

    static final Duration READY = Duration.ofSeconds(120);

    /** Behind the name of a service's second replica. */
    private static final String SECOND = "-2";

    private final Path home;
    private final Path folder;
    private final Shape shape;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Child> services = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::end, "end-of-stand");
    private Databases databases;
    private KafkaBrokers kafka;
    private SignIn signIn;
    private Gateway gateway;

    /**
     * How a stand differs from what {@code deploy/start} starts.
     *
     * @param replicas of each service, 1 or 2
     * @param all environment of every replica, beside what each needs
     * @param second environment of the second ones
     * @param brokers 1 or 3
     * @param servers how they are kept
     */
    record Shape(int replicas, Map<String, String> all, Map<String, String> second, int brokers, Servers servers) {
        static final Shape USUAL = new Shape(1, Map.of(), Map.of(), 1, Servers.USUAL);
        static final Shape TWO_REPLICAS = twoReplicas(Map.of(), Map.of());
        static final Shape THREE_BROKERS = new Shape(1, Map.of(), Map.of(), 3, Servers.USUAL);
        static final Shape WITH_STANDBY = new Shape(1, Map.of(), Map.of(), 1, Servers.WITH_STANDBY);
        static final Shape SMALL_DISKS = new Shape(1, Map.of(), Map.of(), 1, Servers.ON_SMALL_DISKS);

        static Shape twoReplicas(Map<String, String> all, Map<String, String> second) {
            return new Shape(2, all, second, 1, Servers.USUAL);
        }
    }

    /** How PostgreSQL, and for small disks Kafka too, is kept. */
    enum Servers {
        USUAL,
        WITH_STANDBY,
        ON_SMALL_DISKS
    }

    private Stand(Path home, Path folder, Shape shape) {
        this.home = home;
        this.folder = folder;
        this.shape = shape;
        SERVICES.forEach(service -> ports.put(service, Ports.free()));
        if (shape.replicas() > 1) SERVICES.forEach(service -> ports.put(second(service), Ports.free()));
    }

    /** @param home the project's folder, with the built services in it */
    static Stand start(Path home, Shape shape) {
        try {
            var stand = new Stand(home, Files.createTempDirectory("shouwang-drill-"), shape);
            try {
                stand.start();
                return stand;
            } catch (RuntimeException e) {
                stand.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() throws IOException {
        Runtime.getRuntime().addShutdownHook(hook);
        Files.createDirectories(documents());
        databases = new Databases(folder, shape.servers());
        databases.start(SERVICES);
        signIn = SignIn.start(0);
        kafka = new KafkaBrokers(folder, shape);
        kafka.start();
        ports.keySet().forEach(this::startService);
        var replicas = new LinkedHashMap<String, List<Integer>>();
        ports.forEach((name, port) ->
                replicas.computeIfAbsent(service(name), _ -> new ArrayList<>()).add(port));
        gateway = Gateway.startReplicas(0, replicas);
        awaitReady();
    }

    /** What its second replica is called, where there is one. */
    static String second(String service) {
        return service + SECOND;
    }

    private static String service(String replica) {
        return replica.replace(SECOND, "");
    }

    /** Every service and second replica. */
    List<String> replicas() {
        return List.copyOf(ports.keySet());
    }

    String url() {
        return gateway.url();
    }

    /** The service's own port, for who goes round the gateway. */
    int port(String service) {
        return ports.get(service);
    }

    String bootstrap() {
        return kafka.bootstrap();
    }

    /** @param user a sample user; with {@code @} and an area's code behind it, somebody who does the same there */
    String token(String user) {
        return tokens.computeIfAbsent(user, asked -> {
            var at = asked.indexOf('@');
            return at < 0 ? signIn.token(asked) : signIn.token(asked.substring(0, at), asked.substring(at + 1));
        });
    }

    Connection database(String service) throws SQLException {
        return databases.connection(service);
    }

    void startService(String name) {
        services.put(name, Child.start(ServiceCommand.of(home, service(name)), environment(name), folder, log(name)));
    }

    void killService(String name) {
        services.get(name).kill();
    }

    void endService(String name) {
        services.get(name).end();
    }

    boolean serviceAlive(String name) {
        return services.get(name).alive();
    }

    KafkaBrokers kafka() {
        return kafka;
    }

    Databases databases() {
        return databases;
    }

    void awaitReady() {
        for (var service : replicas())
            Patience.of(READY).until(service + " is ready", () -> {
                if (!serviceAlive(service))
                    throw new Failure(service + " has ended by itself. Its log: " + log(service));
                return Http.status("http://127.0.0.1:" + port(service) + "/" + service(service) + "/q/health/ready")
                        == 200;
            });
    }

    /** Where the archive keeps documents' bytes. */
    Path documents() {
        return folder.resolve("documents");
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** Ends everything and deletes the folder; a signal to the drill's process does the same. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already and the hook does the work.
            return;
        }
        end();
    }

    private void end() {
        services.values().forEach(Child::kill);
        if (gateway != null) gateway.close();
        if (kafka != null) kafka.close();
        if (signIn != null) signIn.close();
        if (databases != null) databases.close();
        if (!Boolean.getBoolean("drills.keep"))
            try {
                Databases.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
    }

    private Map<String, String> environment(String name) {
        var database = service(name);
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                Ports.HOST,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port(name)),
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                databases.url(database),
                "QUARKUS_DATASOURCE_JDBC_URL",
                databases.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME",
                databases.user(),
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrap(),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                signIn.issuer(),
                "SHOUWANG_ID_HASH_KEY",
                "only-for-drills-0123456789",
                "SHOUWANG_TICK_DAILY",
                "false",
                "SHOUWANG_DOCUMENTS_DIR",
                documents().toString()));
        if (shape.brokers() > 1) environment.put("SHOUWANG_TOPIC_REPLICATION", Integer.toString(shape.brokers()));
        environment.putAll(shape.all());
        if (!name.equals(database)) environment.putAll(shape.second());
        return environment;
    }
}
