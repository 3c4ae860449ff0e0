package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.util.UUID;

/** A review of the effect of assistance (成效评议), as the assistance service published it. */
public record EffectFact(UUID id, UUID householdId, Integer episode, LocalDate reviewedOn, boolean effective) {}
