package org.shouwang.monitoring.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.shouwang.eventsourcing.journal.EventCatalog.Upcast;
import org.shouwang.monitoring.policy.PolicyTerms.MeetingCycle;

/** Lifts the terms that events hold from the words of before: the first revision said only whether a village meets every week. */
public final class FormerTerms {

    private FormerTerms() {}

    /** For an event that holds the terms as {@code terms}, from its revision 1 to 2. */
    public static Upcast of(String event) {
        return new Upcast(event, 1, FormerTerms::lift);
    }

    private static ObjectNode lift(ObjectNode event) {
        if (event.at("/terms/monitoring") instanceof ObjectNode monitoring && monitoring.has("weeklyMeeting")) {
            var weekly = monitoring.remove("weeklyMeeting").asBoolean();
            monitoring.put("meetings", (weekly ? MeetingCycle.WEEKLY : MeetingCycle.NONE).name());
        }
        return event;
    }
}
