package org.shouwang.monitoring.mobilisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.*;

/** One row per meeting, with what was done of its tasks. */
@Singleton
class MobilisationTable implements Projection<MobilisationEvent> {

    @Override
    public List<String> tables() {
        return List.of("mobilisation");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<MobilisationEvent>> events) {
        return Projection.each(events, recorded -> apply(session, id, recorded.event()));
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, MobilisationEvent event) {
        return switch (event) {
            case MobilisationHeld e ->
                Sql.update(
                        session,
                        "insert into mobilisation (id, area_code, held, held_on) values ($1, $2, $3, $4)",
                        id,
                        e.areaCode(),
                        JsonText.write(e),
                        e.minutes().heldOn());
            case MobilisationTaskDone e ->
                Sql.update(
                        session,
                        "update mobilisation set done = (done::jsonb || $2::text::jsonb)::text where id = $1",
                        id,
                        JsonText.write(List.of(e)));
        };
    }
}
