package org.shouwang.archive.document;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.archive.document.DocumentEvent.*;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/** Which documents there are, under which headings, and which ones took the place of others. */
@Singleton
public class DocumentCatalogue implements Projection<DocumentEvent> {

    /** @param successor null while it is the latest version */
    public record Entry(
            String sha256, String area, long size, String mediaType, LocalDate receivedOn, String successor) {}

    /** @param householdId null where it belongs to no single household */
    public record Filing(String sha256, String area, String kind, UUID householdId, LocalDate filedOn) {}

    @Override
    public List<String> tables() {
        return List.of("document", "document_filing");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<DocumentEvent>> events) {
        return Projection.each(events, recorded -> project(session, recorded));
    }

    private static Uni<Integer> project(StatelessSession session, Recorded<DocumentEvent> recorded) {
        var on = recorded.envelope().occurredOn();
        var area = recorded.envelope().area();
        return switch (recorded.event()) {
            case DocumentReceived e ->
                Sql.update(
                                session,
                                "insert into document (sha256, area, size, media_type, received_on) values ($1, $2,"
                                        + " $3, $4, $5)",
                                e.sha256(),
                                area,
                                e.size(),
                                e.mediaType(),
                                on)
                        .chain(() -> file(session, e.sha256(), area, e.kind(), e.householdId(), on));
            case DocumentFiled e -> file(session, e.sha256(), area, e.kind(), e.householdId(), on);
            case DocumentVersioned e ->
                Sql.update(
                        session,
                        "update document set successor = $3 where sha256 = $1 and area = $2",
                        e.sha256(),
                        area,
                        e.successor());
        };
    }

    private static Uni<Integer> file(
            StatelessSession session, String sha256, String area, String kind, UUID household, LocalDate on) {
        return Sql.update(
                session,
                "insert into document_filing (sha256, area, kind, household, filed_on) values ($1, $2, $3, $4, $5)",
                sha256,
                area,
                kind,
                household,
                on);
    }

    /** Wherever these contents are filed, whoever may read it. */
    public Uni<List<Entry>> entries(StatelessSession session, Collection<String> sha256s) {
        return Sql.rows(
                        session,
                        "select sha256, area, size, media_type, received_on, successor from document where sha256 ="
                                + " any($1) order by sha256, area",
                        (Object) sha256s.toArray(String[]::new))
                .map(rows -> rows.stream()
                        .map(r -> new Entry(
                                (String) r[0], (String) r[1], (Long) r[2], (String) r[3], (LocalDate) r[4], (String)
                                        r[5]))
                        .toList());
    }

    public Uni<List<Filing>> filings(StatelessSession session, String sha256) {
        return filings(session, "sha256 = $1", sha256);
    }

    public Uni<List<Filing>> filingsOf(StatelessSession session, UUID household) {
        return filings(session, "household = $1", household);
    }

    /** Whether the versions that follow {@code from} in an area come to {@code to}. */
    Uni<Boolean> leads(StatelessSession session, String area, String from, String to) {
        return Sql.rows(session, """
                        with recursive version (sha256) as (
                          values ($2::text)
                          union
                          select d.successor from document d join version v on d.sha256 = v.sha256 where d.area = $1 and d.successor is not null)
                        select exists (select from version where sha256 = $3)""", area, from, to).map(rows -> (Boolean) rows.getFirst()[0]);
    }

    private static Uni<List<Filing>> filings(StatelessSession session, String where, Object parameter) {
        return Sql.rows(
                        session,
                        "select sha256, area, kind, household, filed_on from document_filing where " + where
                                + " order by filed_on, sha256, kind, area",
                        parameter)
                .map(rows -> rows.stream()
                        .map(r ->
                                new Filing((String) r[0], (String) r[1], (String) r[2], (UUID) r[3], (LocalDate) r[4]))
                        .toList());
    }
}
