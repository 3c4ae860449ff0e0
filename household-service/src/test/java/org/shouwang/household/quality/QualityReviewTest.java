package org.shouwang.household.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.registry.Limits;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;

/** A household is looked at again on the birthdays on which its members may come to look doubtful, or no more. */
class QualityReviewTest {

    private static final LocalDate DAY = LocalDate.of(2021, 11, 5);

    @Test
    void the_next_birthday_that_counts_is_a_day_to_look_again() {
        assertThat(until("999999201206154048")).isEqualTo(LocalDate.of(2027, 6, 15));
        assertThat(until("999999196503121011")).isEqualTo(LocalDate.of(2025, 3, 12));
        assertThat(until("999999201206154048", "999999196503121011")).isEqualTo(LocalDate.of(2025, 3, 12));
    }

    @Test
    void who_has_them_all_behind_is_never_looked_at_again_for_age() {
        assertThat(until("999999194505174011")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(until()).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(until((String) null)).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @Test
    void on_the_birthday_itself_the_day_behind_it_is_the_next() {
        assertThat(QualityReview.until(List.of(member("999999196503121011")), Limits.USUAL, LocalDate.of(2025, 3, 12)))
                .isEqualTo(LocalDate.of(2025, 3, 13));
    }

    private static LocalDate until(String... numbers) {
        return QualityReview.until(
                java.util.Arrays.stream(numbers).map(QualityReviewTest::member).toList(), Limits.USUAL, DAY);
    }

    private static Member member(String number) {
        return Member.of(
                UUID.randomUUID(), "02", Labour.NORMAL, null, "70", Person.of("赵甲", number, List.of(Health.HEALTHY)));
    }
}
