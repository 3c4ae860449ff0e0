package org.shouwang.monitoring.patrol;

import org.shouwang.monitoring.patrol.GridMonthEvent.GridMonthClosed;

/** What one month of a grid must remember to decide. @param closed null: not yet */
public record GridMonth(GridMonthClosed closed) {}
