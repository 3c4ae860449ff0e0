package org.shouwang.household.roster;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.roster.Import.Applied;
import org.shouwang.household.roster.Import.Checked;
import org.shouwang.household.roster.Import.Rejected;
import org.shouwang.household.roster.Import.Unknown;

/** All files that were sent in. */
@Singleton
class Imports extends Streams<ImportCommand, Import, ImportEvent> {

    Imports(Journal journal, @All List<Projection<ImportEvent>> projections) {
        super(journal, "import", new ImportDecider(), new EventCatalog<>(ImportEvent.class), projections);
    }

    @Override
    protected String area(Import state) {
        return switch (state) {
            case Unknown _ -> null;
            case Checked s -> s.outcome().areaCode();
            case Rejected s -> s.checked().areaCode();
            case Applied s -> s.checked().areaCode();
        };
    }
}
