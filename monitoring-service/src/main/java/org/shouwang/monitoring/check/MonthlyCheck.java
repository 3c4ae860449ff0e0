package org.shouwang.monitoring.check;

import org.shouwang.monitoring.check.CheckEvent.MonthlyMonitoringCorrected;
import org.shouwang.monitoring.check.CheckEvent.MonthlyMonitoringDone;
import org.shouwang.monitoring.check.CheckEvent.MonthlyMonitoringMissed;

/** What the monitoring of one household in one month must remember to decide. */
public sealed interface MonthlyCheck {

    record Expected() implements MonthlyCheck {}

    /** Nobody came; a record that is typed in late is still taken. */
    record Missed(MonthlyMonitoringMissed missed) implements MonthlyCheck {}

    /** @param done what counts @param correction that made it so; null: it is as it was reported */
    record Done(MonthlyMonitoringDone done, MonthlyMonitoringCorrected correction) implements MonthlyCheck {}
}
