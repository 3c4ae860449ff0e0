package org.shouwang.household.roster;

import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.household.Waiting;
import org.shouwang.household.roster.ImportCommand.Reject;

/** Takes a roster that was checked out of the way before anybody applies it; its lines are forgotten. Runs on a thread that may wait. */
@Singleton
class RosterRejection {

    private final Journal journal;
    private final Imports imports;
    private final ImportLocks locks;

    RosterRejection(Journal journal, Imports imports, ImportLocks locks) {
        this.journal = journal;
        this.imports = imports;
        this.locks = locks;
    }

    /** Refused while the file is being checked or applied. */
    Outcome reject(UUID id, String reason, Cause cause, OptionalLong expected) {
        locks.take(id);
        try {
            return Waiting.on(() -> journal.transaction(session -> imports.load(session, id)
                    .invoke(current -> {
                        var area = imports.area(current.state());
                        if (area == null || !cause.actor().reaches(area))
                            throw new Refused(Import.Refusal.IMPORT_UNKNOWN);
                    })
                    .chain(() -> ImportStore.counts(session, id))
                    .chain(counts -> imports.handle(
                            session, id, new Reject(reason, counts.getOrDefault("APPLIED", 0)), cause, expected))
                    .call(() -> ImportStore.forget(session, id))));
        } finally {
            locks.release(id);
        }
    }
}
