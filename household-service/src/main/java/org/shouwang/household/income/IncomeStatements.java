package org.shouwang.household.income;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.income.IncomeStatement.*;

/** All income statements. */
@Singleton
public class IncomeStatements extends Streams<IncomeCommand, IncomeStatement, IncomeEvent> {

    IncomeStatements(Journal journal, @All List<Projection<IncomeEvent>> projections) {
        super(journal, "income", new IncomeDecider(), new EventCatalog<>(IncomeEvent.class), projections);
    }

    @Override
    protected String area(IncomeStatement state) {
        return state instanceof Kept s ? s.areaCode() : null;
    }

    @Override
    protected UUID subject(UUID stream, IncomeStatement state) {
        return state instanceof Kept s ? s.draft().householdId() : stream;
    }
}
