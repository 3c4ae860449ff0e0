package org.shouwang.monitoring.sweep;

import org.shouwang.monitoring.sweep.SweepCheckEvent.SweepHouseholdChecked;

/** How a sweep last left a household. @param last null: nobody came yet */
record SweepCheck(SweepHouseholdChecked last) {}
