package org.shouwang.monitoring.sweep;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.sweep.FocusedSweepRefusal.*;

import java.util.stream.Stream;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.sweep.FocusedSweep.*;
import org.shouwang.monitoring.sweep.FocusedSweepEvent.SweepStarted;
import org.shouwang.monitoring.sweep.SweepCheckCommand.*;
import org.shouwang.monitoring.sweep.SweepCheckEvent.*;

/** A household that was not seen is seen later; one that was found without risk can still be suspected; a suspicion is answered by its clue. */
final class SweepCheckDecider implements Decider<SweepCheckCommand, SweepCheck, SweepCheckEvent> {

    private record On(CheckHousehold command, FocusedSweep sweep, SweepHouseholdChecked last) {}

    @Override
    public Decision<SweepCheckEvent> decide(SweepCheckCommand command, SweepCheck state) {
        return switch (command) {
            case CheckHousehold c ->
                switch (new On(c, c.sweep(), state.last())) {
                    case On(CheckHousehold _, Unknown _, SweepHouseholdChecked _) -> refuse(SWEEP_UNKNOWN);
                    case On(CheckHousehold same, FocusedSweep _, SweepHouseholdChecked last)
                    when last != null && checked(same).equals(last) -> nothing();
                    case On(CheckHousehold _, Finished _, SweepHouseholdChecked _) -> refuse(SWEEP_FINISHED);
                    case On(CheckHousehold _, Running _, SweepHouseholdChecked last)
                    when last != null && last.result() == SweepResult.SUSPECTED -> refuse(ALREADY_SUSPECTED);
                    case On(CheckHousehold _, Running running, SweepHouseholdChecked _) -> check(c, running);
                };
        };
    }

    private static Decision<SweepCheckEvent> check(CheckHousehold c, Running sweep) {
        var area = c.household().areaCode();
        var started = sweep.started();
        if (c.household().endedOn() != null
                && !c.checkedOn().isBefore(c.household().endedOn())) return refuse(HOUSEHOLD_ENDED);
        if (Stream.concat(Stream.of(area), c.former().stream())
                .noneMatch(code -> code.startsWith(Actor.scope(started.areaCode()))))
            return refuse(OUTSIDE_SWEEP, area);
        if (c.checkedOn().isBefore(started.from()) || c.checkedOn().isAfter(started.to()))
            return refuse(OUTSIDE_SWEEP, started.from() + "/" + started.to());
        if (c.result() != SweepResult.NO_RISK && (c.note() == null || c.note().isBlank()))
            return refuse(SWEEP_NOTE_REQUIRED);
        if (!SensitiveText.numbersIn(c.note()).isEmpty()) return refuse(SENSITIVE_TEXT, "note");
        return safeguards(c, started);
    }

    /** A check that is cited was made during the sweep, and nobody is without a risk where it found an item not met or at risk. */
    private static Decision<SweepCheckEvent> safeguards(CheckHousehold c, SweepStarted started) {
        var safeguards = c.safeguards();
        if (safeguards == null) return income(c, started);
        if (safeguards.checkedOn().isBefore(started.from())
                || safeguards.checkedOn().isAfter(started.to()))
            return refuse(SAFEGUARDS_OUTSIDE_SWEEP, safeguards.checkedOn().toString());
        if (c.result() == SweepResult.NO_RISK && safeguards.anyBad())
            return refuse(
                    SAFEGUARDS_NOT_MET,
                    safeguards.items().stream()
                            .filter(item -> item.result().bad())
                            .map(item -> item.indicator().name())
                            .toList());
        return income(c, started);
    }

    /** Who was seen shows what the household lives on, where the policy asks that of it; a suspicion never stands without. */
    private static Decision<SweepCheckEvent> income(CheckHousehold c, SweepStarted started) {
        var statement = c.statement();
        if (statement == null)
            return asked(c)
                    ? refuse(
                            INCOME_STATEMENT_REQUIRED,
                            c.household().registeredType().name())
                    : accept(checked(c));
        if (statement.state() == IncomeFact.State.SUPERSEDED) return refuse(STATEMENT_SUPERSEDED);
        if (started.incomeFrom() != null
                && !(statement.from().equals(started.incomeFrom())
                        && statement.to().equals(started.incomeTo())))
            return refuse(INCOME_WINDOW_MISMATCH, started.incomeFrom() + ".." + started.incomeTo());
        if (c.result() != SweepResult.NO_RISK) return accept(checked(c));
        Decision<SweepCheckEvent> flaw = started.incomeFrom() != null || c.window() == null
                ? statement.flaw()
                : c.window().flaw(statement);
        return flaw == null ? accept(checked(c)) : flaw;
    }

    private static boolean asked(CheckHousehold c) {
        return c.incomeAsked() != null
                && switch (c.result()) {
                    case UNREACHED -> false;
                    case SUSPECTED -> true;
                    case NO_RISK ->
                        c.incomeAsked().contains(c.household().registeredType().name());
                };
    }

    private static SweepHouseholdChecked checked(CheckHousehold c) {
        return new SweepHouseholdChecked(
                c.sweepId(),
                c.household().id(),
                c.household().areaCode(),
                c.result(),
                c.checkedOn(),
                c.note(),
                c.statement() == null ? null : c.statement().id(),
                c.result() == SweepResult.SUSPECTED ? c.clueId() : null,
                c.safeguards() == null ? null : c.safeguards().id());
    }

    @Override
    public SweepCheck initial() {
        return new SweepCheck(null);
    }

    @Override
    public SweepCheck evolve(SweepCheck state, SweepCheckEvent event) {
        return switch (event) {
            case SweepHouseholdChecked e -> new SweepCheck(e);
        };
    }
}
