package org.shouwang.household.duplicate;

import static org.shouwang.eventsourcing.Decision.*;
import static org.shouwang.household.duplicate.Duplicate.Refusal.*;

import java.time.LocalDate;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.duplicate.Duplicate.*;
import org.shouwang.household.duplicate.DuplicateCommand.*;
import org.shouwang.household.duplicate.DuplicateEvent.*;

/** The rules: told once for each county that asks, settled by the member's leaving or by the village's word, and open anew when it is asked for again. */
final class DuplicateDecider implements Decider<DuplicateCommand, Duplicate, DuplicateEvent> {

    private record On(DuplicateCommand command, Duplicate state) {}

    @Override
    public Decision<DuplicateEvent> decide(DuplicateCommand command, Duplicate state) {
        return switch (new On(command, state)) {
            case On(Detect c, Known s)
            when s.open() && c.county().equals(s.detected().county()) -> nothing();
            case On(Detect c, Duplicate _) ->
                accept(new DuplicateIdDetected(c.householdId(), c.memberId(), c.areaCode(), c.county(), c.on()));

            case On(Refuse c, Known s)
            when !s.open() -> stays(c, s).equals(s.resolved()) ? nothing() : refuse(DUPLICATE_RESOLVED);
            case On(Refuse c, Known _)
            when c.statement() == null || c.statement().isBlank() -> refuse(REASON_REQUIRED);
            case On(Refuse c, Known s)
            when c.on().isBefore(s.detected().on()) ->
                refuse(DATE_OUT_OF_ORDER, s.detected().on().toString());
            case On(Refuse c, Known s) -> accept(stays(c, s));

            case On(Leave c, Known s) -> s.open() ? accept(resolved(s, false, null, c.on())) : nothing();

            case On(Move c, Known s) ->
                c.toArea().equals(s.areaCode())
                        ? nothing()
                        : accept(new DuplicateIdMoved(s.detected().householdId(), s.areaCode(), c.toArea(), c.on()));

            case On(DuplicateCommand _, Unknown _) -> refuse(DUPLICATE_UNKNOWN);
        };
    }

    @Override
    public Duplicate initial() {
        return new Unknown();
    }

    @Override
    public Duplicate evolve(Duplicate state, DuplicateEvent event) {
        return switch (event) {
            case DuplicateIdDetected e -> new Known(e, e.areaCode(), null);
            case DuplicateIdResolved e when state instanceof Known s -> new Known(s.detected(), s.areaCode(), e);
            case DuplicateIdMoved e when state instanceof Known s -> new Known(s.detected(), e.to(), s.resolved());
            case DuplicateIdResolved _, DuplicateIdMoved _ -> state;
        };
    }

    private static DuplicateIdResolved stays(Refuse c, Known s) {
        return resolved(s, true, new Statement(c.statement()), c.on());
    }

    private static DuplicateIdResolved resolved(Known s, boolean stays, Statement statement, LocalDate on) {
        return new DuplicateIdResolved(s.detected().householdId(), s.detected().memberId(), stays, statement, on);
    }
}
