package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.shouwang.stack.Postgres;

/** A stand's PostgreSQL, one database per service; where asked, with a standby that takes its place. */
final class Databases implements AutoCloseable {

    private final Path folder;
    private final Stand.Servers servers;
    private final Disk disk;
    private Postgres primary;
    private Path data;
    private Postgres standby;
    private Path standbyData;

    /** @param folder of the stand; logs lie there, and data unless a small disk is asked for */
    Databases(Path folder, Stand.Servers servers) {
        this.folder = folder;
        this.servers = servers;
        this.disk = servers == Stand.Servers.ON_SMALL_DISKS ? Disk.of(folder.resolve("disk-of-postgres")) : null;
    }

    void start(List<String> services) {
        data = disk == null ? folder.resolve("postgres") : disk.path("postgres");
        primary = Postgres.start(data, folder.resolve("postgresql.log"), 0);
        services.forEach(primary::database);
        if (servers != Stand.Servers.WITH_STANDBY) return;
        standbyData = folder.resolve("postgres-2");
        standby = Standby.of(primary, data, standbyData, folder.resolve("postgresql-2.log"), 0);
    }

    /** For the services' driver: both addresses where there are two. */
    String url(String database) {
        return standby == null ? primary.url(database) : primary.url(database) + "," + standby.url(database);
    }

    String jdbcUrl(String database) {
        return standby == null
                ? primary.jdbcUrl(database)
                : "jdbc:postgresql://localhost:%d,localhost:%d/%s?targetServerType=primary"
                        .formatted(primary.port(), standby.port(), database);
    }

    String user() {
        return primary.user();
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(primary.jdbcUrl(database), primary.user(), "any");
    }

    /** Null where it is not small. */
    Disk disk() {
        return disk;
    }

    boolean alive() {
        try (var connection = connection("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** SIGKILL to the server's main process; its children end by themselves. */
    void kill() {
        var server = ProcessHandle.of(primary.pid()).orElseThrow();
        var children = server.children().toList();
        server.destroyForcibly();
        Child.gone(server);
        children.forEach(Child::gone);
    }

    void restart() {
        primary.restart();
    }

    /** It is the primary from now on; the killed one has not to come back. */
    void promoteStandby() {
        Standby.promote(standby);
        var killed = primary;
        primary = standby;
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
                primary, data, standbyData, folder.resolve(standbyData.getFileName() + ".log"), standby.port());
    }

    @Override
    public void close() {
        if (standby != null) standby.close();
        if (primary != null) primary.close();
        if (disk != null) disk.close();
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
