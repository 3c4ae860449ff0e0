package org.shouwang.monitoring.line;

import org.shouwang.monitoring.line.LineEvent.MonitoringLineSet;

/** What a line must remember to decide: how it was last set; null: never. */
record MonitoringLine(MonitoringLineSet last) {}
