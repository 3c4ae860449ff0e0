package org.shouwang.monitoring.line;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Everything that can have happened to the monitoring line of an area and year. */
public sealed interface LineEvent {

    /**
     * @param amount yuan per person and year
     * @param source the notice that sets it
     */
    record MonitoringLineSet(String areaCode, int year, BigDecimal amount, LocalDate effectiveFrom, String source)
            implements LineEvent {}
}
