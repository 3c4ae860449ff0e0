package org.shouwang.monitoring.line;

import java.util.List;
import java.util.stream.Stream;
import org.shouwang.monitoring.line.LineEvent.MonitoringLineSet;

/** What a line must remember to decide: how it was last set for each first day. */
record MonitoringLine(List<MonitoringLineSet> set) {

    MonitoringLine with(MonitoringLineSet e) {
        var others = set.stream().filter(s -> !s.effectiveFrom().equals(e.effectiveFrom()));
        return new MonitoringLine(Stream.concat(others, Stream.of(e)).toList());
    }
}
