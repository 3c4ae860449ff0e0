package org.shouwang.household.screening;

import org.shouwang.household.screening.MatchEvent.ScreeningRowsMatched;
import org.shouwang.household.screening.MatchEvent.SuggestionRefused;

/** Everything one can ask about rows of a delivery. */
sealed interface MatchCommand {

    record Match(ScreeningRowsMatched rows) implements MatchCommand {}

    record Refuse(SuggestionRefused row) implements MatchCommand {}
}
