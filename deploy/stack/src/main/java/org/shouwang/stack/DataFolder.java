package org.shouwang.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The folder that a stack keeps everything in, held by one {@link Launcher} at a time.
 *
 * <p>The lock is the operating system's and ends with its process, so that a lock file left by a power cut holds nobody up.
 */
final class DataFolder implements AutoCloseable {
    /** Below this a start is refused: PostgreSQL and Kafka need it for their logs. */
    static final long LEAST_BYTES = 500L << 20;

    private static final long LONGEST_LOG = 10L << 20;
    private static final List<String> CONTENTS = List.of(
            "postgres",
            "postgres.new",
            "kafka",
            "documents",
            "logs",
            "stack.json",
            "sample-loaded",
            "sample-progress.json",
            "id-hash-key");

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Makes the folder where it is missing and takes it. */
    static DataFolder open(Path folder) {
        var isNew = Files.notExists(folder);
        Folders.create(folder);
        try {
            if (isNew) {
                // Households' documents and logs are nobody else's business on a shared machine.
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                var owner = new StackFile(folder.resolve("stack.json")).launcher();
                throw new Failure("The folder " + folder + " is in use by another start"
                        + owner.map(pid -> " (process " + pid + ")").orElse("")
                        + ": stop that one, or choose another folder with --data.");
            }
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_BYTES) {
                lock.release();
                channel.close();
                throw new Failure("The disk of " + folder + " is nearly full: " + (free >> 20)
                        + " MB are free and at least " + (LEAST_BYTES >> 20) + " MB are needed.");
            }
            return new DataFolder(folder, channel, lock);
        } catch (IOException e) {
            throw new Failure(
                    "The folder " + folder + " cannot be used: " + Folders.reason(e)
                            + ". Choose another one with --data.",
                    e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Deletes what an earlier start left here, and nothing else that may lie in the folder. */
    void clear() {
        CONTENTS.forEach(name -> Folders.delete(folder.resolve(name)));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** The log of a server; one over 10 MB is moved to {@code NAME.log.old} first. */
    Path log(String name) {
        var log = Folders.create(folder.resolve("logs")).resolve(name + ".log");
        try {
            if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
                Files.move(log, log.resolveSibling(name + ".log.old"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Failure("The log " + log + " cannot be put aside: " + Folders.reason(e) + ".", e);
        }
        return log;
    }

    /** The secret key that ID numbers are hashed with, made on the first start and readable by its owner only: 64 hexadecimal digits. */
    String idHashKey() {
        var file = folder.resolve("id-hash-key");
        try {
            if (!Files.exists(file)) {
                var key = new byte[32];
                new SecureRandom().nextBytes(key);
                Folders.write(file, HexFormat.of().formatHex(key));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure("The file " + file + " cannot be used: " + Folders.reason(e) + ".", e);
        }
    }

    boolean sampleLoaded() {
        return Files.exists(folder.resolve("sample-loaded"));
    }

    void markSampleLoaded() {
        Folders.write(
                folder.resolve("sample-loaded"),
                "The sample is in the databases; deploy/start --fresh loads it anew.\n");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new Failure("The folder " + folder + " cannot be let go: " + Folders.reason(e) + ".", e);
        }
    }
}
