package org.shouwang.monitoring.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.checklist.ChecklistEvent.*;

/** A row for each time that an item was there: from the day it was first shown to the day it was found gone. */
@Singleton
class ChecklistTable implements Projection<ChecklistEvent> {

    @Override
    public List<String> tables() {
        return List.of("village_checklist");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<ChecklistEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case ChecklistItemShown e -> shown(session, e, recorded.envelope().version());
            case ChecklistItemGone e ->
                Sql.update(
                        session,
                        "update village_checklist set gone_on = $3 where area_code = $1 and item = $2 and gone_on is null",
                        e.areaCode(),
                        e.item().name(),
                        e.on());
        });
    }

    /** Seen again it is the same one, with a newer photo. */
    private static Uni<Integer> shown(StatelessSession session, ChecklistItemShown e, long version) {
        return Sql.update(
                        session,
                        "update village_checklist set seen_on = $3, photo = $4 where area_code = $1 and item = $2 and gone_on is null",
                        e.areaCode(),
                        e.item().name(),
                        e.on(),
                        JsonText.write(e.photo()))
                .chain(updated -> updated > 0
                        ? Uni.createFrom().item(updated)
                        : Sql.update(
                                session,
                                "insert into village_checklist (area_code, item, version, shown_on, seen_on, photo) values ($1, $2, $3, $4, $4, $5)",
                                e.areaCode(),
                                e.item().name(),
                                version,
                                e.on(),
                                JsonText.write(e.photo())));
    }
}
