package org.shouwang.monitoring.patrol;

import org.shouwang.monitoring.patrol.GridWeekEvent.GridWeekReported;

/** What the weekly report of one grid must remember to decide. @param reported null: not yet */
record GridWeek(GridWeekReported reported) {}
