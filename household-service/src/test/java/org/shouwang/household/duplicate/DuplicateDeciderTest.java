package org.shouwang.household.duplicate;

import static org.shouwang.household.duplicate.Duplicate.Refusal.*;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.duplicate.DuplicateCommand.*;
import org.shouwang.household.duplicate.DuplicateEvent.*;

class DuplicateDeciderTest {

    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final UUID MEMBER = new UUID(0, 2);
    private static final String VILLAGE = "610727105208";
    private static final String COUNTY = "610727000000";
    private static final String OTHER = "450181000000";
    private static final LocalDate ON = LocalDate.of(2021, 11, 5);

    private static final DuplicateIdDetected DETECTED = new DuplicateIdDetected(HOUSEHOLD, MEMBER, VILLAGE, COUNTY, ON);
    private static final DuplicateIdResolved STAYS =
            new DuplicateIdResolved(HOUSEHOLD, MEMBER, true, new Statement("本人在村"), ON.plusDays(1));
    private static final DuplicateIdResolved LEFT =
            new DuplicateIdResolved(HOUSEHOLD, MEMBER, false, null, ON.plusDays(1));

    private final Spec<DuplicateCommand, Duplicate, DuplicateEvent> duplicate = Spec.of(new DuplicateDecider());

    @Test
    void the_village_is_told_once_for_each_county_that_asks() {
        duplicate.given().when(detect(COUNTY, ON)).then(DETECTED);
        duplicate.given(DETECTED).when(detect(COUNTY, ON.plusDays(2))).thenNothing();
        duplicate
                .given(DETECTED)
                .when(detect(OTHER, ON.plusDays(2)))
                .then(new DuplicateIdDetected(HOUSEHOLD, MEMBER, VILLAGE, OTHER, ON.plusDays(2)));
    }

    @Test
    void what_was_settled_is_open_again_when_it_is_asked_for_again() {
        for (var settled : new DuplicateIdResolved[] {STAYS, LEFT})
            duplicate
                    .given(DETECTED, settled)
                    .when(detect(COUNTY, ON.plusDays(2)))
                    .then(new DuplicateIdDetected(HOUSEHOLD, MEMBER, VILLAGE, COUNTY, ON.plusDays(2)));
    }

    @Test
    void the_village_says_why_the_member_belongs_to_it() {
        duplicate.given(DETECTED).when(refusal(" ", ON)).thenRefused(REASON_REQUIRED);
        duplicate.given(DETECTED).when(refusal(null, ON)).thenRefused(REASON_REQUIRED);
        duplicate.given(DETECTED).when(refusal("本人在村", ON.minusDays(1))).thenRefused(DATE_OUT_OF_ORDER, "2021-11-05");
        duplicate.given(DETECTED).when(refusal("本人在村", ON.plusDays(1))).then(STAYS);
        duplicate.given(DETECTED, STAYS).when(refusal("本人在村", ON.plusDays(1))).thenNothing();
        duplicate.given(DETECTED, STAYS).when(refusal("另有原因", ON.plusDays(1))).thenRefused(DUPLICATE_RESOLVED);
        duplicate.given(DETECTED, LEFT).when(refusal("本人在村", ON.plusDays(1))).thenRefused(DUPLICATE_RESOLVED);
    }

    @Test
    void who_leaves_settles_it() {
        duplicate.given(DETECTED).when(new Leave(ON.plusDays(1))).then(LEFT);
        duplicate.given(DETECTED, STAYS).when(new Leave(ON.plusDays(2))).thenNothing();
        duplicate.given(DETECTED, LEFT).when(new Leave(ON.plusDays(2))).thenNothing();
    }

    @Test
    void it_goes_along_with_its_household() {
        var moved = new DuplicateIdMoved(HOUSEHOLD, VILLAGE, "610727101201", ON);
        duplicate.given(DETECTED).when(new Move("610727101201", ON)).then(moved);
        duplicate.given(DETECTED, moved).when(new Move("610727101201", ON)).thenNothing();
        duplicate.given(DETECTED, STAYS).when(new Move("610727101201", ON)).then(moved);
    }

    @Test
    void nothing_is_said_of_what_nobody_asked_for() {
        duplicate.given().when(refusal("本人在村", ON)).thenRefused(DUPLICATE_UNKNOWN);
        duplicate.given().when(new Leave(ON)).thenRefused(DUPLICATE_UNKNOWN);
        duplicate.given().when(new Move(VILLAGE, ON)).thenRefused(DUPLICATE_UNKNOWN);
    }

    private static Detect detect(String county, LocalDate on) {
        return new Detect(HOUSEHOLD, MEMBER, VILLAGE, county, on);
    }

    private static Refuse refusal(String statement, LocalDate on) {
        return new Refuse(statement, on);
    }
}
