package org.shouwang.household.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.household.registry.Household.Place;

class SuccessorsTest {

    private static final String OLD = "610727105208";
    private static final String NEW = "610727105299";
    private static final LocalDate END = LocalDate.of(2021, 12, 31);

    @Test
    void a_household_keeps_what_is_not_replaced() {
        var place = new Place(OLD, OLD + "-Z01", OLD + "-W001");
        assertThat(next(Map.of()).of(place)).isEqualTo(place);
        assertThat(next(Map.of(OLD + "-W001", OLD + "-W002")).of(place))
                .isEqualTo(new Place(OLD, OLD + "-Z01", OLD + "-W002"));
        assertThat(next(Map.of(OLD + "-Z01", OLD + "-Z02")).of(place))
                .isEqualTo(new Place(OLD, OLD + "-Z02", OLD + "-W001"));
    }

    @Test
    void groups_and_grids_without_a_successor_stay_behind_with_their_village() {
        assertThat(next(Map.of(OLD, NEW)).of(new Place(OLD, OLD + "-Z01", OLD + "-W001")))
                .isEqualTo(new Place(NEW, null, null));
        assertThat(next(Map.of(OLD, NEW, OLD + "-Z01", NEW + "-Z05", OLD + "-W001", NEW + "-W002"))
                        .of(new Place(OLD, OLD + "-Z01", OLD + "-W001")))
                .isEqualTo(new Place(NEW, NEW + "-Z05", NEW + "-W002"));
        assertThat(next(Map.of(OLD, NEW)).of(new Place(OLD, null, null))).isEqualTo(new Place(NEW, null, null));
    }

    @Test
    void a_group_takes_its_households_into_another_village() {
        assertThat(next(Map.of(OLD + "-Z01", NEW + "-Z01")).of(new Place(OLD, OLD + "-Z01", OLD + "-W001")))
                .isEqualTo(new Place(NEW, NEW + "-Z01", null));
        assertThat(next(Map.of(OLD + "-W001", NEW + "-W001")).of(new Place(OLD, OLD + "-Z01", OLD + "-W001")))
                .isEqualTo(new Place(OLD, OLD + "-Z01", null));
    }

    @Test
    void it_holds_from_the_day_after_the_last_of_the_old_codes() {
        var successors = new Successors(
                Map.of(OLD, NEW, OLD + "-Z01", NEW + "-Z01"), Map.of(OLD, END, OLD + "-Z01", END.minusDays(9)));
        assertThat(successors.since(List.of(OLD, OLD + "-Z01"))).isEqualTo(END.plusDays(1));
        assertThat(successors.since(List.of(OLD + "-Z01"))).isEqualTo(END.minusDays(8));
    }

    private static Successors next(Map<String, String> next) {
        return new Successors(next, Map.of());
    }
}
