package org.shouwang.household.reviewroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;

/** Keeps what became of each identification case in the village's review and after it, as the rosters that name the householder show it. */
@Singleton
class ReviewRosterConsumer extends Consumer {

    /** States of a case in which the village's review stands. */
    private static final Set<String> REVIEWED = Set.of("REVIEWED", "PUBLICIZED", "OBJECTED", "TOWN_APPROVED");

    record Income(UUID statementId) {}

    record HomeVisited(Income income) {}

    record ReviewConcluded(LocalDate heldOn, boolean included, String reason) {}

    record ObjectionResolved(boolean sustained) {}

    record CaseReturned(String to) {}

    record CaseRejected(String reasonCode, String reason, Income income, LocalDate decidedOn, boolean belowLine) {}

    ReviewRosterConsumer() {
        super("monitoring.events");
        on(
                "HomeVisited",
                HomeVisited.class,
                (session, e, envelope) -> set(session, envelope, "statement", statement(e.income())));
        on("ReviewConcluded", ReviewConcluded.class, (session, e, envelope) -> reviewed(session, envelope, e));
        on(
                "ObjectionResolved",
                ObjectionResolved.class,
                (session, e, envelope) -> e.sustained()
                        ? undone(session, envelope)
                        : Uni.createFrom().item(0));
        on(
                "CaseReturned",
                CaseReturned.class,
                (session, e, envelope) ->
                        REVIEWED.contains(e.to()) ? Uni.createFrom().item(0) : undone(session, envelope));
        on("CaseRejected", CaseRejected.class, (session, e, envelope) -> rejected(session, envelope, e));
    }

    @Override
    public List<String> tables() {
        return List.of("household_review");
    }

    private static UUID statement(Income income) {
        return income == null ? null : income.statementId();
    }

    private static Uni<Integer> set(StatelessSession session, Envelope envelope, String column, UUID value) {
        return Sql.update(
                session,
                "insert into household_review (id, household, " + column
                        + ") values ($1, $2, $3) on conflict (id) do update set " + column + " = $3",
                envelope.stream(),
                envelope.subject(),
                value);
    }

    private static Uni<Integer> reviewed(StatelessSession session, Envelope envelope, ReviewConcluded e) {
        return Sql.update(session, """
            insert into household_review (id, household, held_on, included, reason) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set held_on = $3, included = $4, reason = $5\
            """, envelope.stream(), envelope.subject(), e.heldOn(), e.included(), e.reason());
    }

    /** The household is visited again; what the meeting had said counts no more. */
    private static Uni<Integer> undone(StatelessSession session, Envelope envelope) {
        return Sql.update(
                session,
                "update household_review set held_on = null, included = null, reason = null where id = $1",
                envelope.stream());
    }

    private static Uni<Integer> rejected(StatelessSession session, Envelope envelope, CaseRejected e) {
        return Sql.update(
                session,
                """
                insert into household_review (id, household, statement, included, reason_code, reason, decided_on, below_line)
                values ($1, $2, $3, false, $4, $5, $6, $7)
                on conflict (id) do update set statement = coalesce($3, household_review.statement), included = false, reason_code = $4, reason = $5,
                  decided_on = $6, below_line = $7\
                """,
                envelope.stream(),
                envelope.subject(),
                statement(e.income()),
                e.reasonCode(),
                e.reason(),
                e.decidedOn(),
                e.belowLine());
    }
}
