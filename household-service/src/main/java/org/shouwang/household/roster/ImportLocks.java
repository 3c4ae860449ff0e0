package org.shouwang.household.roster;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;

/** A file is either being checked or being applied: the one empties the tables that the other reads. Holds within one process. */
@Singleton
public class ImportLocks {

    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    public void take(UUID id) {
        if (!taken.add(id)) throw new Refused(Import.Refusal.IMPORT_RUNNING);
    }

    public void release(UUID id) {
        taken.remove(id);
    }
}
