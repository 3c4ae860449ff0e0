package org.shouwang.household.grid;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.grid.Grid.Refusal.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.grid.Grid.Defined;
import org.shouwang.household.grid.Grid.Unknown;
import org.shouwang.household.grid.GridCommand.*;
import org.shouwang.household.grid.GridEvent.*;

/** The rules of a grid: it covers groups or households of its village, and its members come and go in the order of days. */
final class GridDecider implements Decider<GridCommand, Grid, GridEvent> {

    private record On(GridCommand command, Grid state) {}

    @Override
    public Decision<GridEvent> decide(GridCommand command, Grid state) {
        return switch (new On(command, state)) {
            case On(Define c, Grid _)
            when !c.gridCode().matches("[0-9]{12}-W[0-9]{3}") -> refuse(GRID_CODE, c.gridCode());
            case On(Define c, Grid _)
            when !outside(c).isEmpty() || repeats(c.groupCodes()) -> refuse(GROUP_OUTSIDE, outside(c));
            case On(Define c, Grid _) when repeats(c.households()) -> refuse(HOUSEHOLD_OUTSIDE);
            case On(Define c, Grid _)
            when c.groupCodes().isEmpty() && c.households().isEmpty() -> refuse(GRID_EMPTY);
            case On(Define c, Defined s) when defined(c).equals(s.layout()) -> nothing();
            case On(Define c, Defined s)
            when c.from().isBefore(s.layout().from()) ->
                refuse(DATE_OUT_OF_ORDER, s.layout().from().toString());
            case On(Define c, Grid _) -> accept(defined(c));

            case On(Assign c, Defined _)
            when c.carer().name() == null || c.carer().name().isBlank() -> refuse(NAME_EMPTY);
            case On(Assign c, Defined s)
            when s.members().containsKey(c.userId()) ->
                assigned(c, s).equals(s.members().get(c.userId())) ? nothing() : refuse(ALREADY_ASSIGNED);
            case On(Assign c, Defined s)
            when s.released().containsKey(c.userId())
                    && !c.from().isAfter(s.released().get(c.userId()).to()) ->
                refuse(DATE_OUT_OF_ORDER, s.released().get(c.userId()).to().toString());
            case On(Assign c, Defined s) -> accept(assigned(c, s));

            case On(Release c, Defined s)
            when released(c, s).equals(s.released().get(c.userId())) -> nothing();
            case On(Release c, Defined s) when !s.members().containsKey(c.userId()) -> refuse(NOT_ASSIGNED);
            case On(Release c, Defined _) when c.reason() == null || c.reason().isBlank() -> refuse(REASON_REQUIRED);
            case On(Release c, Defined s)
            when c.to().isBefore(s.members().get(c.userId()).from()) ->
                refuse(DATE_OUT_OF_ORDER, s.members().get(c.userId()).from().toString());
            case On(Release c, Defined s) -> accept(released(c, s));

            case On(GridCommand _, Unknown _) -> refuse(GRID_UNKNOWN);
        };
    }

    @Override
    public Grid initial() {
        return new Unknown();
    }

    @Override
    public Grid evolve(Grid state, GridEvent event) {
        return switch (event) {
            case GridDefined e when state instanceof Defined s -> new Defined(e, s.members(), s.released());
            case GridDefined e -> new Defined(e, Map.of(), Map.of());
            case GridMemberAssigned e
            when state instanceof Defined s -> new Defined(s.layout(), with(s.members(), e.userId(), e), s.released());
            case GridMemberReleased e
            when state instanceof Defined s ->
                new Defined(s.layout(), with(s.members(), e.userId(), null), with(s.released(), e.userId(), e));
            case GridMemberAssigned _, GridMemberReleased _ -> state;
        };
    }

    private static GridDefined defined(Define c) {
        return new GridDefined(c.gridCode(), List.copyOf(c.groupCodes()), List.copyOf(c.households()), c.from());
    }

    private static GridMemberAssigned assigned(Assign c, Defined s) {
        return new GridMemberAssigned(s.layout().gridCode(), c.userId(), c.carer(), c.from());
    }

    private static GridMemberReleased released(Release c, Defined s) {
        return new GridMemberReleased(s.layout().gridCode(), c.userId(), c.reason(), c.to());
    }

    private static List<String> outside(Define c) {
        var village = c.gridCode().substring(0, 12);
        return c.groupCodes().stream()
                .filter(g -> !g.matches(village + "-Z[0-9]{2}"))
                .toList();
    }

    private static boolean repeats(List<?> values) {
        return new HashSet<>(values).size() < values.size();
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        var changed = new HashMap<>(map);
        if (value == null) changed.remove(key);
        else changed.put(key, value);
        return Map.copyOf(changed);
    }
}
