package org.shouwang.household.screening;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.shouwang.household.codes.RegisteredType;

/**
 * What became of some rows of a delivery: those of a page that were matched by number, or one that a person decided about. Says whose
 * household they are about and nothing else of the person.
 */
public sealed interface MatchEvent {

    /**
     * @param row as the delivery counts it, from 1
     * @param areaCode village of the household at that moment
     * @param item what the value is of: an item or a rule of the department
     * @param value null where the row is a fact without a figure
     */
    record MatchedRow(
            int row, UUID household, String areaCode, RegisteredType registeredType, String item, BigDecimal value) {}

    /** @param areaCode whose staff may see it: the delivery's area, or the village of the only row */
    record ScreeningRowsMatched(UUID deliveryId, String areaCode, String dept, String period, List<MatchedRow> rows)
            implements MatchEvent {}

    record SuggestionRefused(UUID deliveryId, String areaCode, int row) implements MatchEvent {}
}
