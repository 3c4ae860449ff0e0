package org.shouwang.archive.document;

import java.util.UUID;

/** Everything that can have happened to a document. Its bytes lie on disk under their SHA-256 and are never changed or deleted. */
public sealed interface DocumentEvent {

    /**
     * @param kind code of {@link DocumentKinds}
     * @param sha256 of the content, 64 lower-case hex digits
     * @param size bytes
     * @param mediaType as found in the content, never as claimed by the sender
     * @param areaCode 12 digits: the household's village, or the area of the office that filed it
     * @param householdId null where it belongs to no single household
     */
    record DocumentReceived(String kind, String sha256, long size, String mediaType, String areaCode, UUID householdId)
            implements DocumentEvent {}

    /** The same content, filed once more under another kind or for another household. */
    record DocumentFiled(String kind, String sha256, UUID householdId) implements DocumentEvent {}

    /** @param successor SHA-256 of the content that takes its place from now on */
    record DocumentVersioned(String sha256, String successor, String reason) implements DocumentEvent {}
}
