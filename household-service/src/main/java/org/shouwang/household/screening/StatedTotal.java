package org.shouwang.household.screening;

import org.shouwang.household.registry.Rule;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchReceived;

/**
 * What a list says of its own length, held against its rows: a stated number must be that of the lines (DQ-27).
 *
 * @param stated null where the list says nothing
 */
record StatedTotal(Integer stated, int rows) {

    static final String RULE = Rule.STATED_TOTAL.code();

    StatedTotal(ScreeningBatchReceived batch) {
        this(batch.statedTotal(), batch.rows());
    }

    boolean agrees() {
        return stated == null || stated == rows;
    }

    /** @param reason null: none is given @param repeated how many rows are said to repeat another */
    boolean explained(TotalReason reason, int repeated) {
        return switch (reason) {
            case null -> agrees() && repeated == 0;
            case NUMBER_WRONG -> !agrees() && repeated == 0;
            case LISTED_TWICE -> !agrees() && repeated > 0 && repeated == rows - stated;
        };
    }

    String zh() {
        return "名单写明共%d，实际列出%d行，相差%d".formatted(stated, rows, Math.abs(rows - stated));
    }

    String en() {
        return "The list states %d and has %d rows, %d apart".formatted(stated, rows, Math.abs(rows - stated));
    }
}
