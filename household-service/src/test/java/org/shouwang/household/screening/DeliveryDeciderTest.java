package org.shouwang.household.screening;

import static org.shouwang.household.screening.Delivery.Refusal.*;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.screening.DeliveryCommand.*;
import org.shouwang.household.screening.DeliveryEvent.*;
import org.shouwang.household.screening.MatchCommand.*;
import org.shouwang.household.screening.MatchDecider.Rows;
import org.shouwang.household.screening.MatchEvent.*;

class DeliveryDeciderTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-0000000000d1");
    private static final ScreeningBatchReceived RECEIVED =
            new ScreeningBatchReceived("MEDINS", "610727000000", "2021-09", "W-MED-1", Format.CSV, "ab", 3, 1);
    private static final ScreeningBatchReceived OTHER =
            new ScreeningBatchReceived("MEDINS", "610727000000", "2021-10", "W-MED-1", Format.CSV, "ab", 3, 1);
    private static final ScreeningBatchMatched MATCHED = new ScreeningBatchMatched(1, 0, 1);
    private static final SuggestionRefused REFUSED = new SuggestionRefused(ID, "610727105208", 3);

    private final Spec<DeliveryCommand, Delivery, DeliveryEvent> delivery = Spec.of(new DeliveryDecider());
    private final Spec<MatchCommand, Rows, MatchEvent> rows = Spec.of(new MatchDecider());

    @Test
    void a_delivery_is_received_once() {
        delivery.given().when(new Receive(RECEIVED)).then(RECEIVED);
        delivery.given(RECEIVED).when(new Receive(RECEIVED)).thenNothing();
        delivery.given(RECEIVED, MATCHED).when(new Receive(RECEIVED)).thenNothing();
        delivery.given(RECEIVED).when(new Receive(OTHER)).thenRefused(DELIVERY_ALREADY_RECEIVED);
    }

    @Test
    void a_delivery_is_matched_once() {
        delivery.given().when(new Finish(MATCHED)).thenRefused(DELIVERY_UNKNOWN);
        delivery.given(RECEIVED).when(new Finish(MATCHED)).then(MATCHED);
        delivery.given(RECEIVED, MATCHED).when(new Finish(MATCHED)).thenNothing();
    }

    @Test
    void what_was_decided_about_a_row_stays() {
        rows.given().when(new Refuse(REFUSED)).then(REFUSED);
        rows.given(REFUSED).when(new Refuse(REFUSED)).thenNothing();
        rows.given(REFUSED)
                .when(new Match(new ScreeningRowsMatched(ID, "610727105208", "MEDINS", "2021-09", java.util.List.of())))
                .thenRefused(SUGGESTION_DECIDED);
    }
}
