package org.shouwang.monitoring.patrol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.facts.GridFacts.Place;

/** What one can ask of the patrol of one household. */
public sealed interface PatrolCommand {

    /**
     * @param place where the household lay on that day; null: it was not kept any more
     * @param carers user ids of who looked after its grid on that day
     * @param reporter user id of a grid member, who reports his own patrols only; null: somebody else, who may report for any
     * @param clueId of the clue that a risk becomes
     */
    record Report(
            UUID householdId,
            Place place,
            LocalDate visitedOn,
            String visitor,
            CheckMethod method,
            List<PatrolFinding> findings,
            List<String> carers,
            String reporter,
            UUID clueId)
            implements PatrolCommand {}

    /** @param corrects id of the event that is wrong @param last id of the event that counts now @param report as it should have been */
    record Correct(UUID corrects, UUID last, String reason, Report report) implements PatrolCommand {}
}
