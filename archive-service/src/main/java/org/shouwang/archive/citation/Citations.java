package org.shouwang.archive.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.archive.log.Archived;
import org.shouwang.archive.log.EventLog;
import org.shouwang.archive.log.Intake;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Sql;

/** Notes which documents the other services' events name as evidence: every {@code {kind: DOC_…, sha256}} in their data. */
@Singleton
public class Citations implements Intake {

    /** A document as an event names it. */
    record Cited(String kind, String sha256) {}

    /** @param service, type, eventId, occurredOn of the event that names it */
    record Citation(String kind, String sha256, String service, String type, UUID eventId, LocalDate occurredOn) {}

    @Override
    public List<String> tables() {
        return List.of("citation");
    }

    @Override
    public Uni<Void> take(StatelessSession session, Archived event) {
        var cited = event.service().equals("archive")
                ? Set.<Cited>of()
                : cited(event.event().data());
        if (cited.isEmpty()) return Uni.createFrom().voidItem();
        return Sql.update(
                        session,
                        "insert into citation (sha256, kind, position) select s, k, $3 from unnest($1::text[],"
                                + " $2::text[]) as c (s, k)",
                        cited.stream().map(Cited::sha256).toArray(String[]::new),
                        cited.stream().map(Cited::kind).toArray(String[]::new),
                        event.position())
                .replaceWithVoid();
    }

    /** In the order in which the events happened. */
    Uni<List<Citation>> of(StatelessSession session, UUID household) {
        return Sql.rows(session, """
                        select c.kind, c.sha256, e.service, e.type, e.id, e.occurred_on
                        from archived_mention m join citation c using (position) join archived_event e using (position)
                        where m.subject = $1 order by %s, c.kind, c.sha256""".formatted(EventLog.AS_HAPPENED), household).map(rows -> rows.stream()
                .map(r -> new Citation(
                        (String) r[0], (String) r[1], (String) r[2], (String) r[3], (UUID) r[4], (LocalDate) r[5]))
                .toList());
    }

    static Set<Cited> cited(String data) {
        var found = new LinkedHashSet<Cited>();
        try {
            Json.MAPPER.readTree(data).findParents("sha256").forEach(node -> add(found, node));
        } catch (JsonProcessingException _) {
            // what cannot be read names nothing; the event is archived with its bytes as they came
            return found;
        }
        return found;
    }

    private static void add(Set<Cited> found, JsonNode node) {
        var kind = node.path("kind").asText();
        var sha256 = node.path("sha256").asText();
        if (kind.startsWith("DOC_") && sha256.matches("[0-9a-f]{64}")) found.add(new Cited(kind, sha256));
    }
}
