package org.shouwang.archive.document;

import java.util.UUID;

/** Everything one can ask of a document. */
public sealed interface DocumentCommand {

    /** @param areaCode where the document belongs if this is the first time it is seen there */
    record Receive(String kind, String sha256, long size, String mediaType, String areaCode, UUID householdId)
            implements DocumentCommand {}

    /**
     * @param held whether the successor was received in the same area
     * @param leadsBack whether the successor's own successors lead back to this document
     */
    record Supersede(String successor, boolean held, boolean leadsBack, String reason) implements DocumentCommand {}
}
