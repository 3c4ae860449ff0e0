package org.shouwang.household.screening;

import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchClosed;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchMatched;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchReceived;

/** Everything one can ask of a delivery. */
sealed interface DeliveryCommand {

    record Receive(ScreeningBatchReceived batch) implements DeliveryCommand {}

    record Finish(ScreeningBatchMatched counts) implements DeliveryCommand {}

    /**
     * @param open rows that nobody has settled yet
     * @param known whether the delivery has every row that is said to be a repetition
     */
    record Close(ScreeningBatchClosed closed, int open, boolean known) implements DeliveryCommand {}
}
