package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.shouwang.stack.Failure;
import org.shouwang.stack.Gateway;
import org.shouwang.stack.Kafka;
import org.shouwang.stack.Ports;
import org.shouwang.stack.Postgres;
import org.shouwang.stack.ServiceCommand;
import org.shouwang.stack.SignIn;

/**
 * The whole system on free loopback ports and in a temporary folder, every part of which can be killed and started again by itself.
 * Unlike {@code deploy/start} it does not stop when one of them dies.
 */
final class Stand implements AutoCloseable {

    static final List<String> SERVICES = List.of("household", "monitoring", "assistance", "archive");

    /** Which services' topics each service reads. */
    static final Map<String, List<String>> READS = Map.of(
            "household", List.of("household", "monitoring"),
            "monitoring", List.of("household", "assistance"),
            "assistance", List.of("household", "monitoring", "assistance"),
            "archive", SERVICES);

    private static final Duration READY = Duration.ofSeconds(120);
    private static final int SMALL_MB = 400;

    /** Behind the name of a service's second replica. */
    private static final String SECOND = "-2";

    private final Path home;
    private final Path folder;
    private final Shape shape;
    private final Kafka.Cluster cluster;
    private final Map<Integer, Child> brokers = new ConcurrentHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Child> services = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Thread hook = new Thread(this::end, "end-of-stand");
    private Postgres postgres;
    private Path data;
    private Postgres standby;
    private Path standbyData;
    private Disk databaseDisk;
    private Disk brokerDisk;
    private SignIn signIn;
    private Gateway gateway;

    /**
     * How a stand differs from what {@code deploy/start} starts.
     *
     * @param replicas of each service, 1 or 2
     * @param second environment of the second ones
     * @param brokers 1 or 3
     * @param servers how they are kept
     */
    record Shape(int replicas, Map<String, String> second, int brokers, Servers servers) {
        static final Shape USUAL = new Shape(1, Map.of(), 1, Servers.USUAL);
        static final Shape TWO_REPLICAS = twoReplicas(Map.of());
        static final Shape THREE_BROKERS = new Shape(1, Map.of(), 3, Servers.USUAL);
        static final Shape WITH_STANDBY = new Shape(1, Map.of(), 1, Servers.WITH_STANDBY);
        static final Shape SMALL_DISKS = new Shape(1, Map.of(), 1, Servers.ON_SMALL_DISKS);

        static Shape twoReplicas(Map<String, String> second) {
            return new Shape(2, second, 1, Servers.USUAL);
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
        this.cluster = Kafka.Cluster.of(shape.brokers());
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
        Files.createDirectories(folder.resolve("documents"));
        if (shape.servers() == Servers.ON_SMALL_DISKS) {
            databaseDisk = Disk.of(folder.resolve("disk-of-postgres"), SMALL_MB);
            brokerDisk = Disk.of(folder.resolve("disk-of-kafka"), SMALL_MB);
        }
        data = databaseDisk == null ? folder.resolve("postgres") : databaseDisk.path("postgres");
        postgres = Postgres.start(data, folder.resolve("postgresql.log"), 0);
        SERVICES.forEach(postgres::database);
        if (shape.servers() == Servers.WITH_STANDBY) {
            standbyData = folder.resolve("postgres-2");
            standby = Standby.of(postgres, data, standbyData, folder.resolve("postgresql-2.log"), 0);
        }
        signIn = SignIn.start(0);
        startKafka();
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
        return cluster.bootstrap();
    }

    String token(String user) {
        return tokens.computeIfAbsent(user, signIn::token);
    }

    Connection database(String service) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(service), postgres.user(), "any");
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

    /** Every broker. */
    void startKafka() {
        var numbers = IntStream.rangeClosed(1, shape.brokers()).boxed().toList();
        numbers.forEach(this::launchBroker);
        numbers.forEach(this::awaitBroker);
    }

    void startBroker(int number) {
        launchBroker(number);
        awaitBroker(number);
    }

    private void launchBroker(int number) {
        brokers.put(
                number,
                Child.start(
                        List.of(
                                java(),
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Broker.class.getName(),
                                (brokerDisk == null ? folder.resolve("kafka-" + number) : brokerDisk.path("kafka"))
                                        .toString(),
                                Integer.toString(number),
                                Broker.text(cluster.ports()),
                                Broker.text(cluster.controllers())),
                        Map.of(),
                        folder,
                        log("kafka-" + number)));
    }

    private void awaitBroker(int number) {
        Patience.of(READY).until("Kafka listens", () -> {
            if (!brokers.get(number).alive())
                throw new Failure("Kafka ended while starting. Its log: " + log("kafka-" + number));
            return listens(cluster.ports().get(number - 1));
        });
    }

    void killKafka() {
        brokers.values().forEach(Child::kill);
    }

    void killBroker(int number) {
        brokers.get(number).kill();
    }

    /** SIGKILL to the server's main process; its children end by themselves. */
    void killPostgres() {
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        var children = server.children().toList();
        server.destroyForcibly();
        server.onExit().join();
        children.forEach(child -> child.onExit()
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .join());
    }

    void startPostgres() {
        postgres.restart();
    }

    boolean postgresAlive() {
        try (var connection = database("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** It is the primary from now on; the killed one has not to come back. */
    void promoteStandby() {
        Standby.promote(standby);
        var killed = postgres;
        postgres = standby;
        standby = killed;
        var killedData = data;
        data = standbyData;
        standbyData = killedData;
    }

    /** A fresh copy of the primary at the killed server's address. */
    void replaceStandby() {
        try {
            delete(standbyData);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        standby = Standby.of(
                postgres, data, standbyData, folder.resolve(standbyData.getFileName() + ".log"), standby.port());
    }

    Disk databaseDisk() {
        return databaseDisk;
    }

    Disk brokerDisk() {
        return brokerDisk;
    }

    boolean brokerAlive(int number) {
        return brokers.get(number).alive();
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
        killKafka();
        if (signIn != null) signIn.close();
        if (standby != null) standby.close();
        if (postgres != null) postgres.close();
        if (databaseDisk != null) databaseDisk.close();
        if (brokerDisk != null) brokerDisk.close();
        if (!Boolean.getBoolean("drills.keep"))
            try {
                delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
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
                standby == null ? postgres.url(database) : postgres.url(database) + "," + standby.url(database),
                "QUARKUS_DATASOURCE_JDBC_URL",
                standby == null
                        ? postgres.jdbcUrl(database)
                        : "jdbc:postgresql://localhost:%d,localhost:%d/%s?targetServerType=primary"
                                .formatted(postgres.port(), standby.port(), database),
                "QUARKUS_DATASOURCE_USERNAME",
                postgres.user(),
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrap(),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                signIn.issuer(),
                "SHOUWANG_ID_HASH_KEY",
                "only-for-drills-0123456789",
                "SHOUWANG_TICK_DAILY",
                "false",
                "SHOUWANG_DOCUMENTS_DIR",
                folder.resolve("documents").toString()));
        if (shape.brokers() > 1) environment.put("SHOUWANG_TOPIC_REPLICATION", Integer.toString(shape.brokers()));
        if (!name.equals(database)) environment.putAll(shape.second());
        return environment;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
