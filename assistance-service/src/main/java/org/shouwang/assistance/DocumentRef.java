package org.shouwang.assistance;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A paper cited as evidence: good by its form alone, so that no other service has to be asked.
 *
 * @param kind {@code DOC_} and capital letters
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 */
public record DocumentRef(String kind, String sha256) {

    private static final Pattern KIND = Pattern.compile("DOC_[A-Z_]{2,40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public boolean wellFormed() {
        return kind != null
                && sha256 != null
                && KIND.matcher(kind).matches()
                && SHA256.matcher(sha256).matches();
    }

    /** Kinds of the ill-formed ones among these. */
    public static List<String> illFormed(List<DocumentRef> documents) {
        return documents.stream()
                .filter(d -> !d.wellFormed())
                .map(d -> String.valueOf(d.kind()))
                .toList();
    }
}
