package org.shouwang.household.screening;

import static org.shouwang.household.screening.Delivery.Refusal.*;

import java.util.List;
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
    private static final ScreeningBatchReceived RECEIVED = received("2021-09", null);
    private static final ScreeningBatchReceived OTHER = received("2021-10", null);
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
        var stray = new ScreeningBatchReceived(
                "HOSPITAL", "610727000000", "2021-09", "W-MED-1", RECEIVED.format(), "ab", 3, 1, null);
        delivery.given().when(new Receive(stray)).thenRefused(DEPARTMENT_UNKNOWN, "HOSPITAL");
    }

    @Test
    void a_delivery_is_matched_once() {
        delivery.given().when(new Finish(MATCHED)).thenRefused(DELIVERY_UNKNOWN);
        delivery.given(RECEIVED).when(new Finish(MATCHED)).then(MATCHED);
        delivery.given(RECEIVED, MATCHED).when(new Finish(MATCHED)).thenNothing();
    }

    @Test
    void a_delivery_is_closed_when_every_row_is_settled() {
        delivery.given().when(closing(null)).thenRefused(DELIVERY_UNKNOWN);
        delivery.given(RECEIVED).when(closing(null)).thenRefused(DELIVERY_NOT_MATCHED);
        delivery.given(RECEIVED, MATCHED).when(new Close(closed(null), 2, true)).thenRefused(ROWS_OPEN, "2");
        delivery.given(RECEIVED, MATCHED).when(closing(null)).then(closed(null));
        delivery.given(RECEIVED, MATCHED, closed(null)).when(closing(null)).thenNothing();
        delivery.given(RECEIVED, MATCHED, closed(null))
                .when(closing(TotalReason.NUMBER_WRONG))
                .thenRefused(DELIVERY_CLOSED);
        delivery.given(RECEIVED, MATCHED, closed(null))
                .when(new Finish(MATCHED))
                .thenNothing();
        delivery.given(RECEIVED, MATCHED, closed(null))
                .when(new Receive(RECEIVED))
                .thenNothing();
        delivery.given(RECEIVED, MATCHED, closed(null)).when(new Receive(OTHER)).thenRefused(DELIVERY_ALREADY_RECEIVED);
    }

    @Test
    void a_total_that_is_not_that_of_the_rows_is_explained_before_the_delivery_is_closed() {
        var stated = received("2021-09", 2);
        delivery.given(stated, MATCHED).when(closing(null)).thenRefused(TOTAL_DISAGREES, "statedTotal=2", "rows=3");
        delivery.given(stated, MATCHED).when(closing(TotalReason.NUMBER_WRONG)).then(closed(TotalReason.NUMBER_WRONG));
        delivery.given(stated, MATCHED)
                .when(closing(TotalReason.LISTED_TWICE, 3))
                .then(closed(TotalReason.LISTED_TWICE, 3));

        delivery.given(stated, MATCHED)
                .when(closing(TotalReason.NUMBER_WRONG, 3))
                .thenRefused(TOTAL_REASON_UNFIT);
        delivery.given(stated, MATCHED).when(closing(TotalReason.LISTED_TWICE)).thenRefused(TOTAL_REASON_UNFIT);
        delivery.given(stated, MATCHED)
                .when(closing(TotalReason.LISTED_TWICE, 2, 3))
                .thenRefused(TOTAL_REASON_UNFIT);
        delivery.given(stated, MATCHED)
                .when(new Close(closed(TotalReason.LISTED_TWICE, 9), 0, false))
                .thenRefused(TOTAL_REASON_UNFIT);
    }

    @Test
    void a_list_that_is_too_short_repeats_nothing_and_one_that_agrees_has_nothing_to_explain() {
        var longer = received("2021-09", 4);
        delivery.given(longer, MATCHED)
                .when(closing(TotalReason.LISTED_TWICE, 3))
                .thenRefused(TOTAL_REASON_UNFIT);
        delivery.given(longer, MATCHED).when(closing(TotalReason.NUMBER_WRONG)).then(closed(TotalReason.NUMBER_WRONG));
        for (var agrees : List.of(RECEIVED, received("2021-09", 3))) {
            delivery.given(agrees, MATCHED)
                    .when(closing(TotalReason.NUMBER_WRONG))
                    .thenRefused(TOTAL_REASON_UNFIT);
            delivery.given(agrees, MATCHED).when(closing(null, 3)).thenRefused(TOTAL_REASON_UNFIT);
            delivery.given(agrees, MATCHED).when(closing(null)).then(closed(null));
        }
    }

    private static ScreeningBatchReceived received(String period, Integer statedTotal) {
        return new ScreeningBatchReceived(
                "MEDINS", "610727000000", period, "W-MED-1", Format.CSV, "ab", 3, 1, statedTotal);
    }

    private static Close closing(TotalReason reason, Integer... repeated) {
        return new Close(closed(reason, repeated), 0, true);
    }

    private static ScreeningBatchClosed closed(TotalReason reason, Integer... repeated) {
        return new ScreeningBatchClosed(reason, List.of(repeated));
    }

    @Test
    void what_was_decided_about_a_row_stays() {
        rows.given().when(new Refuse(REFUSED)).then(REFUSED);
        rows.given(REFUSED).when(new Refuse(REFUSED)).thenNothing();
        rows.given(REFUSED)
                .when(new Match(new ScreeningRowsMatched(ID, "610727105208", "MEDINS", "2021-09", List.of())))
                .thenRefused(SUGGESTION_DECIDED);
    }
}
