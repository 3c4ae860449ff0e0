package org.shouwang.household.registry;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Cause;

/** Who is told that somebody else asked for the number of a member. Told after that was refused, in a transaction of its own. */
public interface DuplicateWatch {

    /** A member whose number was asked for. @param areaCode village of its household */
    record Holder(UUID household, UUID member, String areaCode) {}

    /** @param cause of what was refused */
    Uni<Void> asked(List<Holder> holders, Cause cause);
}
