package org.shouwang.monitoring.patrol;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.patrol.PatrolRefusal.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.meeting.IsoWeek;
import org.shouwang.monitoring.patrol.GridMonthCommand.Close;
import org.shouwang.monitoring.patrol.GridMonthEvent.GridMonthClosed;
import org.shouwang.monitoring.patrol.GridMonthEvent.Persons;
import org.shouwang.monitoring.patrol.GridWeekCommand.Report;
import org.shouwang.monitoring.patrol.GridWeekEvent.GridWeekReported;

/** A grid's week and a grid's month. */
class GridTimesDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final String GRID = VILLAGE + "-W001";
    private static final IsoWeek WEEK = new IsoWeek(LocalDate.of(2021, 11, 22));
    private static final YearMonth MONTH = YearMonth.of(2021, 11);

    private final Spec<GridWeekCommand, GridWeek, GridWeekEvent> week = Spec.of(new GridWeekDecider());
    private final Spec<GridMonthCommand, GridMonth, GridMonthEvent> month = Spec.of(new GridMonthDecider());

    private LocalDate on = LocalDate.of(2021, 11, 26);
    private String reporter = "grid-member";
    private boolean normal = true;
    private String note;
    private String own = "grid-member";
    private int risks;

    @Test
    void a_week_is_reported_once() {
        week.given().when(report()).then(reported());
        var before = reported();
        week.given(before).when(report()).thenNothing();
        note = "补充";
        week.given(before).when(report()).thenRefused(WEEK_ALREADY_REPORTED);
        on = WEEK.monday();
        week.given().when(report()).then(reported());
        on = WEEK.monday().minusDays(1);
        week.given().when(report()).thenRefused(WEEK_NOT_BEGUN, "2021-11-22");
    }

    @Test
    void not_all_is_normal_in_a_week_with_a_risk() {
        risks = 1;
        week.given().when(report()).thenRefused(NOT_ALL_NORMAL, "1");
        normal = false;
        week.given().when(report()).thenRefused(WEEK_NOTE_REQUIRED);
        note = "一户主要劳动力住院，已上报线索";
        week.given().when(report()).then(reported());
        note = "户主电话13900000000";
        week.given().when(report()).thenRefused(SENSITIVE_TEXT, "note");
    }

    @Test
    void who_looks_after_the_grid_reports() {
        reporter = "other-member";
        week.given().when(report()).thenRefused(PATROL_OF_ANOTHER);
        own = null;
        week.given().when(report()).thenRefused(NOT_THE_GRIDS_MEMBER, GRID);
        reporter = "某某";
        week.given().when(report()).thenRefused(PERSON_CODE, "reporter");
        reporter = "grid-member";
        week.given().when(report()).then(reported());
    }

    @Test
    void a_month_is_closed_once() {
        var persons = new Persons(10, 7, 3);
        var close = new Close(VILLAGE, GRID, MONTH, 3, 2, List.of(new UUID(0, 1)), persons);
        var closed = new GridMonthClosed(VILLAGE, GRID, MONTH, 3, 2, List.of(new UUID(0, 1)), persons);
        month.given().when(close).then(closed);
        month.given(closed)
                .when(new Close(VILLAGE, GRID, MONTH, 3, 3, List.of(), new Persons(10, 10, 0)))
                .thenNothing();
    }

    private Report report() {
        return new Report(
                VILLAGE, GRID, WEEK, on, reporter, normal, note, List.of("grid-member", "second"), own, risks);
    }

    private GridWeekReported reported() {
        return new GridWeekReported(VILLAGE, GRID, "2021-W47", on, reporter, normal, note);
    }
}
