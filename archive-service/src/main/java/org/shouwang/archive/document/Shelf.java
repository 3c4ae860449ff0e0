package org.shouwang.archive.document;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;

/**
 * Where the bytes of documents lie: a file per content, named by its SHA-256 and never changed. A file appears whole or not at all:
 * it is written beside, brought to the disk, then renamed. All methods block.
 */
@Singleton
public class Shelf {

    /** 50 MB, as 50 × 1024 × 1024 bytes. */
    public static final long MAX_SIZE = 50L * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** @param sha256 64 lower-case hex digits @param mediaType as found in the bytes */
    public record Stored(String sha256, long size, String mediaType) {}

    private final Path folder;
    private final MediaTypes types;
    private final Clock clock;

    Shelf(@ConfigProperty(name = "shouwang.documents.dir") String folder, MediaTypes types, Clock clock) {
        this.folder = Path.of(folder).toAbsolutePath();
        this.types = types;
        this.clock = clock;
    }

    /** Removes what uploads left behind that a power cut ended more than a day ago. */
    void start(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(incoming());
        var old = clock.instant().minus(ABANDONED);
        try (var left = Files.list(incoming())) {
            for (var file : left.toList())
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) Files.deleteIfExists(file);
        }
    }

    /** Takes in a file. Refuses empty, too large and forbidden ones, and then keeps nothing of them. */
    public Stored put(InputStream content) throws IOException {
        var incoming = Files.createTempFile(Files.createDirectories(incoming()), "upload", ".part");
        try {
            var sha = sha256();
            var size = receive(content, incoming, sha);
            if (size == 0) throw new Refused(DocumentRefusal.DOCUMENT_EMPTY);
            var type = types.acceptable(incoming).orElseThrow(() -> new Refused(DocumentRefusal.DOCUMENT_TYPE_REFUSED));
            var name = HexFormat.of().formatHex(sha.digest());
            keep(incoming, place(name));
            return new Stored(name, size, type);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** Empty where the bytes are not here. */
    public Optional<Path> find(String sha256) {
        return Optional.of(place(sha256)).filter(Files::isRegularFile);
    }

    /** Reads the bytes again and tells whether they still are what their name says. */
    public boolean whole(String sha256) {
        var file = place(sha256);
        if (!Files.isRegularFile(file)) return false;
        try (var in = Files.newInputStream(file)) {
            var sha = sha256();
            var chunk = new byte[CHUNK];
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) sha.update(chunk, 0, read);
            return HexFormat.of().formatHex(sha.digest()).equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long receive(InputStream content, Path file, MessageDigest sha) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var chunk = new byte[CHUNK];
            var size = 0L;
            for (var read = read(content, chunk); read >= 0; read = read(content, chunk)) {
                size += read;
                if (size > MAX_SIZE) throw new Refused(DocumentRefusal.DOCUMENT_TOO_LARGE);
                sha.update(chunk, 0, read);
                for (var bytes = ByteBuffer.wrap(chunk, 0, read); bytes.hasRemaining(); ) out.write(bytes);
            }
            out.force(true);
            return size;
        }
    }

    private static int read(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException _) {
            throw new Refused(DocumentRefusal.DOCUMENT_INTERRUPTED);
        }
    }

    private static void keep(Path incoming, Path place) throws IOException {
        if (Files.isRegularFile(place)) return;
        Files.createDirectories(place.getParent());
        try {
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(place)) throw e;
        }
        for (var folder = place.getParent();
                folder != null && folder.getNameCount() > place.getNameCount() - 4;
                folder = folder.getParent())
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
    }

    /** Two folder levels of 256, so that no folder grows too large to list. */
    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
