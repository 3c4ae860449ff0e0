package org.shouwang.archive.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/** The two languages that a history is told in. */
public enum Language {
    ZH("、", "是", "否", "（未填）") {
        @Override
        String day(LocalDate day) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }

        @Override
        String month(YearMonth month) {
            return month.getYear() + "年" + month.getMonthValue() + "月";
        }

        @Override
        String yuan(BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + "元";
        }

        @Override
        String member(int ordinal) {
            return ordinal == 0 ? "一名成员" : "成员" + ordinal;
        }

        @Override
        String part(String number, String village) {
            return village + (number.startsWith("W") ? "网格" : "村民小组") + number;
        }
    },
    EN(", ", "yes", "no", "(not given)") {
        @Override
        String day(LocalDate day) {
            return day.toString();
        }

        @Override
        String month(YearMonth month) {
            return month.toString();
        }

        @Override
        String yuan(BigDecimal amount) {
            return amount.setScale(2, RoundingMode.HALF_UP).toPlainString() + " yuan";
        }

        @Override
        String member(int ordinal) {
            return ordinal == 0 ? "a member" : "member " + ordinal;
        }

        @Override
        String part(String number, String village) {
            return (number.startsWith("W") ? "grid " : "group ") + number + " of " + village;
        }
    };

    final String comma;
    final String yes;
    final String no;
    final String nothing;

    Language(String comma, String yes, String no, String nothing) {
        this.comma = comma;
        this.yes = yes;
        this.no = no;
        this.nothing = nothing;
    }

    abstract String day(LocalDate day);

    abstract String month(YearMonth month);

    abstract String yuan(BigDecimal amount);

    /** @param ordinal from 1; 0: unknown */
    abstract String member(int ordinal);

    /** @param number of a group ({@code Z04}) or a grid ({@code W004}) in its village */
    abstract String part(String number, String village);
}
