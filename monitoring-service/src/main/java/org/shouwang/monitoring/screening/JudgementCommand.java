package org.shouwang.monitoring.screening;

import org.shouwang.monitoring.screening.JudgementEvent.ScreeningRowsJudged;

/** Everything one can ask about rows that the rules have spoken of. */
public sealed interface JudgementCommand {

    record Note(ScreeningRowsJudged judged) implements JudgementCommand {}
}
