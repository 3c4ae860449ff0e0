package org.shouwang.monitoring.request;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.monitoring.request.RequestEvent.HouseholdRequestRecorded;

/** Everything one can ask about a household's request. */
public sealed interface RequestCommand {

    /** @param endedOn when the household was given up; null: it is kept */
    record Open(HouseholdRequestRecorded request, LocalDate endedOn) implements RequestCommand {}

    /** @param dept of a department's user, who answers what is his department's; null for everybody else */
    record Answer(String answer, LocalDate closedOn, String dept) implements RequestCommand {}

    record Promote(UUID clueId, LocalDate on) implements RequestCommand {}

    /** Given where the household moves. */
    record Move(String to, LocalDate on) implements RequestCommand {}
}
