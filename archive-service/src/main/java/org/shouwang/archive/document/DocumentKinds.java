package org.shouwang.archive.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of documents that are archived, with how long each is kept: a table, not code ({@code kinds.txt} beside this class). */
@Singleton
public class DocumentKinds {

    /** How long a document must be kept; nothing is ever deleted, also afterwards. */
    public enum Retention {
        PERMANENT,
        Y30,
        Y10
    }

    /** @param code {@code DOC_} and capital letters */
    public record DocumentKind(String code, String zh, String en, Retention retention) {}

    private final List<DocumentKind> all;
    private final Map<String, DocumentKind> byCode;

    public DocumentKinds() {
        all = read();
        byCode = all.stream().collect(Collectors.toUnmodifiableMap(DocumentKind::code, Function.identity()));
    }

    /** In the order of the procedure. */
    public List<DocumentKind> all() {
        return all;
    }

    public Optional<DocumentKind> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static List<DocumentKind> read() {
        try (var in = DocumentKinds.class.getResourceAsStream("kinds.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+\\|\\s+"))
                    .map(c -> new DocumentKind(c[0], c[1], c[2], Retention.valueOf(c[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
