package org.shouwang.household.roster;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.roster.Import.Applied;
import org.shouwang.household.roster.Import.Checked;
import org.shouwang.household.roster.Import.Rejected;
import org.shouwang.household.roster.Import.Unknown;
import org.shouwang.household.roster.ImportCommand.Check;
import org.shouwang.household.roster.ImportCommand.Finish;
import org.shouwang.household.roster.ImportCommand.Reject;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportEvent.RosterChecked;
import org.shouwang.household.roster.ImportEvent.RosterRejected;

/** The life of a file: checked as often as it is sent, then applied once or rejected. */
final class ImportDecider implements Decider<ImportCommand, Import, ImportEvent> {

    private record On(ImportCommand command, Import state) {}

    @Override
    public Decision<ImportEvent> decide(ImportCommand command, Import state) {
        return switch (new On(command, state)) {
            case On(Check c, Checked s) when c.outcome().equals(s.outcome()) -> nothing();
            case On(Check c, Unknown _) -> accept(c.outcome());
            case On(Check c, Checked _) -> accept(c.outcome());
            case On(Check _, Applied _) -> nothing();
            case On(Check _, Rejected _) -> nothing();
            case On(Reject _, Unknown _) -> refuse(Import.Refusal.IMPORT_UNKNOWN);
            case On(Reject c, Checked _)
            when c.reason() == null || c.reason().isBlank() -> refuse(Import.Refusal.REASON_REQUIRED);
            case On(Reject c, Checked _) when c.applied() > 0 -> refuse(Import.Refusal.IMPORT_BEGUN);
            case On(Reject c, Checked _) -> accept(new RosterRejected(c.reason()));
            case On(Reject c, Rejected s) when s.outcome().reason().equals(c.reason()) -> nothing();
            case On(Reject _, Rejected _) -> refuse(Import.Refusal.IMPORT_REJECTED);
            case On(Reject _, Applied _) -> refuse(Import.Refusal.IMPORT_APPLIED);
            case On(Finish _, Unknown _) -> refuse(Import.Refusal.IMPORT_UNKNOWN);
            case On(Finish _, Rejected _) -> refuse(Import.Refusal.IMPORT_REJECTED);
            case On(Finish c, Checked _) -> accept(c.outcome());
            case On(Finish _, Applied _) -> nothing();
        };
    }

    @Override
    public Import initial() {
        return new Unknown();
    }

    @Override
    public Import evolve(Import state, ImportEvent event) {
        return switch (event) {
            case RosterChecked e -> new Checked(e);
            case RosterRejected e -> state instanceof Checked s ? new Rejected(s.outcome(), e) : state;
            case RosterApplied e -> state instanceof Checked s ? new Applied(s.outcome(), e) : state;
        };
    }
}
