package org.shouwang.household.registry;

/**
 * Names a document by its content. The archive keeps it; nobody asks the archive in order to cite it.
 *
 * @param kind {@code DOC_…}
 * @param sha256 64 lower-case hex digits
 */
public record DocumentRef(String kind, String sha256) {

    public boolean wellFormed() {
        return kind != null && kind.matches("DOC_[A-Z_]{1,60}") && sha256 != null && sha256.matches("[0-9a-f]{64}");
    }
}
