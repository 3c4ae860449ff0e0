package org.shouwang.household.staff;

import static org.shouwang.household.staff.Staff.Refusal.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.staff.StaffCommand.*;
import org.shouwang.household.staff.StaffEvent.*;

class StaffDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate ON = LocalDate.of(2021, 3, 1);

    private final Spec<StaffCommand, Staff, StaffEvent> staff = Spec.of(new StaffDecider());

    @Test
    void the_last_name_counts_and_the_same_again_changes_nothing() {
        var named = new StaffNamed("info-officer", VILLAGE, new StaffName("周壬"), ON);
        staff.given().when(name("info-officer", VILLAGE, "周壬", ON)).then(named);
        staff.given(named)
                .when(name("info-officer", VILLAGE, "周壬", ON.plusDays(1)))
                .thenNothing();
        staff.given(named)
                .when(name("info-officer", VILLAGE, "吴癸", ON.plusDays(1)))
                .then(new StaffNamed("info-officer", VILLAGE, new StaffName("吴癸"), ON.plusDays(1)));
        staff.given(named)
                .when(name("info-officer", "610727105000", "周壬", ON.plusDays(1)))
                .then(new StaffNamed("info-officer", "610727105000", new StaffName("周壬"), ON.plusDays(1)));
    }

    @Test
    void ids_areas_and_names_have_a_form() {
        staff.given().when(name("周壬", VILLAGE, "周壬", ON)).thenRefused(STAFF_USER);
        staff.given().when(name("-x", VILLAGE, "周壬", ON)).thenRefused(STAFF_USER);
        staff.given().when(name("a".repeat(65), VILLAGE, "周壬", ON)).thenRefused(STAFF_USER);
        staff.given().when(name("info-officer", "610727", "周壬", ON)).thenRefused(STAFF_AREA, "610727");
        staff.given().when(name("info-officer", VILLAGE, " ", ON)).thenRefused(STAFF_NAME);
        staff.given().when(name("info-officer", VILLAGE, null, ON)).thenRefused(STAFF_NAME);
        staff.given().when(name("info-officer", VILLAGE, "某".repeat(61), ON)).thenRefused(STAFF_NAME);
    }

    private static Name name(String user, String area, String name, LocalDate on) {
        return new Name(user, area, new StaffName(name), on);
    }
}
