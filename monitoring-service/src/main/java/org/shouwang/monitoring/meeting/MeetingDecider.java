package org.shouwang.monitoring.meeting;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.meeting.MeetingRefusal.*;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.meeting.JudgementMeeting.*;
import org.shouwang.monitoring.meeting.MeetingCommand.*;
import org.shouwang.monitoring.meeting.MeetingEvent.*;

/** The rules of the judgement meeting (研判会议): once a week or a month, as the policy wants it, each monitored household of the village one by one. */
public final class MeetingDecider implements Decider<MeetingCommand, JudgementMeeting, MeetingEvent> {

    private record On(MeetingCommand command, JudgementMeeting state) {}

    @Override
    public Decision<MeetingEvent> decide(MeetingCommand command, JudgementMeeting state) {
        return switch (new On(command, state)) {
            case On(Hold c, Held m) when held(c).equals(m.held()) -> nothing();
            case On(Hold _, Held _) -> refuse(DUPLICATE_MEETING);
            case On(Hold c, JudgementMeeting _) -> hold(c);
            case On(NoteMissed c, Expected _) ->
                accept(
                        switch (c.period()) {
                            case IsoWeek week -> new WeeklyMeetingMissed(c.areaCode(), week.toString());
                            case MeetingMonth month -> new MonthlyMeetingMissed(c.areaCode(), month.toString());
                        });
            case On(NoteMissed _, JudgementMeeting _) -> nothing();
        };
    }

    private static Decision<MeetingEvent> hold(Hold c) {
        var flaws = c.minutes().flaws();
        if (!flaws.isEmpty()) return refuse(MINUTES_INCOMPLETE, flaws);
        if (!c.period().holds(c.minutes().heldOn()))
            return refuse(
                    c.period() instanceof IsoWeek ? HELD_OUTSIDE_WEEK : HELD_OUTSIDE_MONTH,
                    c.period().first().toString(),
                    c.period().last().toString());
        if (!asked(c)) return refuse(MEETING_PERIOD, c.asked().name());
        if (!PersonCode.allOk(c.minutes().people())) return refuse(PERSON_CODE, "host", "recorder", "attendees");
        var illFormed = DocumentRef.illFormed(c.documents());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        var strangers = strangers(c);
        if (!strangers.isEmpty()) return refuse(HOUSEHOLD_NOT_MONITORED, strangers);
        var wanting = c.monitored().stream()
                .flatMap(household -> wanting(household, c).stream())
                .toList();
        if (!wanting.isEmpty()) return refuse(MINUTES_NOT_PER_HOUSEHOLD, wanting);
        var sensitive = Stream.concat(
                        Stream.of(c.minutes().place()),
                        c.items().stream().flatMap(item -> Stream.of(item.situation(), item.conclusion())))
                .flatMap(text -> SensitiveText.numbersIn(text).stream())
                .distinct()
                .sorted()
                .toList();
        return sensitive.isEmpty() ? accept(held(c)) : refuse(SENSITIVE_TEXT, sensitive);
    }

    private static JudgementMeetingHeld held(Hold c) {
        var week = c.period() instanceof IsoWeek w ? w.toString() : null;
        var month = c.period() instanceof MeetingMonth m ? m.toString() : null;
        return new JudgementMeetingHeld(c.areaCode(), week, month, c.minutes(), c.items(), c.documents());
    }

    /** Where the policy wants no meeting, one of either kind may be told. */
    private static boolean asked(Hold c) {
        return switch (c.asked()) {
            case WEEKLY -> c.period() instanceof IsoWeek;
            case MONTHLY -> c.period() instanceof MeetingMonth;
            case NONE -> true;
        };
    }

    private static List<String> strangers(Hold c) {
        return c.items().stream()
                .map(JudgementItem::householdId)
                .filter(household -> !c.monitored().contains(household))
                .map(UUID::toString)
                .toList();
    }

    /** What the minutes lack of a household, behind its id: the ITEM itself or that it is there ONCE, its SITUATION, its CONCLUSION. */
    private static List<String> wanting(UUID household, Hold c) {
        var items = c.items().stream()
                .filter(item -> item.householdId().equals(household))
                .toList();
        if (items.isEmpty()) return List.of(household + ":ITEM");
        if (items.size() > 1) return List.of(household + ":ONCE");
        var item = items.getFirst();
        var shortest = c.shortestSituation() == null ? 1 : c.shortestSituation();
        return Stream.of(
                        length(item.situation()) < shortest ? "SITUATION" : null,
                        length(item.conclusion()) == 0 ? "CONCLUSION" : null)
                .filter(part -> part != null)
                .map(part -> household + ":" + part)
                .toList();
    }

    private static long length(String text) {
        return text == null ? 0 : text.strip().codePoints().count();
    }

    @Override
    public JudgementMeeting initial() {
        return new Expected();
    }

    @Override
    public JudgementMeeting evolve(JudgementMeeting state, MeetingEvent event) {
        return switch (event) {
            case JudgementMeetingHeld e -> new Held(e);
            case WeeklyMeetingMissed e -> new Missed(e.areaCode());
            case MonthlyMeetingMissed e -> new Missed(e.areaCode());
        };
    }
}
