package org.shouwang.monitoring.meeting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A calendar month, written {@code yyyy-MM}: what a monthly meeting is for. */
public record MeetingMonth(YearMonth month) implements MeetingPeriod {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** Empty where the text is no month. */
    public static Optional<MeetingMonth> parse(String text) {
        if (!FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(new MeetingMonth(YearMonth.parse(text)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public LocalDate first() {
        return month.atDay(1);
    }

    @Override
    public LocalDate last() {
        return month.atEndOfMonth();
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
