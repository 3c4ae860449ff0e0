package org.shouwang.monitoring.topic;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a monitored household answered in a sweep about one topic; answered anew, the last counts. It stays with the village of the day. */
public sealed interface AnswerEvent {

    record Answer(String code, String text) {}

    /** @param visitor user id */
    record TopicSweepAnswered(
            UUID sweepId, UUID householdId, String areaCode, List<Answer> answers, String visitor, LocalDate visitedOn)
            implements AnswerEvent {}
}
