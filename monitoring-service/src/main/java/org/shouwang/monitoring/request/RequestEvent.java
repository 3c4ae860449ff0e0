package org.shouwang.monitoring.request;

import java.time.LocalDate;
import java.util.UUID;

/** Everything that can have happened to what a household asks for: a worry that is no risk yet. */
public sealed interface RequestEvent {

    /** @param dept whose turn it is; null: the village's */
    record HouseholdRequestRecorded(
            UUID householdId, String areaCode, RequestTopic topic, String text, String dept, LocalDate askedOn)
            implements RequestEvent {

        HouseholdRequestRecorded in(String area) {
            return new HouseholdRequestRecorded(householdId, area, topic, text, dept, askedOn);
        }
    }

    record HouseholdRequestAnswered(String answer, LocalDate closedOn) implements RequestEvent {}

    /** It may be a risk after all. */
    record HouseholdRequestPromoted(UUID clueId, LocalDate on) implements RequestEvent {}

    record HouseholdRequestMoved(String from, String to, LocalDate on) implements RequestEvent {}
}
