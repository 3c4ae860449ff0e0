package org.shouwang.monitoring.patrol;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.patrol.GridMonthCommand.*;
import org.shouwang.monitoring.patrol.GridMonthEvent.*;

/** A month is closed once. */
final class GridMonthDecider implements Decider<GridMonthCommand, GridMonth, GridMonthEvent> {

    private record On(GridMonthCommand command, GridMonth state) {}

    @Override
    public Decision<GridMonthEvent> decide(GridMonthCommand command, GridMonth state) {
        return switch (new On(command, state)) {
            case On(Close _, GridMonth(GridMonthClosed closed)) when closed != null -> nothing();
            case On(Close c, GridMonth _) ->
                accept(new GridMonthClosed(
                        c.areaCode(), c.gridCode(), c.month(), c.households(), c.reached(), c.missed(), c.persons()));
        };
    }

    @Override
    public GridMonth initial() {
        return new GridMonth(null);
    }

    @Override
    public GridMonth evolve(GridMonth state, GridMonthEvent event) {
        return switch (event) {
            case GridMonthClosed e -> new GridMonth(e);
        };
    }
}
