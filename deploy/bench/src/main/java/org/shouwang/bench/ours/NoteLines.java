package org.shouwang.bench.ours;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.bench.NoteEvent;
import org.shouwang.bench.NoteEvent.IncomeNoted;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/** A row for each event, as lists have them; only made anew, never kept in step. */
final class NoteLines implements Projection<NoteEvent> {

    @Override
    public List<String> tables() {
        return List.of("note_line");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID note, List<Recorded<NoteEvent>> events) {
        return projectAll(session, events);
    }

    @Override
    public Uni<Void> projectAll(StatelessSession session, List<Recorded<NoteEvent>> events) {
        return Sql.update(
                        session,
                        "insert into note_line select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::int[], $5::numeric[], $6::text[])",
                        column(events, e -> e.envelope().stream(), UUID[]::new),
                        column(events, e -> e.envelope().version(), Long[]::new),
                        column(events, e -> noted(e).area(), String[]::new),
                        column(events, e -> noted(e).year(), Integer[]::new),
                        column(events, e -> NoteDecider.total(noted(e)), BigDecimal[]::new),
                        column(events, e -> noted(e).statedBy(), String[]::new))
                .replaceWithVoid();
    }

    private static IncomeNoted noted(Recorded<NoteEvent> recorded) {
        return (IncomeNoted) recorded.event();
    }

    private static <T> T[] column(
            List<Recorded<NoteEvent>> events, Function<Recorded<NoteEvent>, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }
}
