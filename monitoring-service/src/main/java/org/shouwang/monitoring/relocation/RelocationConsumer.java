package org.shouwang.monitoring.relocation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.clue.ClueCommand;
import org.shouwang.monitoring.clue.ClueTable;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.identification.CaseCommand;
import org.shouwang.monitoring.identification.CaseTable;
import org.shouwang.monitoring.identification.Cases;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.removal.RemovalCommand;
import org.shouwang.monitoring.removal.RemovalViews;
import org.shouwang.monitoring.removal.Removals;
import org.shouwang.monitoring.request.RequestCommand;
import org.shouwang.monitoring.request.RequestTable;
import org.shouwang.monitoring.request.Requests;
import org.shouwang.monitoring.warning.WarningCommand;
import org.shouwang.monitoring.warning.WarningViews;
import org.shouwang.monitoring.warning.Warnings;

/**
 * A household that moves takes its clues, cases, episodes, removals, warnings and requests along; cases go before the object that they may be making.
 */
@Singleton
class RelocationConsumer extends Consumer {

    record HouseholdMoved(String toArea, LocalDate on) {}

    private final Clues clues;
    private final ClueTable clueTable;
    private final Cases cases;
    private final CaseTable caseTable;
    private final Objects objects;
    private final Removals removals;
    private final RemovalViews removalViews;
    private final Warnings warnings;
    private final WarningViews warningViews;
    private final Requests requests;
    private final RequestTable requestTable;
    private final Clock clock;

    RelocationConsumer(
            Clues clues,
            ClueTable clueTable,
            Cases cases,
            CaseTable caseTable,
            Objects objects,
            Removals removals,
            RemovalViews removalViews,
            Warnings warnings,
            WarningViews warningViews,
            Requests requests,
            RequestTable requestTable,
            Clock clock) {
        super("household.events");
        this.clues = clues;
        this.clueTable = clueTable;
        this.cases = cases;
        this.caseTable = caseTable;
        this.objects = objects;
        this.removals = removals;
        this.removalViews = removalViews;
        this.warnings = warnings;
        this.warningViews = warningViews;
        this.requests = requests;
        this.requestTable = requestTable;
        this.clock = clock;
        on("HouseholdMoved", HouseholdMoved.class, this::moved);
    }

    private Uni<?> moved(StatelessSession session, HouseholdMoved e, Envelope envelope) {
        var household = envelope.stream();
        var cause = causedBy(envelope, clock);
        return clueTable
                .ofHousehold(session, household)
                .chain(all -> each(session, clues, all, new ClueCommand.Move(e.toArea(), e.on()), cause))
                .chain(() -> caseTable.ofHousehold(session, household))
                .chain(all -> each(session, cases, all, new CaseCommand.Move(e.toArea(), e.on()), cause))
                .chain(() -> objects.load(session, household))
                .chain(object -> each(
                        session,
                        objects,
                        object.version() == 0 ? List.of() : List.of(household),
                        new ObjectCommand.Move(e.toArea(), e.on()),
                        cause))
                .chain(() -> removalViews.ofHousehold(session, household))
                .chain(all -> each(session, removals, all, new RemovalCommand.Move(e.toArea(), e.on()), cause))
                .chain(() -> warningViews.ofHousehold(session, household))
                .chain(all -> each(session, warnings, all, new WarningCommand.Move(e.toArea(), e.on()), cause))
                .chain(() -> requestTable.ofHousehold(session, household))
                .chain(all -> each(session, requests, all, new RequestCommand.Move(e.toArea(), e.on()), cause));
    }

    private static <C> Uni<?> each(
            StatelessSession session, Streams<C, ?, ?> streams, List<UUID> ids, C command, Cause cause) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> streams.handle(session, id, command, cause, OptionalLong.empty()))
                .collect()
                .asList();
    }
}
