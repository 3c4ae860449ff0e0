package org.shouwang.monitoring.line;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Everything one can ask of a monitoring line. */
public sealed interface LineCommand {

    record SetLine(String areaCode, int year, BigDecimal amount, LocalDate effectiveFrom, String source)
            implements LineCommand {}
}
