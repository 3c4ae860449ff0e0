package org.shouwang.archive.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text of three columns beside this class: UTF-8, columns apart by a bar with spaces around it, lines with # are remarks. */
final class Table {

    private Table() {}

    static List<List<String>> lines(String file) {
        try (var in = Table.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no file " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> columns(file, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns(String file, String line) {
        var columns = List.of(line.strip().split("\\s+\\|\\s+"));
        if (columns.size() != 3) throw new IllegalStateException("three columns expected in " + file + ": " + line);
        return columns;
    }
}
