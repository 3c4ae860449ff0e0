package org.shouwang.household.screening;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.screening.MatchCommand.*;
import org.shouwang.household.screening.MatchDecider.Rows;
import org.shouwang.household.screening.MatchEvent.*;

/** What was decided about rows is decided once: a repeat changes nothing, another decision is refused. */
final class MatchDecider implements Decider<MatchCommand, Rows, MatchEvent> {

    /** @param decision null while there is none */
    record Rows(MatchEvent decision) {

        String areaCode() {
            return switch (decision) {
                case ScreeningRowsMatched e -> e.areaCode();
                case SuggestionRefused e -> e.areaCode();
                case null -> null;
            };
        }
    }

    @Override
    public Decision<MatchEvent> decide(MatchCommand command, Rows state) {
        var event =
                switch (command) {
                    case Match(var rows) -> rows;
                    case Refuse(var row) -> row;
                };
        if (state.decision() == null) return accept(event);
        return state.decision().equals(event) ? nothing() : refuse(Delivery.Refusal.SUGGESTION_DECIDED);
    }

    @Override
    public Rows initial() {
        return new Rows(null);
    }

    @Override
    public Rows evolve(Rows state, MatchEvent event) {
        return new Rows(event);
    }
}
