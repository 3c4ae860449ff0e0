package org.shouwang.monitoring.mobilisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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

    /** How many of one class came, by its name. */
    record Attended(AttendeeClass of, String zh, int persons) {}

    /** @param attended the attendance with the names of its classes @param done in the order in which the tasks were done */
    record View(
            UUID id,
            MobilisationHeld held,
            List<Attended> attended,
            List<MobilisationTaskDone> done,
            Written recorded,
            Written changed) {}

    private static final String SEEN = """
            (area_code like $1 || '%'
              or exists (select 1 from jsonb_array_elements_text(m.held::jsonb -> 'subVenues') v
                where v like $1 || '%' or $1 like regexp_replace(v, '(0000000000|00000000|000000|000)$', '') || '%')
              or exists (select 1 from jsonb_array_elements(m.held::jsonb -> 'tasks') t where t ->> 'areaCode' like $1 || '%'))""";

    private static final String WRITTEN = Written.columns("mobilisation", "m.id");

    private final Journal journal;

    MobilisationViews(Journal journal) {
        this.journal = journal;
    }

    /** Of an area, and those in which it, or the area around it, took part or was given a task; the latest first. */
    Uni<List<View>> list(String scope, UUID after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select id, held, done" + WRITTEN + " from mobilisation m where " + SEEN + """
                         and ($2::uuid is null or (held_on, id) < (select held_on, id from mobilisation where id = $2::uuid))
                        order by held_on desc, id desc limit $3""",
                        scope,
                        after,
                        limit)
                .map(rows -> rows.stream().map(MobilisationViews::view).toList()));
    }

    /** Where the list of the scope has it. */
    Uni<Optional<View>> find(UUID id, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select id, held, done" + WRITTEN + " from mobilisation m where " + SEEN + " and id = $2",
                        scope,
                        id)
                .map(rows -> rows.stream().findFirst().map(MobilisationViews::view)));
    }

    private static View view(Object[] r) {
        var held = JsonText.read((String) r[1], MobilisationHeld.class);
        return new View(
                (UUID) r[0],
                held,
                held.attendance().stream()
                        .map(a -> new Attended(a.of(), a.of().zh(), a.persons()))
                        .toList(),
                JsonText.list((String) r[2], MobilisationTaskDone.class),
                Written.recorded(r),
                Written.changed(r));
    }
}
