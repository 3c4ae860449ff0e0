package org.shouwang.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs ({@code initdb}, {@code pg_ctl}, {@code postgres}) out of the Maven artifacts, unpacked once per user and version into
 * {@code $XDG_CACHE_HOME/shouwang} or {@code ~/.cache/shouwang}, because a temporary folder loses files to the system's cleaning while a server runs; users
 * without a home of their own have no better place than that, though.
 */
final class PostgresBinaries {
    private static final Map<String, String> ARCHIVES = Map.of(
            "linux amd64", "/postgres-linux-x86_64.txz",
            "linux aarch64", "/postgres-linux-arm_64.txz",
            "mac x86_64", "/postgres-darwin-x86_64.txz",
            "mac aarch64", "/postgres-darwin-arm_64.txz");

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}; unpacks it first where it is missing (about two seconds). */
    static Path folder() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : "linux";
        var archive = ARCHIVES.get(system + " " + System.getProperty("os.arch"));
        if (archive == null) {
            throw new Failure("There is no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch")
                    + ": Linux or macOS on a 64-bit Intel, AMD or ARM processor is needed.");
        }
        var cache = cache();
        try {
            var home = cache.resolve("postgresql-" + checksum(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return home;
        } catch (IOException e) {
            throw new Failure("PostgreSQL could not be unpacked into " + cache + ": " + Folders.reason(e) + ".", e);
        }
    }

    private static Path cache() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Folders.create(Path.of(xdg, "shouwang"));
        }
        var home = Path.of(System.getProperty("user.home"));
        return Files.isWritable(home)
                ? Folders.create(home.resolve(".cache/shouwang"))
                : Folders.create(
                        Path.of(System.getProperty("java.io.tmpdir"), "shouwang-" + System.getProperty("user.name")));
    }

    private static String checksum(String archive) throws IOException {
        var crc = new CRC32();
        try (var in = open(archive)) {
            var buffer = new byte[1 << 16];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void unpack(String archive, Path home) throws IOException {
        var fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (var in = open(archive);
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = fresh.resolve(entry.getName()).normalize();
                if (!target.startsWith(fresh)) {
                    throw new IOException(entry.getName() + " points out of the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & 0100) != 0) {
                        var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                        permissions.add(PosixFilePermission.OWNER_EXECUTE);
                        Files.setPosixFilePermissions(target, permissions);
                    }
                }
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Folders.delete(fresh);
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // Another process unpacked the same programs at the same time: its copy is as good.
        }
    }

    private static InputStream open(String archive) throws IOException {
        var in = PostgresBinaries.class.getResourceAsStream(archive);
        if (in == null) {
            throw new IOException("the class path lacks " + archive);
        }
        return in;
    }
}
