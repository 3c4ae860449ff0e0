package org.shouwang.monitoring.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days are worked, for limits in working days: Monday to Friday, but for the days that a policy names. The start day is never counted.
 *
 * @param holidays days off on what would be working days; may be null
 * @param workdays weekend days that are worked instead; may be null
 */
public record WorkCalendar(List<LocalDate> holidays, List<LocalDate> workdays) {

    public boolean worked(LocalDate day) {
        if (workdays != null && workdays.contains(day)) return true;
        if (holidays != null && holidays.contains(day)) return false;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day on whose end a limit of so many working days from {@code start} runs out. */
    public LocalDate plus(LocalDate start, int days) {
        var day = start;
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (worked(day)) left--;
        }
        return day;
    }
}
