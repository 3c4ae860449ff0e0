package org.shouwang.monitoring.request;

import static org.shouwang.monitoring.Guard.DATE_OUT_OF_ORDER;
import static org.shouwang.monitoring.Guard.DEPARTMENT_UNKNOWN;
import static org.shouwang.monitoring.Guard.HOUSEHOLD_ENDED;
import static org.shouwang.monitoring.request.RequestRefusal.*;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.request.RequestCommand.*;
import org.shouwang.monitoring.request.RequestEvent.*;

class RequestDeciderTest {

    private static final LocalDate NOV_3 = LocalDate.of(2021, 11, 3);
    private static final UUID CLUE = new UUID(0, 2);
    private static final HouseholdRequestRecorded ASKED = asked("担心自来水管冻裂");
    private static final HouseholdRequestAnswered ANSWERED = new HouseholdRequestAnswered("已入户检测", NOV_3);

    private final Spec<RequestCommand, HouseholdRequest, RequestEvent> request = Spec.of(new RequestDecider());

    @Test
    void a_request_says_something_and_so_does_its_answer() {
        request.given().when(new Open(ASKED, null)).then(ASKED);
        request.given().when(new Open(asked(" "), null)).thenRefused(REQUEST_TEXT_REQUIRED, "text");
        request.given(ASKED).when(new Answer("已入户检测", NOV_3, null)).then(ANSWERED);
        request.given(ASKED).when(new Answer(" ", NOV_3, null)).thenRefused(REQUEST_TEXT_REQUIRED, "answer");
    }

    @Test
    void what_was_never_asked_is_neither_answered_nor_made_a_clue() {
        request.given().when(new Answer("已入户检测", NOV_3, null)).thenRefused(REQUEST_UNKNOWN);
        request.given().when(new Promote(CLUE, NOV_3)).thenRefused(REQUEST_UNKNOWN);
        request.given().when(new Move("610727105207", NOV_3)).thenRefused(REQUEST_UNKNOWN);
        request.given().when(new Open(ASKED, NOV_3)).thenRefused(HOUSEHOLD_ENDED, "2021-11-03");
    }

    @Test
    void it_is_closed_once_and_not_before_it_was_asked() {
        request.given(ASKED)
                .when(new Answer("已办", NOV_3.minusDays(1), null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-03");
        request.given(ASKED).when(new Promote(CLUE, NOV_3.minusDays(1))).thenRefused(DATE_OUT_OF_ORDER, "2021-11-03");
        request.given(ASKED, ANSWERED).when(new Answer("已入户检测", NOV_3, null)).thenNothing();
        request.given(ASKED, ANSWERED).when(new Promote(CLUE, NOV_3)).thenRefused(REQUEST_CLOSED);
    }

    @Test
    void a_department_answers_what_is_its_own_and_nothing_else() {
        request.given(ASKED).when(new Answer("已入户检测", NOV_3, "CIVIL")).thenRefused(REQUEST_OF_OTHER_DEPT);
        request.given(ASKED).when(new Answer("已入户检测", NOV_3, "WATER")).then(ANSWERED);
        request.given(new HouseholdRequestRecorded(
                        new UUID(0, 1), "610727105208", RequestTopic.WATER, "水压低", null, NOV_3))
                .when(new Answer("已入户检测", NOV_3, "WATER"))
                .thenRefused(REQUEST_OF_OTHER_DEPT);
    }

    @Test
    void a_department_that_is_named_is_one() {
        var asked = new HouseholdRequestRecorded(
                new UUID(0, 1), "610727105208", RequestTopic.WATER, "水压低", "WATERWORKS", NOV_3);
        request.given().when(new Open(asked, null)).thenRefused(DEPARTMENT_UNKNOWN, "WATERWORKS");
    }

    private static HouseholdRequestRecorded asked(String text) {
        return new HouseholdRequestRecorded(new UUID(0, 1), "610727105208", RequestTopic.WATER, text, "WATER", NOV_3);
    }
}
