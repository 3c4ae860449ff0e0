package org.shouwang.household.screening;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.codes.Department;
import org.shouwang.household.screening.Delivery.*;
import org.shouwang.household.screening.DeliveryCommand.*;
import org.shouwang.household.screening.DeliveryEvent.*;

/** A delivery is received once and matched once, and closed when a total that it states has been held against its rows. */
final class DeliveryDecider implements Decider<DeliveryCommand, Delivery, DeliveryEvent> {

    private record On(DeliveryCommand command, Delivery state) {}

    @Override
    public Decision<DeliveryEvent> decide(DeliveryCommand command, Delivery state) {
        return switch (new On(command, state)) {
            case On(Receive c, Unknown _)
            when !Department.known(c.batch().dept()) ->
                refuse(Refusal.DEPARTMENT_UNKNOWN, c.batch().dept());
            case On(Receive c, Unknown _) -> accept(c.batch());
            case On(Receive c, Delivery s) when c.batch().equals(s.received()) -> nothing();
            case On(Receive _, Delivery _) -> refuse(Refusal.DELIVERY_ALREADY_RECEIVED);
            case On(Finish _, Unknown _) -> refuse(Refusal.DELIVERY_UNKNOWN);
            case On(Finish c, Received _) -> accept(c.counts());
            case On(Finish _, Matched _) -> nothing();
            case On(Finish _, Closed _) -> nothing();
            case On(Close _, Unknown _) -> refuse(Refusal.DELIVERY_UNKNOWN);
            case On(Close _, Received _) -> refuse(Refusal.DELIVERY_NOT_MATCHED);
            case On(Close c, Matched s) -> close(c, new StatedTotal(s.batch()));
            case On(Close c, Closed s) when c.closed().equals(s.as()) -> nothing();
            case On(Close _, Closed _) -> refuse(Refusal.DELIVERY_CLOSED);
        };
    }

    private static Decision<DeliveryEvent> close(Close c, StatedTotal total) {
        var closed = c.closed();
        if (c.open() > 0) return refuse(Refusal.ROWS_OPEN, Integer.toString(c.open()));
        if (!total.agrees() && closed.reason() == null)
            return refuse(Refusal.TOTAL_DISAGREES, "statedTotal=" + total.stated(), "rows=" + total.rows());
        return c.known() && total.explained(closed.reason(), closed.repeated().size())
                ? accept(closed)
                : refuse(Refusal.TOTAL_REASON_UNFIT);
    }

    @Override
    public Delivery initial() {
        return new Unknown();
    }

    @Override
    public Delivery evolve(Delivery state, DeliveryEvent event) {
        return switch (event) {
            case ScreeningBatchReceived e -> new Received(e);
            case ScreeningBatchMatched _ -> new Matched(state.received());
            case ScreeningBatchClosed e -> new Closed(state.received(), e);
        };
    }
}
