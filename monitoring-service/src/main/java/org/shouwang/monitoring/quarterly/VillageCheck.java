package org.shouwang.monitoring.quarterly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.Worded;

/**
 * What a village without monitored households owes of the year's quarterly reviews up to a day, and what it has.
 *
 * @param applies false: the policy asks for none, or the village has monitored households
 * @param objects households under monitoring on the day
 * @param minutes of the year that say that nobody is at risk
 * @param minMinutes that the policy asks for in a year; null: no number
 */
record VillageCheck(
        String areaCode,
        LocalDate date,
        boolean applies,
        int objects,
        int minutes,
        Integer minMinutes,
        List<Month> months,
        List<Finding> findings) {

    /** A month of the policy. @param due the village was there at its end and had no monitored households, or still has none @param heldOn null: not held */
    record Month(YearMonth month, boolean due, LocalDate heldOn) {

        private boolean missing(LocalDate date) {
            return due && heldOn == null && date.isAfter(month.atEndOfMonth());
        }
    }

    enum Code implements Worded {
        QUARTERLY_REVIEW_MISSING("缺季度排查会议记录", "the quarterly review of the month is missing"),
        QUARTERLY_MINUTES_TOO_FEW("全年无风险排查会议记录份数不足", "the year has too few minutes that say that nobody is at risk");

        private final String zh;
        private final String en;

        Code(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** @param month null: about the year */
    record Finding(Code code, YearMonth month, String zh, String en) {

        private static Finding of(Code code, YearMonth month) {
            return new Finding(code, month, code.zh, code.en);
        }
    }

    static VillageCheck notApplied(String areaCode, LocalDate date, int objects) {
        return new VillageCheck(areaCode, date, false, objects, 0, null, List.of(), List.of());
    }

    /** Minutes are too few once every month of the year was due and is over. */
    static VillageCheck of(
            String areaCode, LocalDate date, int objects, int minutes, Integer minMinutes, List<Month> months) {
        var findings = new ArrayList<Finding>();
        months.stream()
                .filter(month -> month.missing(date))
                .forEach(month -> findings.add(Finding.of(Code.QUARTERLY_REVIEW_MISSING, month.month())));
        var whole =
                months.stream().allMatch(m -> m.due() && date.isAfter(m.month().atEndOfMonth()));
        if (whole && minMinutes != null && minutes < minMinutes)
            findings.add(Finding.of(Code.QUARTERLY_MINUTES_TOO_FEW, null));
        return new VillageCheck(areaCode, date, true, objects, minutes, minMinutes, months, List.copyOf(findings));
    }
}
