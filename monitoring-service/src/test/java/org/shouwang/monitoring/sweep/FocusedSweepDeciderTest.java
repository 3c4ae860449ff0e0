package org.shouwang.monitoring.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.sweep.FocusedSweepRefusal.*;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.sweep.FocusedSweepCommand.*;
import org.shouwang.monitoring.sweep.FocusedSweepEvent.*;

class FocusedSweepDeciderTest {

    private static final String TOWN = "610727105000";
    private static final LocalDate FROM = LocalDate.of(2021, 10, 8);
    private static final LocalDate TO = LocalDate.of(2021, 10, 31);
    private static final SweepStarted STARTED =
            new SweepStarted(TOWN, "集中排查", FROM, TO, null, null, List.of(FocusGroup.ILLNESS));
    private static final SweepFinished FINISHED = new SweepFinished(TO, 0, null, 0L);

    private final Spec<FocusedSweepCommand, FocusedSweep, FocusedSweepEvent> sweep = Spec.of(new FocusedSweepDecider());

    @Test
    void a_sweep_begins_once() {
        sweep.given().when(start("集中排查", FROM, TO)).then(STARTED);
        sweep.given(STARTED).when(start("集中排查", FROM, TO)).thenNothing();
        sweep.given(STARTED).when(start("另一次", FROM, TO)).thenRefused(SWEEP_EXISTS);
        sweep.given(STARTED, FINISHED).when(start("集中排查", FROM, TO)).thenNothing();
        sweep.given(STARTED, FINISHED).when(start("另一次", FROM, TO)).thenRefused(SWEEP_EXISTS);
    }

    @Test
    void it_has_a_name_and_days_in_order() {
        sweep.given().when(start(" ", FROM, TO)).thenRefused(SWEEP_INCOMPLETE);
        sweep.given().when(start(null, FROM, TO)).thenRefused(SWEEP_INCOMPLETE);
        sweep.given().when(start("集中排查", TO, FROM)).thenRefused(SWEEP_INCOMPLETE);
        sweep.given()
                .when(start("集中排查", FROM, FROM))
                .then(new SweepStarted(TOWN, "集中排查", FROM, FROM, null, null, List.of(FocusGroup.ILLNESS)));
        sweep.given().when(start("联系13900000000", FROM, TO)).thenRefused(SENSITIVE_TEXT, "name");
    }

    @Test
    void months_of_income_come_in_pairs_and_in_order() {
        var october = YearMonth.of(2020, 10);
        var september = YearMonth.of(2021, 9);
        sweep.given()
                .when(asking(october, september))
                .then(new SweepStarted(TOWN, "集中排查", FROM, TO, october, september, List.of()));
        sweep.given()
                .when(asking(october, october))
                .then(new SweepStarted(TOWN, "集中排查", FROM, TO, october, october, List.of()));
        sweep.given().when(asking(september, october)).thenRefused(SWEEP_INCOMPLETE);
        sweep.given().when(asking(october, null)).thenRefused(SWEEP_INCOMPLETE);
        sweep.given().when(asking(null, october)).thenRefused(SWEEP_INCOMPLETE);
    }

    @Test
    void it_ends_once_and_before_all_were_seen_only_for_a_reason() {
        sweep.given(STARTED).when(new Finish(TO, 0, 0, null)).then(FINISHED);
        sweep.given(STARTED).when(new Finish(TO, 3, 11, " ")).thenRefused(UNCHECKED_LEFT, "3");
        sweep.given(STARTED).when(new Finish(TO, 3, 11, "长期外出")).then(new SweepFinished(TO, 3, "长期外出", 11L));
        sweep.given(STARTED, FINISHED).when(new Finish(TO, 2, 7, null)).thenNothing();
        sweep.given(STARTED, FINISHED)
                .when(new Finish(TO.plusDays(1), 0, 0, null))
                .thenRefused(SWEEP_FINISHED);
        sweep.given().when(new Finish(TO, 0, 0, null)).thenRefused(SWEEP_UNKNOWN);
        sweep.given(STARTED)
                .when(new Finish(FROM.minusDays(1), 0, 0, null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-10-08");
        sweep.given(STARTED).when(new Finish(TO, 1, 4, "联系13900000000")).thenRefused(SENSITIVE_TEXT, "reason");
    }

    @Test
    void what_ended_before_persons_were_counted_is_read_without_them() throws IOException {
        assertThat(Json.MAPPER.readValue(
                        "{\"on\":\"2021-10-31\",\"unchecked\":3,\"reason\":\"长期外出\"}", SweepFinished.class))
                .isEqualTo(new SweepFinished(TO, 3, "长期外出", null));
    }

    private static Start start(String name, LocalDate from, LocalDate to) {
        return new Start(TOWN, name, from, to, null, null, List.of(FocusGroup.ILLNESS));
    }

    private static Start asking(YearMonth from, YearMonth to) {
        return new Start(TOWN, "集中排查", FROM, TO, from, to, List.of());
    }
}
