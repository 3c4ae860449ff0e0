package org.shouwang.monitoring.line;

import static org.shouwang.monitoring.line.LineRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.line.LineCommand.SetLine;
import org.shouwang.monitoring.line.LineEvent.MonitoringLineSet;

class LineDeciderTest {

    private static final String COUNTY = "610727000000";
    private static final LocalDate JANUARY = LocalDate.of(2021, 1, 1);
    private static final String NOTICE = "陕西省2021年监测范围通知";
    private static final MonitoringLineSet SET =
            new MonitoringLineSet(COUNTY, 2021, new BigDecimal("6000.00"), JANUARY, NOTICE);

    private final Spec<LineCommand, MonitoringLine, LineEvent> line = Spec.of(new LineDecider());

    @Test
    void a_line_is_set() {
        line.given().when(set("6000.00", JANUARY, NOTICE)).then(SET);
    }

    @Test
    void setting_it_again_changes_nothing() {
        line.given(SET).when(set("6000.00", JANUARY, NOTICE)).thenNothing();
    }

    @Test
    void a_correction_sets_it_anew() {
        line.given(SET)
                .when(set("6200.00", JANUARY, NOTICE))
                .then(new MonitoringLineSet(COUNTY, 2021, new BigDecimal("6200.00"), JANUARY, NOTICE));
    }

    @Test
    void a_second_line_within_the_year_stands_beside_the_first() {
        var july = LocalDate.of(2021, 7, 1);
        var second = new MonitoringLineSet(COUNTY, 2021, new BigDecimal("6500.00"), july, NOTICE);
        line.given(SET).when(set("6500.00", july, NOTICE)).then(second);
        line.given(SET, second).when(set("6000.00", JANUARY, NOTICE)).thenNothing();
        line.given(SET, second).when(set("6500.00", july, NOTICE)).thenNothing();
    }

    @Test
    void it_is_more_than_nothing_from_its_own_year_on_and_by_a_notice() {
        line.given().when(set("0.00", JANUARY, NOTICE)).thenRefused(LINE_NOT_POSITIVE);
        line.given().when(set("6000.00", LocalDate.of(2022, 1, 1), NOTICE)).thenRefused(LINE_YEAR_MISMATCH);
        line.given().when(set("6000.00", JANUARY, " ")).thenRefused(LINE_SOURCE_REQUIRED);
        line.given().when(set("6000.00", JANUARY, "电话13800138000")).thenRefused(Guard.SENSITIVE_TEXT, "source");
    }

    private static SetLine set(String amount, LocalDate from, String source) {
        return new SetLine(COUNTY, 2021, new BigDecimal(amount), from, source);
    }
}
