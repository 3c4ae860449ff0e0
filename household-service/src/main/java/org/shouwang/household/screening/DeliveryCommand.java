package org.shouwang.household.screening;

import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchMatched;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchReceived;

/** Everything one can ask of a delivery. */
sealed interface DeliveryCommand {

    record Receive(ScreeningBatchReceived batch) implements DeliveryCommand {}

    record Finish(ScreeningBatchMatched counts) implements DeliveryCommand {}
}
