package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.util.UUID;

/** The plan of a household's episode, as the assistance service published it. @param approvedOn null: not yet */
public record PlanFact(UUID householdId, int episode, String state, LocalDate approvedOn) {}
