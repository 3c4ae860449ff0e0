package org.shouwang.monitoring.ledger;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.DocumentRef;

/** What public notices of inclusions and of removals have in common. */
final class Notices {

    private static final String PHOTO = "DOC_NOTICE_PHOTO";

    private Notices() {}

    /** Fingerprints of the photos that show it posted. */
    static String photos(List<DocumentRef> documents) {
        return documents.stream()
                .filter(d -> PHOTO.equals(d.kind()))
                .map(DocumentRef::sha256)
                .collect(Collectors.joining(" "));
    }

    /** To the last notice of the stream. */
    static Uni<Integer> objected(StatelessSession session, String table, UUID stream) {
        return Sql.update(session, """
                update %1$s set objections = objections + 1 where stream = $1 and version = (select max(version) from %1$s where stream = $1)
                """.formatted(table), stream);
    }
}
