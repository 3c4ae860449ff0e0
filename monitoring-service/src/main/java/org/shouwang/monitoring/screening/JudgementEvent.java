package org.shouwang.monitoring.screening;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What the rules said of the rows that came together; a stream for each such page. */
public sealed interface JudgementEvent {

    /**
     * @param threshold that was reached; null where the fact was enough
     * @param fresh false: an earlier delivery, or an earlier row, had raised the clue already
     */
    record Hit(String ruleId, String period, BigDecimal threshold, UUID clueId, boolean fresh) {}

    record Result(int row, Judge.Outcome outcome, List<Hit> hits) {}

    record ScreeningRowsJudged(UUID deliveryId, String areaCode, List<Result> results) implements JudgementEvent {}
}
