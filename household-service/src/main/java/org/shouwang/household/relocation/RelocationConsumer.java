package org.shouwang.household.relocation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.consent.ConsentCommand;
import org.shouwang.household.consent.Consents;
import org.shouwang.household.duplicate.DuplicateCommand;
import org.shouwang.household.duplicate.Duplicates;
import org.shouwang.household.income.IncomeCommand;
import org.shouwang.household.income.IncomeStatements;
import org.shouwang.household.safeguard.SafeguardChecks;
import org.shouwang.household.safeguard.SafeguardCommand;

/** A household that moves takes its incomes, safeguard checks, consents and what is asked about its members along, whatever made it move. */
@Singleton
class RelocationConsumer extends Consumer {

    record HouseholdMoved(String toArea, LocalDate on) {}

    private final IncomeStatements incomes;
    private final SafeguardChecks checks;
    private final Consents consents;
    private final Duplicates duplicates;
    private final Clock clock;

    RelocationConsumer(
            IncomeStatements incomes, SafeguardChecks checks, Consents consents, Duplicates duplicates, Clock clock) {
        super("household.events");
        this.incomes = incomes;
        this.checks = checks;
        this.consents = consents;
        this.duplicates = duplicates;
        this.clock = clock;
        on("HouseholdMoved", HouseholdMoved.class, this::moved);
    }

    private Uni<?> moved(StatelessSession session, HouseholdMoved e, Envelope envelope) {
        var household = envelope.stream();
        var cause = causedBy(envelope, clock);
        var income = new IncomeCommand.Move(household, e.toArea(), e.on());
        var check = new SafeguardCommand.Move(e.toArea(), e.on());
        var consent = new ConsentCommand.Move(e.toArea(), e.on());
        var duplicate = new DuplicateCommand.Move(e.toArea(), e.on());
        return each(session, incomes, "income_statement", household, income, cause)
                .chain(() -> each(session, checks, "safeguard_check", household, check, cause))
                .chain(() -> each(session, consents, "consent", household, consent, cause))
                .chain(() -> each(session, duplicates, "duplicate_id", household, duplicate, cause));
    }

    private static <C> Uni<?> each(
            StatelessSession session, Streams<C, ?, ?> streams, String table, UUID household, C command, Cause cause) {
        return Sql.rows(session, "select id from " + table + " where household = $1 order by id", household)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> streams.handle(session, (UUID) row[0], command, cause, OptionalLong.empty()))
                        .collect()
                        .asList());
    }
}
