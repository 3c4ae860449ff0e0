package org.shouwang.monitoring.revisit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.revisit.RevisitEvent.RevisitDone;
import org.shouwang.monitoring.revisit.RevisitEvent.RevisitMissed;

/** One row per household and period (months as yyyy-MM). */
@Singleton
class RevisitTable implements Projection<RevisitEvent> {

    @Override
    public List<String> tables() {
        return List.of("revisit");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<RevisitEvent>> events) {
        return Projection.each(
                events,
                recorded -> apply(session, recorded.event(), recorded.envelope().version()));
    }

    private static Uni<Integer> apply(StatelessSession session, RevisitEvent event, long version) {
        return switch (event) {
            case RevisitDone e ->
                Sql.update(
                        session,
                        """
                        insert into revisit (household, from_month, to_month, area_code, episode, missed, visited_on, visitor, method, wanting, income,
                          new_risks, below_line, after, note, clue, version, items, absence, reached, signed, documents)
                        values ($1, $2, $3, $4, $5, false, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
                        on conflict (household, from_month) do update set to_month = $3, area_code = $4, episode = $5, missed = false, visited_on = $6,
                          visitor = $7, method = $8, wanting = $9, income = $10, new_risks = $11, below_line = $12, after = $13, note = $14, clue = $15,
                          version = $16, items = $17, absence = $18, reached = $19, signed = $20, documents = $21
                        """,
                        e.householdId(),
                        e.from().toString(),
                        e.to().toString(),
                        e.areaCode(),
                        e.episode(),
                        e.visitedOn(),
                        e.visitor(),
                        e.method().name(),
                        e.wanting().stream().map(Enum::name).collect(Collectors.joining(",")),
                        e.income().name(),
                        String.join(",", e.newRisks()),
                        e.belowLine(),
                        e.after() == null ? null : JsonText.write(e.after()),
                        e.note(),
                        e.clueId(),
                        version,
                        JsonText.write(e.items()),
                        e.absence(),
                        e.reached(),
                        e.householderSigned(),
                        JsonText.write(e.documents()));
            case RevisitMissed e ->
                Sql.update(
                        session,
                        """
                        insert into revisit (household, from_month, to_month, area_code, episode, missed, wanting, new_risks, below_line, version)
                        values ($1, $2, $3, $4, $5, true, '', '', false, $6)
                        """,
                        e.householdId(),
                        e.from().toString(),
                        e.to().toString(),
                        e.areaCode(),
                        e.episode(),
                        version);
        };
    }
}
