package org.shouwang.household.roster;

import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportEvent.RosterChecked;

/** Everything one can ask of a file that was sent in. */
sealed interface ImportCommand {

    record Check(RosterChecked outcome) implements ImportCommand {}

    /** @param applied households of it that are in the registry already */
    record Reject(String reason, int applied) implements ImportCommand {}

    record Finish(RosterApplied outcome) implements ImportCommand {}
}
