package org.shouwang.household.screening;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.household.screening.Delivery.Refusal;
import org.shouwang.household.screening.DeliveryStore.Looked;
import org.shouwang.household.screening.MatchCommand.Match;
import org.shouwang.household.screening.MatchCommand.Refuse;
import org.shouwang.household.screening.MatchEvent.ScreeningRowsMatched;
import org.shouwang.household.screening.MatchEvent.SuggestionRefused;

/** A row without a number is matched by nobody but a person who knows whom it means. */
@Singleton
class Suggestions {

    private final Journal journal;
    private final Deliveries deliveries;
    private final Matches matches;

    Suggestions(Journal journal, Deliveries deliveries, Matches matches) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.matches = matches;
    }

    Uni<Outcome> confirm(UUID id, int row, UUID household, UUID member, Cause cause) {
        return journal.transaction(session -> looked(session, id, row, cause).chain(looked -> switch (looked.state()) {
            case "CONFIRMED" ->
                household.equals(looked.household()) && member.equals(looked.member()) ? again() : decided();
            case "REFUSED" -> decided();
            default -> {
                if (cause.occurredOn().isBefore(looked.receivedOn()))
                    throw new Refused(
                            Refusal.DATE_OUT_OF_ORDER, looked.receivedOn().toString());
                yield confirm(session, id, row, household, member, cause);
            }
        }));
    }

    private Uni<Outcome> confirm(StatelessSession session, UUID id, int row, UUID household, UUID member, Cause cause) {
        return DeliveryStore.byName(session, id, row).chain(candidates -> candidates.stream()
                .filter(c -> c.row().household().equals(household) && c.member().equals(member))
                .findFirst()
                .map(found -> deliveries.load(session, id).chain(delivery -> {
                    var batch = delivery.state().received();
                    var rows = new ScreeningRowsMatched(
                            id, found.row().areaCode(), batch.dept(), batch.period(), List.of(found.row()));
                    return DeliveryStore.matched(session, id, "CONFIRMED", List.of(found))
                            .chain(() -> matches.handle(
                                    session, Matches.row(id, row), new Match(rows), cause, OptionalLong.empty()));
                }))
                .orElseGet(() -> Uni.createFrom().failure(new Refused(Refusal.NOT_A_CANDIDATE))));
    }

    Uni<Outcome> refuse(UUID id, int row, Cause cause) {
        return journal.transaction(session -> looked(session, id, row, cause).chain(looked -> switch (looked.state()) {
            case "REFUSED" -> again();
            case "CONFIRMED" -> decided();
            default ->
                DeliveryStore.refuse(session, id, row)
                        .chain(() -> matches.handle(
                                session,
                                Matches.row(id, row),
                                new Refuse(new SuggestionRefused(id, looked.areaCode(), row)),
                                cause,
                                OptionalLong.empty()));
        }));
    }

    /** Only what is for a person to decide, and lies where that person may decide. */
    private static Uni<Looked> looked(StatelessSession session, UUID id, int row, Cause cause) {
        return DeliveryStore.look(session, id, row).map(found -> found.filter(
                        looked -> List.of("SUGGESTED", "CONFIRMED", "REFUSED").contains(looked.state())
                                && cause.actor().reaches(looked.areaCode()))
                .orElseThrow(() -> new Refused(Refusal.SUGGESTION_UNKNOWN)));
    }

    private static Uni<Outcome> again() {
        return Uni.createFrom().item(new Outcome(1, false));
    }

    private static Uni<Outcome> decided() {
        return Uni.createFrom().failure(new Refused(Refusal.SUGGESTION_DECIDED));
    }
}
