package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.shouwang.stack.Failure;

/**
 * A small disk of its own, in memory, that can be filled to its last byte. Root mounts it; anybody else on Linux may have one in the name
 * space of a sleeping process, through whose root the others see it, and with which it is gone.
 */
final class Disk implements AutoCloseable {

    private static final int MEGABYTES = 400;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Path folder;
    private final Path log;
    private final Child holder;
    private final Path root;

    private Disk(Path folder, int megabytes) {
        this.folder = folder;
        this.log = folder.resolveSibling(folder.getFileName() + ".log");
        var root = System.getProperty("user.name").equals("root");
        var mount = "mount -t tmpfs -o size=" + megabytes + "m,mode=700 shouwang '" + folder + "' && touch '" + folder
                + "/mounted'";
        var command = root
                ? List.of("sh", "-c", mount)
                : List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount + " && exec sleep 7200");
        this.holder = Child.start(command, Map.of(), folder.getParent(), log);
        this.root = root ? folder : Path.of("/proc/" + holder.handle().pid() + "/root" + folder);
    }

    /** @throws Failure where this system has none to give */
    static Disk of(Path folder) {
        try {
            var disk = new Disk(Files.createDirectories(folder), MEGABYTES);
            Patience.of(LIMIT)
                    .until(
                            "a disk of " + MEGABYTES + " MB: "
                                    + Files.readString(disk.log).strip(),
                            () -> Files.exists(disk.path("mounted")));
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Until nothing more goes on it, which is after all its megabytes at the latest. */
    void fill() {
        var block = ByteBuffer.allocate(4_096);
        try (var file = FileChannel.open(
                filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var i = 0; i < MEGABYTES << 8; i++) file.write(block.rewind());
        } catch (IOException e) {
            // Full.
        }
    }

    void free() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        holder.kill();
        if (root.equals(folder))
            Child.start(List.of("umount", "-l", folder.toString()), Map.of(), folder.getParent(), log)
                    .await();
    }

    private Path filler() {
        return root.resolve("filler");
    }
}
