package org.shouwang.household.notice;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.monitored.MonitoredType;

/** Keeps whose inclusion was posted and determined, for the county's announcement. */
@Singleton
class NoticeConsumer extends Consumer {

    record PublicityPosted(LocalDate postedOn) {}

    record ObjectIncluded(MonitoredType type, LocalDate includedOn) {}

    record ObjectVoided() {}

    NoticeConsumer() {
        super("monitoring.events");
        on(
                "PublicityPosted",
                PublicityPosted.class,
                (session, e, envelope) -> Sql.update(session, """
                        insert into notice_object (id, posted_on) values ($1, $2)
                        on conflict (id) do update set posted_on = $2, type = null, included_on = null""", envelope.subject(), e.postedOn()));
        on(
                "ObjectIncluded",
                ObjectIncluded.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        "update notice_object set type = $2, included_on = $3 where id = $1 and included_on is null",
                        envelope.subject(),
                        e.type() == null ? null : e.type().name(),
                        e.includedOn()));
        on(
                "ObjectVoided",
                ObjectVoided.class,
                (session, _, envelope) ->
                        Sql.update(session, "delete from notice_object where id = $1", envelope.subject()));
    }

    @Override
    public List<String> tables() {
        return List.of("notice_object");
    }
}
