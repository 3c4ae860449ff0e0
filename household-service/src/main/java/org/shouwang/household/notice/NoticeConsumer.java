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

/**
 * Keeps whose inclusion was posted and determined, for the county's announcement, and what a village's notice says of each household: as which
 * type, for how long, or that the policy lets nothing be posted.
 */
@Singleton
class NoticeConsumer extends Consumer {

    record CaseOpened(Terms terms) {}

    record RemovalProposed(Terms terms) {}

    /** Of the policy that it was opened under, and keeps to. */
    record Terms(Publicity publicity, Removal removal) {}

    record Publicity(boolean forbidden, Integer days, String dayType) {}

    record Removal(Integer publicityDays) {}

    record ReviewConcluded(boolean included, MonitoredType type) {}

    record PublicityPosted(LocalDate postedOn, LocalDate endsOn) {}

    record ObjectionResolved(boolean sustained) {}

    record RemovalReviewed() {}

    record RemovalPublicized(LocalDate postedOn, LocalDate endsOn) {}

    record RemovalObjectionResolved(boolean sustained) {}

    record ObjectIncluded(MonitoredType type, LocalDate includedOn) {}

    record ObjectVoided() {}

    NoticeConsumer() {
        super("monitoring.events");
        on(
                "CaseOpened",
                CaseOpened.class,
                (session, e, envelope) -> opened(
                        session,
                        envelope.subject(),
                        NoticeKind.INCLUSION,
                        e.terms(),
                        e.terms().publicity().days()));
        on(
                "RemovalProposed",
                RemovalProposed.class,
                (session, e, envelope) -> opened(
                        session,
                        envelope.subject(),
                        NoticeKind.REMOVAL,
                        e.terms(),
                        e.terms().removal() == null ? null : e.terms().removal().publicityDays()));
        on(
                "ReviewConcluded",
                ReviewConcluded.class,
                (session, e, envelope) ->
                        proposed(session, envelope.subject(), NoticeKind.INCLUSION, e.included() ? e.type() : null));
        on(
                "RemovalReviewed",
                RemovalReviewed.class,
                (session, _, envelope) -> proposed(session, envelope.subject(), NoticeKind.REMOVAL, null));
        on(
                "ObjectionResolved",
                ObjectionResolved.class,
                (session, e, envelope) -> e.sustained()
                        ? proposed(session, envelope.subject(), NoticeKind.INCLUSION, null)
                        : Uni.createFrom().item(0));
        on(
                "RemovalObjectionResolved",
                RemovalObjectionResolved.class,
                (session, e, envelope) -> e.sustained()
                        ? proposed(session, envelope.subject(), NoticeKind.REMOVAL, null)
                        : Uni.createFrom().item(0));
        on(
                "RemovalPublicized",
                RemovalPublicized.class,
                (session, e, envelope) ->
                        posted(session, envelope.subject(), NoticeKind.REMOVAL, e.postedOn(), e.endsOn()));
        on("PublicityPosted", PublicityPosted.class, (session, e, envelope) -> Sql.update(
                        session, """
                        insert into notice_object (id, posted_on) values ($1, $2)
                        on conflict (id) do update set posted_on = $2, type = null, included_on = null""", envelope.subject(), e.postedOn())
                .chain(() -> posted(session, envelope.subject(), NoticeKind.INCLUSION, e.postedOn(), e.endsOn())));
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

    /** A case or removal begins: nothing is proposed or posted of it yet. */
    private static Uni<Integer> opened(
            StatelessSession session, UUID household, NoticeKind kind, Terms terms, Integer days) {
        return Sql.update(
                session,
                """
                insert into notice_policy (household, kind, forbidden, days, working) values ($1, $2, $3, $4, $5)
                on conflict (household, kind) do update set forbidden = $3, days = $4, working = $5, type = null, posted_on = null,
                  ends_on = null""",
                household,
                kind.name(),
                terms.publicity().forbidden(),
                days,
                "WORKING".equals(terms.publicity().dayType()));
    }

    /** @param type null: nothing is proposed; of a removal, whose type is the household's own, always */
    private static Uni<Integer> proposed(
            StatelessSession session, UUID household, NoticeKind kind, MonitoredType type) {
        return Sql.update(
                session,
                "update notice_policy set type = $3, posted_on = null, ends_on = null where household = $1 and kind = $2",
                household,
                kind.name(),
                type == null ? null : type.name());
    }

    private static Uni<Integer> posted(
            StatelessSession session, UUID household, NoticeKind kind, LocalDate on, LocalDate endsOn) {
        return Sql.update(
                session,
                "update notice_policy set posted_on = $3, ends_on = $4 where household = $1 and kind = $2",
                household,
                kind.name(),
                on,
                endsOn);
    }

    @Override
    public List<String> tables() {
        return List.of("notice_object", "notice_policy");
    }
}
