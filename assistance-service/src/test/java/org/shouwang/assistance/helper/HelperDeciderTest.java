package org.shouwang.assistance.helper;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.helper.HelperRefusal.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.helper.HelperCommand.*;
import org.shouwang.assistance.helper.HelperEvent.*;
import org.shouwang.eventsourcing.Spec;

class HelperDeciderTest {

    private static final String AREA = "610727105208";
    private static final DocumentRef RECORD = new DocumentRef("DOC_HANDOVER", "b".repeat(64));
    private static final HelperAssigned ASSIGNED = new HelperAssigned(AREA, "cadre-1", "县教育局", day(1));

    private final Spec<HelperCommand, Helper, HelperEvent> helper = Spec.of(new HelperDecider());

    private static LocalDate day(int day) {
        return LocalDate.of(2021, 11, day);
    }

    @Test
    void a_household_has_one_helper() {
        helper.given().when(new Assign(AREA, "cadre-1", "县教育局", day(1))).then(ASSIGNED);
        helper.given(ASSIGNED).when(new Assign(AREA, "cadre-1", "县教育局", day(1))).thenNothing();
        helper.given(ASSIGNED).when(new Assign(AREA, "cadre-1", "县水利局", day(1))).thenRefused(HELPER_ALREADY_ASSIGNED);
        helper.given(ASSIGNED).when(new Assign(AREA, "cadre-2", "县教育局", day(2))).thenRefused(HELPER_ALREADY_ASSIGNED);
        helper.given().when(new Assign(null, "cadre-1", "县教育局", day(1))).thenRefused(NOT_YET_KNOWN);
        helper.given().when(new Assign(AREA, "王某", "县教育局", day(1))).thenRefused(PERSON_CODE);
    }

    @Test
    void leaving_needs_a_record_of_the_hand_over() {
        var handedOver = new HelperHandedOver("cadre-1", "cadre-2", "县水利局", "工作调动离任", RECORD, day(9));
        helper.given(ASSIGNED)
                .when(new HandOver("cadre-2", "县水利局", "工作调动离任", RECORD, day(9)))
                .then(handedOver);
        helper.given(ASSIGNED, handedOver)
                .when(new HandOver("cadre-2", "县水利局", "工作调动离任", RECORD, day(9)))
                .thenNothing();
        helper.given(ASSIGNED)
                .when(new HandOver("cadre-2", "县水利局", "工作调动离任", null, day(9)))
                .thenRefused(HANDOVER_RECORD_REQUIRED);
        helper.given(ASSIGNED)
                .when(new HandOver("cadre-2", "县水利局", "工作调动离任", new DocumentRef("x", "y"), day(9)))
                .thenRefused(DOCUMENT_INVALID, "x");
        helper.given(ASSIGNED)
                .when(new HandOver("cadre-1", "县水利局", "工作调动离任", RECORD, day(9)))
                .thenRefused(SAME_HELPER);
        helper.given(ASSIGNED)
                .when(new HandOver("cadre-2", "县水利局", "无", RECORD, day(9)))
                .thenRefused(REASON_REQUIRED);
        helper.given(ASSIGNED)
                .when(new HandOver("cadre-2", "县水利局", "工作调动离任", RECORD, LocalDate.of(2021, 10, 31)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-01");
        helper.given()
                .when(new HandOver("cadre-2", "县水利局", "工作调动离任", RECORD, day(9)))
                .thenRefused(HELPER_NOT_FOUND);
    }

    @Test
    void a_monitored_household_is_never_without_a_helper() {
        var released = new HelperReleased("cadre-1", "整户迁出本县", RECORD, day(9));
        helper.given(ASSIGNED).when(new Release("整户迁出本县", RECORD, true, day(9))).thenRefused(HELPER_REQUIRED);
        helper.given(ASSIGNED)
                .when(new Release("整户迁出本县", RECORD, false, day(9)))
                .then(released);
        helper.given(ASSIGNED).when(new Release("整户迁出本县", null, false, day(9))).thenRefused(HANDOVER_RECORD_REQUIRED);
        helper.given(ASSIGNED, released)
                .when(new Release("整户迁出本县", RECORD, false, day(9)))
                .thenNothing();
        helper.given(ASSIGNED, released)
                .when(new Assign(AREA, "cadre-2", "县水利局", day(8)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-09");
        helper.given(ASSIGNED, released)
                .when(new Assign(AREA, "cadre-2", "县水利局", day(10)))
                .then(new HelperAssigned(AREA, "cadre-2", "县水利局", day(10)));
    }

    @Test
    void a_step_is_repeated_with_the_same_words_only() {
        var other = new DocumentRef("DOC_HANDOVER", "c".repeat(64));
        var handedOver = new HelperHandedOver("cadre-1", "cadre-2", "县水利局", "工作调动离任", RECORD, day(9));
        var two = helper.given(ASSIGNED, new HelperMoved(AREA, "610727105209", day(3)), handedOver);
        two.when(new Assign("610727105209", "cadre-1", "县教育局", day(1))).thenNothing();
        two.when(new HandOver("cadre-2", "县水利局", "工作调动离任", RECORD, day(9))).thenNothing();
        two.when(new HandOver("cadre-2", "县水利局", "原责任人退休", RECORD, day(9))).thenRefused(SAME_HELPER);
        two.when(new HandOver("cadre-2", "县水利局", "工作调动离任", other, day(9))).thenRefused(SAME_HELPER);
        two.when(new Assign("610727105209", "cadre-2", "县水利局", day(9))).thenRefused(HELPER_ALREADY_ASSIGNED);
        var released = new HelperReleased("cadre-1", "整户迁出本县", RECORD, day(9));
        var vacant = helper.given(ASSIGNED, released);
        vacant.when(new Release("整户迁出本县", other, false, day(9))).thenRefused(STEP_ALREADY_RECORDED);
        vacant.when(new Release("整户外出务工", RECORD, false, day(9))).thenRefused(STEP_ALREADY_RECORDED);
        vacant.when(new Release("整户迁出本县", RECORD, false, day(10))).thenRefused(STEP_ALREADY_RECORDED);
        vacant.when(new Assign(AREA, "cadre-1", "县教育局", day(1))).thenRefused(DATE_OUT_OF_ORDER, "2021-11-09");
        helper.given(ASSIGNED, released, new HelperAssigned(AREA, "cadre-2", "县水利局", day(9)))
                .when(new Release("整户迁出本县", RECORD, false, day(9)))
                .thenNothing();
        helper.given().when(new Release("整户迁出本县", RECORD, false, day(9))).thenRefused(HELPER_NOT_FOUND);
    }

    @Test
    void the_helper_goes_with_the_household() {
        helper.given(ASSIGNED)
                .when(new Move("610727105209", day(3)))
                .then(new HelperMoved(AREA, "610727105209", day(3)));
        helper.given(ASSIGNED).when(new Move(AREA, day(3))).thenNothing();
        helper.given().when(new Move(AREA, day(3))).thenNothing();
    }
}
