package org.shouwang.household.registry;

import java.math.BigDecimal;
import org.shouwang.eventsourcing.Personal;

/** Where a home lies, degrees of WGS 84: it stays here. */
public record Spot(BigDecimal longitude, BigDecimal latitude) implements Personal {}
