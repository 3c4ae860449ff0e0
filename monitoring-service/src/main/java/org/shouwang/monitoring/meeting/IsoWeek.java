package org.shouwang.monitoring.meeting;

import static java.time.format.DateTimeFormatter.ISO_WEEK_DATE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A week from Monday to Sunday, numbered by ISO 8601 and written {@code yyyy-Www}: what a weekly meeting is for. */
public record IsoWeek(LocalDate monday) implements MeetingPeriod {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-W[0-9]{2}");

    /** Empty where the text is no week that its year has. */
    public static Optional<IsoWeek> parse(String text) {
        if (!FORM.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(new IsoWeek(LocalDate.parse(text + "-1", ISO_WEEK_DATE)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    @Override
    public LocalDate first() {
        return monday;
    }

    @Override
    public LocalDate last() {
        return sunday();
    }

    @Override
    public String toString() {
        return monday.format(ISO_WEEK_DATE).substring(0, "yyyy-Www".length());
    }
}
