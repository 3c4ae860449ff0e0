package org.shouwang.monitoring.request;

import org.shouwang.monitoring.request.RequestEvent.HouseholdRequestRecorded;

/** What a request must remember to decide. */
public sealed interface HouseholdRequest {

    record Unknown() implements HouseholdRequest {}

    record Open(HouseholdRequestRecorded request) implements HouseholdRequest {}

    /** @param end the answer, or that it was made a clue */
    record Closed(HouseholdRequestRecorded request, RequestEvent end) implements HouseholdRequest {}

    /** Null while unknown. */
    default HouseholdRequestRecorded recorded() {
        return switch (this) {
            case Unknown _ -> null;
            case Open s -> s.request();
            case Closed s -> s.request();
        };
    }

    /** The same in another village. */
    default HouseholdRequest in(String area) {
        return switch (this) {
            case Unknown s -> s;
            case Open s -> new Open(s.request().in(area));
            case Closed s -> new Closed(s.request().in(area), s.end());
        };
    }
}
