package org.shouwang.monitoring.screening;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.screening.JudgementCommand.Note;
import org.shouwang.monitoring.screening.JudgementDecider.Page;
import org.shouwang.monitoring.screening.JudgementEvent.ScreeningRowsJudged;

/** The rules speak once of a page. */
final class JudgementDecider implements Decider<JudgementCommand, Page, JudgementEvent> {

    /** @param areaCode null while nothing is said */
    record Page(String areaCode) {}

    @Override
    public Decision<JudgementEvent> decide(JudgementCommand command, Page state) {
        return switch (command) {
            case Note(var judged) -> state.areaCode() == null ? accept(judged) : nothing();
        };
    }

    @Override
    public Page initial() {
        return new Page(null);
    }

    @Override
    public Page evolve(Page state, JudgementEvent event) {
        return switch (event) {
            case ScreeningRowsJudged e -> new Page(e.areaCode());
        };
    }
}
