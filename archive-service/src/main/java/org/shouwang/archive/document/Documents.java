package org.shouwang.archive.document;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/**
 * All documents. A stream is one content in one area: the same blank form filed by two villages is two documents, so that no office
 * learns from a refusal what another one holds. The bytes are kept once.
 */
@Singleton
public class Documents extends Streams<DocumentCommand, Document, DocumentEvent> {

    Documents(Journal journal, @All List<Projection<DocumentEvent>> projections) {
        super(journal, "document", new DocumentDecider(), new EventCatalog<>(DocumentEvent.class), projections);
    }

    static UUID id(String sha256, String areaCode) {
        return UUID.nameUUIDFromBytes((sha256 + "/" + areaCode).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected String area(Document state) {
        return switch (state) {
            case Document.Unknown _ -> null;
            case Document.Held d -> d.areaCode();
        };
    }

    @Override
    protected UUID subject(UUID stream, Document state) {
        return state instanceof Document.Held held && held.subject() != null ? held.subject() : stream;
    }
}
