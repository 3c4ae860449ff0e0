package org.shouwang.household.notice;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.monitored.MonitoredType;

/** Keeps whose inclusion was posted and determined, for the county's announcement, and of whom the policy lets nothing be posted. */
@Singleton
class NoticeConsumer extends Consumer {

    record CaseOpened(Terms terms) {}

    record RemovalProposed(Terms terms) {}

    /** Of the policy that it was opened under, and keeps to. */
    record Terms(Publicity publicity) {}

    record Publicity(boolean forbidden) {}

    record PublicityPosted(LocalDate postedOn) {}

    record ObjectIncluded(MonitoredType type, LocalDate includedOn) {}

    record ObjectVoided() {}

    NoticeConsumer() {
        super("monitoring.events");
        on(
                "CaseOpened",
                CaseOpened.class,
                (session, e, envelope) -> allowed(session, envelope.subject(), NoticeKind.INCLUSION, e.terms()));
        on(
                "RemovalProposed",
                RemovalProposed.class,
                (session, e, envelope) -> allowed(session, envelope.subject(), NoticeKind.REMOVAL, e.terms()));
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

    private static Uni<Integer> allowed(StatelessSession session, UUID household, NoticeKind kind, Terms terms) {
        return Sql.update(
                session, """
                insert into notice_policy (household, kind, forbidden) values ($1, $2, $3)
                on conflict (household, kind) do update set forbidden = $3""", household, kind.name(), terms.publicity().forbidden());
    }

    @Override
    public List<String> tables() {
        return List.of("notice_object", "notice_policy");
    }
}
