package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A measure of assistance, as the assistance service published it.
 *
 * @param code M01 … M14
 * @param risk the risk that it is against; may be null
 * @param implementedOn null: not yet put into effect
 * @param effective null: not evaluated
 * @param evaluatedOn the day of the last evaluation; null: not evaluated
 */
public record MeasureFact(
        UUID id,
        UUID householdId,
        Integer episode,
        String code,
        String risk,
        LocalDate implementedOn,
        Boolean effective,
        LocalDate evaluatedOn,
        boolean cancelled) {}
