package org.shouwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the figures were found on. */
final class Machine {

    private static final Pattern LIBRARY = Pattern.compile(
            "(?:.*\\.)?(axon-eventsourcing|pekko-persistence-jdbc_2\\.13|pekko-persistence_2\\.13|postgresql|"
                    + "HikariCP|quarkus-core|vertx-pg-client|kafka-clients)-(\\d[^/]*)\\.jar");

    private Machine() {}

    static List<String> describe(String run, String postgresql) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(run);
        lines.add("");
        lines.add("- %d cores, %s, %s %s; client, PostgreSQL and Kafka on the same machine"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
        lines.add("- " + postgresql + "; one Kafka broker that syncs every batch to disk");
        lines.add("- JDK " + Runtime.version() + ", each subject in a process of its own with "
                + String.join(" ", WorkerProcess.HEAP) + " and " + Pools.SIZE + " connections");
        lines.add("- " + libraries());
        return lines;
    }

    private static String memory() throws IOException {
        var file = Path.of("/proc/meminfo");
        if (!Files.exists(file)) return "memory unknown";
        var kib = Files.readAllLines(file).getFirst().replaceAll("\\D", "");
        return (Long.parseLong(kib) + (1 << 19) >> 20) + " GiB";
    }

    private static String libraries() throws IOException {
        var found = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            find(Path.of(entry), found);
        return found.stream().distinct().sorted().collect(Collectors.joining(", "));
    }

    private static void find(Path jar, List<String> found) {
        var match = LIBRARY.matcher(jar.getFileName().toString());
        if (match.matches()) found.add(match.group(1) + " " + match.group(2));
    }
}
