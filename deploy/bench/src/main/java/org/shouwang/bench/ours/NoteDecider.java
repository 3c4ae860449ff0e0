package org.shouwang.bench.ours;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;

import java.math.BigDecimal;
import org.shouwang.bench.NoteEvent;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.journal.Refusal;

/** Accepts statements until there are more than anybody makes. */
final class NoteDecider implements Decider<Note, NoteDecider.Noted, NoteEvent> {

    private static final int MOST = 100_000;

    /**
     * What was noted so far.
     *
     * @param area null: nothing
     */
    record Noted(String area, int statements, BigDecimal total) {}

    @Override
    public Decision<NoteEvent> decide(Note command, Noted noted) {
        return noted.statements() < MOST ? accept(command.statements()) : refuse(Refusal.NOT_FOUND);
    }

    @Override
    public Noted initial() {
        return new Noted(null, 0, BigDecimal.ZERO);
    }

    @Override
    public Noted evolve(Noted noted, NoteEvent event) {
        return switch (event) {
            case NoteEvent.IncomeNoted e ->
                new Noted(e.area(), noted.statements() + 1, noted.total().add(total(e)));
        };
    }

    static BigDecimal total(NoteEvent.IncomeNoted event) {
        return event.sources().stream().map(NoteEvent.Source::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
