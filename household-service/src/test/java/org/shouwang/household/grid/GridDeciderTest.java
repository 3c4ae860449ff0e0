package org.shouwang.household.grid;

import static org.shouwang.household.grid.Grid.Refusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.grid.GridCommand.*;
import org.shouwang.household.grid.GridEvent.*;

class GridDeciderTest {

    private static final String GRID = "610727105208-W001";
    private static final String GROUP = "610727105208-Z01";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
    private static final Carer HE = new Carer("周壬", "13900000000", LocalDate.of(1960, 1, 2));
    private static final GridDefined DEFINED = new GridDefined(GRID, List.of(GROUP), List.of(), DAY);
    private static final GridMemberAssigned ASSIGNED = new GridMemberAssigned(GRID, "grid-1", HE, DAY);
    private static final GridMemberReleased RELEASED = new GridMemberReleased(GRID, "grid-1", "换届", DAY.plusDays(30));

    private final Spec<GridCommand, Grid, GridEvent> grid = Spec.of(new GridDecider());

    @Test
    void a_grid_is_laid_out_and_laid_out_anew() {
        grid.given().when(define(GRID, List.of(GROUP), DAY)).then(DEFINED);
        grid.given(DEFINED).when(define(GRID, List.of(GROUP), DAY)).thenNothing();
        var wider = new GridDefined(GRID, List.of(GROUP, "610727105208-Z02"), List.of(), DAY.plusDays(1));
        grid.given(DEFINED)
                .when(define(GRID, wider.groupCodes(), DAY.plusDays(1)))
                .then(wider);
        grid.given(DEFINED)
                .when(define(GRID, wider.groupCodes(), DAY.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, DAY.toString());
    }

    @Test
    void it_covers_groups_of_its_village_or_households_each_once() {
        grid.given().when(define("610727105208-W1", List.of(GROUP), DAY)).thenRefused(GRID_CODE, "610727105208-W1");
        grid.given()
                .when(define(GRID, List.of("610727105207-Z01"), DAY))
                .thenRefused(GROUP_OUTSIDE, "610727105207-Z01");
        grid.given().when(define(GRID, List.of(GROUP, GROUP), DAY)).thenRefused(GROUP_OUTSIDE);
        grid.given().when(define(GRID, List.of(), DAY)).thenRefused(GRID_EMPTY);
        var house = new UUID(0, 1);
        grid.given()
                .when(new Define(GRID, List.of(), List.of(house, house), DAY))
                .thenRefused(HOUSEHOLD_OUTSIDE);
        grid.given()
                .when(new Define(GRID, List.of(), List.of(house), DAY))
                .then(new GridDefined(GRID, List.of(), List.of(house), DAY));
    }

    @Test
    void members_come_once_and_go_once() {
        grid.given(DEFINED).when(new Assign("grid-1", HE, DAY)).then(ASSIGNED);
        grid.given(DEFINED, ASSIGNED).when(new Assign("grid-1", HE, DAY)).thenNothing();
        grid.given(DEFINED, ASSIGNED)
                .when(new Assign("grid-1", HE, DAY.plusDays(1)))
                .thenRefused(ALREADY_ASSIGNED);
        grid.given(DEFINED)
                .when(new Assign("grid-1", new Carer(" ", null, null), DAY))
                .thenRefused(NAME_EMPTY);
        grid.given(DEFINED, ASSIGNED)
                .when(new Release("grid-1", "换届", RELEASED.to()))
                .then(RELEASED);
        grid.given(DEFINED, ASSIGNED, RELEASED)
                .when(new Release("grid-1", "换届", RELEASED.to()))
                .thenNothing();
        grid.given(DEFINED, ASSIGNED, RELEASED)
                .when(new Release("grid-1", "年龄", RELEASED.to()))
                .thenRefused(NOT_ASSIGNED);
        grid.given(DEFINED, ASSIGNED).when(new Release("grid-1", " ", DAY)).thenRefused(REASON_REQUIRED);
        grid.given(DEFINED, ASSIGNED)
                .when(new Release("grid-1", "换届", DAY.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, DAY.toString());
    }

    @Test
    void who_was_released_comes_back_on_a_later_day() {
        grid.given(DEFINED, ASSIGNED, RELEASED)
                .when(new Assign("grid-1", HE, RELEASED.to()))
                .thenRefused(DATE_OUT_OF_ORDER, RELEASED.to().toString());
        var again = RELEASED.to().plusDays(1);
        grid.given(DEFINED, ASSIGNED, RELEASED)
                .when(new Assign("grid-1", HE, again))
                .then(new GridMemberAssigned(GRID, "grid-1", HE, again));
    }

    @Test
    void nothing_is_known_of_a_grid_before_it_is_laid_out() {
        grid.given().when(new Assign("grid-1", HE, DAY)).thenRefused(GRID_UNKNOWN);
        grid.given().when(new Release("grid-1", "换届", DAY)).thenRefused(GRID_UNKNOWN);
    }

    private static Define define(String grid, List<String> groups, LocalDate from) {
        return new Define(grid, groups, List.of(), from);
    }
}
