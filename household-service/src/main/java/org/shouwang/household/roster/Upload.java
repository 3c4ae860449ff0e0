package org.shouwang.household.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is known of a file once it is on the disk; it is deleted at the end, whatever became of it. */
public record Upload(Path file, String sha256, long bytes) implements AutoCloseable {

    /** @param most bytes that a file may have; a larger one is refused ({@link RosterRule#FILE_TOO_LARGE}) */
    public static Upload receive(InputStream body, long most) {
        try {
            var file = Files.createTempFile("roster", ".upload");
            try (var out = Files.newOutputStream(file);
                    var in = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"))) {
                var buffer = new byte[1 << 16];
                var bytes = 0L;
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > most) throw new RosterProblem(RosterRule.FILE_TOO_LARGE, (most >> 20) + " MB");
                    out.write(buffer, 0, read);
                }
                return new Upload(
                        file, HexFormat.of().formatHex(in.getMessageDigest().digest()), bytes);
            } catch (IOException | NoSuchAlgorithmException | RosterProblem e) {
                Files.deleteIfExists(file);
                throw e instanceof RosterProblem problem ? problem.refused() : new IllegalStateException(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
