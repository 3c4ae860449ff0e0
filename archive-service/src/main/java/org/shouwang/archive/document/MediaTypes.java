package org.shouwang.archive.document;

import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** What a file is, told by its bytes alone: neither its name nor what the sender claims counts. */
@Singleton
public class MediaTypes {

    /** Endings of programs and scripts, looked for inside packed files. */
    private static final List<String> PROGRAMS = List.of(
            ".exe",
            ".dll",
            ".com",
            ".scr",
            ".msi",
            ".bat",
            ".cmd",
            ".ps1",
            ".vbs",
            ".js",
            ".jar",
            ".class",
            ".sh",
            ".apk",
            ".lnk",
            "vbaproject.bin");

    private final Tika tika = new Tika();
    private final List<String> refused = refused();

    /** Empty where the file must not be archived. */
    public java.util.Optional<String> acceptable(Path file) throws IOException {
        var type = detect(file);
        return type == null || refused.stream().anyMatch(type::startsWith)
                ? java.util.Optional.empty()
                : java.util.Optional.of(type);
    }

    private String detect(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var type = tika.detect(in);
            return type.equals("application/zip") || type.equals("application/x-tika-ooxml") ? inside(file) : type;
        }
    }

    /** Null where a packed file holds a program; the kind of document where its entries tell it. */
    private static String inside(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            var names = zip.stream()
                    .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                    .toList();
            if (names.stream().anyMatch(name -> PROGRAMS.stream().anyMatch(name::endsWith))) return null;
            if (names.stream().anyMatch(name -> name.startsWith("word/")))
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            if (names.stream().anyMatch(name -> name.startsWith("xl/")))
                return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            if (names.stream().anyMatch(name -> name.startsWith("ppt/")))
                return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            if (names.contains("ofd.xml")) return "application/ofd";
            return "application/zip";
        } catch (ZipException _) {
            return "application/octet-stream";
        }
    }

    private static List<String> refused() {
        try (var in = MediaTypes.class.getResourceAsStream("refused.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
