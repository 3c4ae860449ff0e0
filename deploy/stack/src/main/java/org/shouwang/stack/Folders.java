package org.shouwang.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders and files of the stack's servers, changed so that a crash leaves either the old or the new state behind. */
final class Folders {
    private Folders() {}

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("shouwang-" + name + "-");
        } catch (IOException e) {
            throw new Failure("No temporary folder could be made in " + System.getProperty("java.io.tmpdir") + ".", e);
        }
    }

    static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure("The folder " + folder + " cannot be made: " + reason(e) + ".", e);
        }
    }

    /** Deletes the folder with all that is in it; links are deleted and not followed. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new Failure("The folder " + folder + " cannot be deleted: " + reason(e) + ".", e);
        }
    }

    /** Writes the text so that a reader finds the whole old or the whole new file, also after a power cut. */
    static void write(Path file, String text) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = java.nio.channels.FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = java.nio.charset.StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("The file " + file + " cannot be written: " + reason(e) + ".", e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an I/O failure means in words; the class names of {@code java.nio.file} say more than their messages. */
    static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException denied -> "you may not write there (" + denied.getFile() + ")";
            case java.nio.file.FileAlreadyExistsException exists -> exists.getFile() + " is a file";
            case java.nio.file.DirectoryNotEmptyException full -> full.getFile() + " holds something else";
            case java.nio.file.NoSuchFileException missing -> missing.getFile() + " is missing";
            case java.nio.file.FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage();
        };
    }
}
