package org.shouwang.monitoring.meeting;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.meeting.MeetingRefusal.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.meeting.MeetingCommand.*;
import org.shouwang.monitoring.meeting.MeetingEvent.*;
import org.shouwang.monitoring.policy.PolicyTerms.MeetingCycle;

class MeetingDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final IsoWeek WEEK = new IsoWeek(LocalDate.of(2021, 11, 22));
    private static final MeetingMonth NOVEMBER = new MeetingMonth(YearMonth.of(2021, 11));
    private static final LocalDate DAY = LocalDate.of(2021, 11, 24);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final String TWENTY = "本周入户走访一次收入稳定住房饮水安全无变";
    private static final WeeklyMeetingMissed MISSED = new WeeklyMeetingMissed(VILLAGE, "2021-W47");

    private final Spec<MeetingCommand, JudgementMeeting, MeetingEvent> meeting = Spec.of(new MeetingDecider());

    /** Minutes, changed from the good ones for one test. */
    private Minutes minutes = minutes(DAY, "村部会议室", "village-secretary", "info-officer");

    private List<JudgementItem> items = List.of(item(ONE, TWENTY), item(TWO, TWENTY));
    private List<DocumentRef> documents = List.of();
    private List<UUID> monitored = List.of(ONE, TWO);
    private Integer shortest = 20;
    private MeetingPeriod period = WEEK;
    private MeetingCycle asked = MeetingCycle.WEEKLY;

    @Test
    void a_week_has_one_meeting() {
        meeting.given().when(hold()).then(held());
        meeting.given(held()).when(hold()).thenNothing();
        var first = held();
        items = items.reversed();
        meeting.given(first).when(hold()).thenRefused(DUPLICATE_MEETING);
    }

    @Test
    void every_monitored_household_is_told_of_once() {
        items = List.of(item(ONE, TWENTY));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, TWO + ":ITEM");
        items = List.of(item(ONE, TWENTY), item(TWO, TWENTY), item(TWO, TWENTY));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, TWO + ":ONCE");
        items = List.of();
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, ONE + ":ITEM", TWO + ":ITEM");
        monitored = List.of();
        meeting.given().when(hold()).then(held());
    }

    @Test
    void a_situation_is_as_long_as_the_policy_wants_and_has_its_conclusion() {
        items = List.of(item(ONE, TWENTY.substring(1)), new JudgementItem(TWO, TWENTY, " "));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, ONE + ":SITUATION", TWO + ":CONCLUSION");
        items = List.of(item(ONE, TWENTY.substring(1) + "  "), item(TWO, TWENTY));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, ONE + ":SITUATION");
        items = List.of(new JudgementItem(ONE, null, null), item(TWO, TWENTY));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, ONE + ":SITUATION", ONE + ":CONCLUSION");
        shortest = null;
        items = List.of(item(ONE, "稳"), item(TWO, ""));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, TWO + ":SITUATION");
    }

    @Test
    void only_households_that_the_village_monitors_are_told_of() {
        monitored = List.of(ONE);
        meeting.given().when(hold()).thenRefused(HOUSEHOLD_NOT_MONITORED, TWO.toString());
    }

    @Test
    void minutes_say_when_where_and_who() {
        minutes = new Minutes(null, " ", null, "", List.of(), 0);
        meeting.given()
                .when(hold())
                .thenRefused(MINUTES_INCOMPLETE, "heldOn", "place", "host", "recorder", "attendees");
        minutes = new Minutes(DAY, "村部", "a", "b", List.of("a", "b"), 3);
        meeting.given().when(hold()).thenRefused(MINUTES_INCOMPLETE, "signedIn");
        minutes = new Minutes(DAY, "村部", "a", "b", List.of("a", " "), 2);
        meeting.given().when(hold()).thenRefused(MINUTES_INCOMPLETE, "attendees");
    }

    @Test
    void the_day_lies_in_the_week() {
        for (var day : List.of(WEEK.monday(), WEEK.sunday())) {
            minutes = minutes(day, "村部", "a", "b");
            meeting.given().when(hold()).then(held());
        }
        for (var day : List.of(WEEK.monday().minusDays(1), WEEK.sunday().plusDays(1))) {
            minutes = minutes(day, "村部", "a", "b");
            meeting.given().when(hold()).thenRefused(HELD_OUTSIDE_WEEK, "2021-11-22", "2021-11-28");
        }
    }

    @Test
    void a_month_has_one_meeting_where_the_policy_asks_for_it_by_month() {
        period = NOVEMBER;
        asked = MeetingCycle.MONTHLY;
        var held = new JudgementMeetingHeld(VILLAGE, null, "2021-11", minutes, items, documents);
        meeting.given().when(hold()).then(held);
        meeting.given(held).when(hold()).thenNothing();
        minutes = minutes(DAY.plusDays(1), "村部", "a", "b");
        meeting.given(held).when(hold()).thenRefused(DUPLICATE_MEETING);
        items = List.of(item(ONE, TWENTY));
        meeting.given().when(hold()).thenRefused(MINUTES_NOT_PER_HOUSEHOLD, TWO + ":ITEM");
    }

    @Test
    void the_day_lies_in_the_month() {
        period = NOVEMBER;
        asked = MeetingCycle.MONTHLY;
        for (var day : List.of(LocalDate.of(2021, 11, 1), LocalDate.of(2021, 11, 30))) {
            minutes = minutes(day, "村部", "a", "b");
            meeting.given().when(hold()).events();
        }
        for (var day : List.of(LocalDate.of(2021, 10, 31), LocalDate.of(2021, 12, 1))) {
            minutes = minutes(day, "村部", "a", "b");
            meeting.given().when(hold()).thenRefused(HELD_OUTSIDE_MONTH, "2021-11-01", "2021-11-30");
        }
    }

    @Test
    void the_period_is_the_one_that_the_policy_asks_for() {
        asked = MeetingCycle.MONTHLY;
        meeting.given().when(hold()).thenRefused(MEETING_PERIOD, "MONTHLY");
        asked = MeetingCycle.NONE;
        meeting.given().when(hold()).then(held());
        period = NOVEMBER;
        meeting.given().when(hold()).events();
        asked = MeetingCycle.WEEKLY;
        meeting.given().when(hold()).thenRefused(MEETING_PERIOD, "WEEKLY");
    }

    @Test
    void a_missed_month_is_noted_once_and_may_be_made_up_for() {
        period = NOVEMBER;
        asked = MeetingCycle.MONTHLY;
        var missed = new MonthlyMeetingMissed(VILLAGE, "2021-11");
        meeting.given().when(new NoteMissed(VILLAGE, NOVEMBER)).then(missed);
        meeting.given(missed).when(new NoteMissed(VILLAGE, NOVEMBER)).thenNothing();
        meeting.given(missed).when(hold()).events();
    }

    @Test
    void persons_are_codes_and_texts_tell_nobody() {
        minutes = minutes(DAY, "村部", "闵某", "info-officer");
        meeting.given().when(hold()).thenRefused(PERSON_CODE, "host", "recorder", "attendees");
        minutes = minutes(DAY, "村部", "a", "b");
        items = List.of(item(ONE, TWENTY + "，电话13912345678"), new JudgementItem(TWO, TWENTY, "卡号6222021234567890123"));
        meeting.given().when(hold()).thenRefused(SENSITIVE_TEXT, "BANK_ACCOUNT", "PHONE");
        items = List.of(item(ONE, TWENTY), item(TWO, TWENTY));
        minutes = minutes(DAY, "村部13912345678", "a", "b");
        meeting.given().when(hold()).thenRefused(SENSITIVE_TEXT, "PHONE");
    }

    @Test
    void documents_are_cited_by_kind_and_fingerprint() {
        documents = List.of(new DocumentRef("MINUTES", "ab".repeat(32)));
        meeting.given().when(hold()).thenRefused(DOCUMENT_INVALID, "MINUTES");
        documents = List.of(new DocumentRef("DOC_MEETING_MINUTES", "ab".repeat(32)));
        meeting.given().when(hold()).then(held());
    }

    @Test
    void a_missed_week_is_noted_once_and_may_be_made_up_for() {
        var note = new NoteMissed(VILLAGE, WEEK);
        meeting.given().when(note).then(MISSED);
        meeting.given(MISSED).when(note).thenNothing();
        meeting.given(held()).when(note).thenNothing();
        meeting.given(MISSED).when(hold()).then(held());
        meeting.given(MISSED, held()).when(hold()).thenNothing();
    }

    private Hold hold() {
        return new Hold(VILLAGE, period, minutes, items, documents, monitored, asked, shortest);
    }

    private JudgementMeetingHeld held() {
        return new JudgementMeetingHeld(VILLAGE, "2021-W47", null, minutes, items, documents);
    }

    private static Minutes minutes(LocalDate day, String place, String host, String recorder) {
        return new Minutes(day, place, host, recorder, List.of("village-secretary", "info-officer"), 2);
    }

    private static JudgementItem item(UUID household, String situation) {
        return new JudgementItem(household, situation, "继续监测");
    }
}
