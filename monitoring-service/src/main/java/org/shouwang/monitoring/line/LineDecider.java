package org.shouwang.monitoring.line;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;

import java.math.BigDecimal;
import java.util.List;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.line.LineCommand.*;
import org.shouwang.monitoring.line.LineEvent.*;

/**
 * A line is set from a day on; another day of its year makes another line beside it, the same day corrects it. What was decided by the old one
 * stays.
 */
final class LineDecider implements Decider<LineCommand, MonitoringLine, LineEvent> {

    private record On(LineCommand command, MonitoringLine state) {}

    @Override
    public Decision<LineEvent> decide(LineCommand command, MonitoringLine state) {
        return switch (new On(command, state)) {
            case On(SetLine c, MonitoringLine _)
            when c.amount().compareTo(BigDecimal.ZERO) <= 0 -> refuse(LineRefusal.LINE_NOT_POSITIVE);
            case On(SetLine c, MonitoringLine _)
            when c.effectiveFrom().getYear() != c.year() -> refuse(LineRefusal.LINE_YEAR_MISMATCH);
            case On(SetLine c, MonitoringLine _)
            when c.source() == null || c.source().isBlank() -> refuse(LineRefusal.LINE_SOURCE_REQUIRED);
            case On(SetLine c, MonitoringLine _)
            when !SensitiveText.numbersIn(c.source()).isEmpty() -> refuse(Guard.SENSITIVE_TEXT, "source");
            case On(SetLine c, MonitoringLine s) when s.set().contains(event(c)) -> nothing();
            case On(SetLine c, MonitoringLine _) -> accept(event(c));
        };
    }

    private static MonitoringLineSet event(SetLine c) {
        return new MonitoringLineSet(c.areaCode(), c.year(), c.amount(), c.effectiveFrom(), c.source());
    }

    @Override
    public MonitoringLine initial() {
        return new MonitoringLine(List.of());
    }

    @Override
    public MonitoringLine evolve(MonitoringLine state, LineEvent event) {
        return switch (event) {
            case MonitoringLineSet e -> state.with(e);
        };
    }
}
