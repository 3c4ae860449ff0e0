package org.shouwang.monitoring.topic;

import java.time.LocalDate;
import java.util.List;

/** Everything that can have happened to a sweep about one topic: all monitored households of an area answer the same list. */
public sealed interface SweepEvent {

    /** @param code under which it is answered */
    record Question(String code, String text) {}

    /** @param to last day, whole */
    record TopicSweepStarted(String areaCode, String title, List<Question> questions, LocalDate from, LocalDate to)
            implements SweepEvent {}

    /** Persons 人 of the households that are counted beside. */
    record Persons(long objects, long answered) {}

    /**
     * @param objects monitored in the area on that day, of whom {@code answered} had answered
     * @param persons null where they were not counted yet
     * @param reason why it ended before all had; may be null
     */
    record TopicSweepClosed(LocalDate on, int objects, int answered, Persons persons, String reason)
            implements SweepEvent {}
}
