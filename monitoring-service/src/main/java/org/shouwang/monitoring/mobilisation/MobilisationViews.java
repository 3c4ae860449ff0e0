package org.shouwang.monitoring.mobilisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.MobilisationHeld;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.MobilisationTaskDone;

/** Mobilisation meetings with their tasks, and what was done of them. */
@Singleton
class MobilisationViews {

    /** @param done in the order in which the tasks were done */
    record View(UUID id, MobilisationHeld held, List<MobilisationTaskDone> done, Written recorded, Written changed) {}

    private static final String WRITTEN = Written.columns("mobilisation", "m.id");

    private final Journal journal;

    MobilisationViews(Journal journal) {
        this.journal = journal;
    }

    /** Of an area, and those in which it, or the area around it, took part or was given a task; in the order of ids. */
    Uni<List<View>> list(String scope, UUID after, int limit) {
        return journal.read(session -> Sql.rows(session, """
                        select id, held, done""" + WRITTEN + """
                        from mobilisation m where ($2::uuid is null or id > $2::uuid) and (area_code like $1 || '%'
                          or exists (select 1 from jsonb_array_elements_text(m.held::jsonb -> 'subVenues') v
                            where v like $1 || '%' or $1 like regexp_replace(v, '(0000000000|00000000|000000|000)$', '') || '%')
                          or exists (select 1 from jsonb_array_elements(m.held::jsonb -> 'tasks') t where t ->> 'areaCode' like $1 || '%'))
                        order by id limit $3""", scope, after, limit)
                .map(rows -> rows.stream()
                        .map(r -> new View(
                                (UUID) r[0],
                                JsonText.read((String) r[1], MobilisationHeld.class),
                                JsonText.list((String) r[2], MobilisationTaskDone.class),
                                Written.recorded(r),
                                Written.changed(r)))
                        .toList()));
    }
}
