package org.shouwang.monitoring.meeting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** What one judgement meeting is for: a week, or a month where the policy asks for no more. Days both inclusive. */
public sealed interface MeetingPeriod permits IsoWeek, MeetingMonth {

    LocalDate first();

    LocalDate last();

    default boolean holds(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    /** {@code yyyy-Www} or {@code yyyy-MM}; empty where the text is neither. */
    static Optional<MeetingPeriod> parse(String text) {
        return IsoWeek.parse(text).<MeetingPeriod>map(Function.identity()).or(() -> MeetingMonth.parse(text)
                .map(Function.identity()));
    }
}
