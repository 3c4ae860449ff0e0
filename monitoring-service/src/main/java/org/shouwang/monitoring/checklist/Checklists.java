package org.shouwang.monitoring.checklist;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.policy.ChecklistItem;

/** The checklists of all villages, one stream per village and item. */
@Singleton
class Checklists extends Streams<ChecklistCommand, ChecklistEntry, ChecklistEvent> {

    Checklists(Journal journal, @All List<Projection<ChecklistEvent>> projections) {
        super(journal, "checklist", new ChecklistDecider(), new EventCatalog<>(ChecklistEvent.class), projections);
    }

    static UUID stream(String areaCode, ChecklistItem item) {
        return UUID.nameUUIDFromBytes(("checklist/" + areaCode + "/" + item).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(ChecklistEntry state) {
        return switch (state) {
            case ChecklistEntry.Missing _ -> null;
            case ChecklistEntry.Shown s -> s.shown().areaCode();
            case ChecklistEntry.Gone s -> s.gone().areaCode();
        };
    }
}
