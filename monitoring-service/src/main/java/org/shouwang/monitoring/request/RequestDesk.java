package org.shouwang.monitoring.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.clue.ClueCommand;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.request.RequestCommand.*;
import org.shouwang.monitoring.request.RequestEvent.HouseholdRequestRecorded;

/** Takes requests down, and makes a clue of one that may be a risk, both in one transaction. */
@Singleton
class RequestDesk {

    private final Journal journal;
    private final Requests requests;
    private final Clues clues;
    private final Facts facts;
    private final Policies policies;

    RequestDesk(Journal journal, Requests requests, Clues clues, Facts facts, Policies policies) {
        this.journal = journal;
        this.requests = requests;
        this.clues = clues;
        this.facts = facts;
        this.policies = policies;
    }

    Uni<Outcome> open(
            UUID id, UUID household, RequestTopic topic, String text, String dept, LocalDate on, Cause cause) {
        return journal.transaction(session -> facts.held(session, household, cause.actor())
                .chain(h -> requests.handle(
                        session,
                        id,
                        new Open(
                                new HouseholdRequestRecorded(household, h.areaCode(), topic, text, dept, on),
                                h.endedOn()),
                        cause,
                        OptionalLong.empty())));
    }

    Uni<Outcome> answer(UUID id, String answer, LocalDate on, Cause cause, OptionalLong expected) {
        var actor = cause.actor();
        var dept = Department.of(actor);
        return requests.handle(id, new Answer(answer, on, dept), cause, expected);
    }

    Uni<Outcome> promote(UUID id, LocalDate on, Cause cause) {
        var clue = UUID.nameUUIDFromBytes(("request/" + id).getBytes(StandardCharsets.UTF_8));
        return journal.transaction(session -> requests.load(session, id).chain(current -> {
            var request = current.state().recorded();
            if (request == null || !cause.actor().reaches(request.areaCode()))
                return Uni.createFrom().failure(new Refused(RequestRefusal.REQUEST_UNKNOWN));
            return requests.handle(session, id, new Promote(clue, on), cause, OptionalLong.empty())
                    .call(() -> raise(session, clue, request, on, cause));
        }));
    }

    private Uni<Outcome> raise(
            StatelessSession session, UUID clue, HouseholdRequestRecorded request, LocalDate on, Cause cause) {
        return facts.held(session, request.householdId(), cause.actor())
                .chain(household -> policies.inForce(session, household.areaCode(), on)
                        .chain(terms -> clues.handle(
                                session,
                                clue,
                                new ClueCommand.Receive(
                                        request.householdId(),
                                        household.areaCode(),
                                        ClueSource.CADRE_SWEEP,
                                        request.text(),
                                        on,
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        terms,
                                        household.endedOn()),
                                cause.under(terms.ref()),
                                OptionalLong.empty())));
    }
}
