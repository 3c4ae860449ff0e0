package org.shouwang.monitoring.patrol;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.patrol.PatrolRefusal.*;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.patrol.GridWeekCommand.*;
import org.shouwang.monitoring.patrol.GridWeekEvent.*;

/** The rules of a grid's weekly report: one a week, by its grid member, and never all normal in a week with a risk. */
final class GridWeekDecider implements Decider<GridWeekCommand, GridWeek, GridWeekEvent> {

    private record On(GridWeekCommand command, GridWeek state) {}

    @Override
    public Decision<GridWeekEvent> decide(GridWeekCommand command, GridWeek state) {
        return switch (new On(command, state)) {
            case On(Report c, GridWeek(GridWeekReported reported))
            when reported != null -> reported(c).equals(reported) ? nothing() : refuse(WEEK_ALREADY_REPORTED);
            case On(Report c, GridWeek _) -> report(c);
        };
    }

    private static Decision<GridWeekEvent> report(Report c) {
        if (c.reportedOn().isBefore(c.week().monday()))
            return refuse(WEEK_NOT_BEGUN, c.week().monday().toString());
        if (!PersonCode.ok(c.reporter())) return refuse(PERSON_CODE, "reporter");
        if (c.own() != null && !c.own().equals(c.reporter())) return refuse(PATROL_OF_ANOTHER);
        if (!c.carers().contains(c.reporter())) return refuse(NOT_THE_GRIDS_MEMBER, c.gridCode());
        if (c.normal() && c.risks() > 0) return refuse(NOT_ALL_NORMAL, Integer.toString(c.risks()));
        if (!c.normal() && (c.note() == null || c.note().isBlank())) return refuse(WEEK_NOTE_REQUIRED);
        if (!SensitiveText.numbersIn(c.note()).isEmpty()) return refuse(SENSITIVE_TEXT, "note");
        return accept(reported(c));
    }

    private static GridWeekReported reported(Report c) {
        return new GridWeekReported(
                c.areaCode(), c.gridCode(), c.week().toString(), c.reportedOn(), c.reporter(), c.normal(), c.note());
    }

    @Override
    public GridWeek initial() {
        return new GridWeek(null);
    }

    @Override
    public GridWeek evolve(GridWeek state, GridWeekEvent event) {
        return switch (event) {
            case GridWeekReported e -> new GridWeek(e);
        };
    }
}
