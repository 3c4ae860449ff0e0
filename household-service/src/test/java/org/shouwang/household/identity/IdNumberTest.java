package org.shouwang.household.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouwang.household.Village;

class IdNumberTest {

    @Test
    void the_standards_own_example_is_right() {
        assertThat(IdNumber.hasCheck("11010519491231002X")).isTrue();
        assertThat(IdNumber.hasCheck("110105194912310020")).isFalse();
        assertThat(IdNumber.sex("11010519491231002X")).contains("2");
        assertThat(IdNumber.birthDate("11010519491231002X")).contains(LocalDate.of(1949, 12, 31));
    }

    @Test
    void numbers_of_an_area_that_does_not_exist_are_right() {
        assertThat(new String[] {
                    "999999196503121011",
                    "999999196808252020",
                    "999999199001013030",
                    "999999201206154048",
                    "999999194912310025",
                    "999999194505174011"
                })
                .allMatch(IdNumber::hasCheck);
    }

    @Test
    void lower_case_x_is_taken_as_upper_case() {
        assertThat(IdNumber.normal(" 11010519491231002x ")).isEqualTo("11010519491231002X");
    }

    @Test
    void fifteen_digits_are_no_number_any_more() {
        assertThat(IdNumber.hasLength("110105491231002")).isFalse();
        assertThat(IdNumber.hasLength("11010519491231002X")).isTrue();
        assertThat(IdNumber.hasLength("11010519491231002X43")).isTrue();
        assertThat(IdNumber.hasLength("11010519491231002X43B1")).isTrue();
        assertThat(IdNumber.hasLength("11010519491231002X4")).isFalse();
    }

    @Test
    void a_birth_date_that_no_calendar_has_is_none() {
        assertThat(IdNumber.birthDate("999999202302291011")).isEmpty();
        assertThat(IdNumber.birthDate("999999189912311011")).isEmpty();
        assertThat(IdNumber.birthDate("9999991900010110")).isEmpty();
        assertThat(IdNumber.birthDate("999999190001011011")).contains(LocalDate.of(1900, 1, 1));
        assertThat(IdNumber.birthDate("999999１99912311011".substring(0, 18))).isEmpty();
    }

    @Test
    void a_masked_number_shows_the_area_and_two_characters() {
        assertThat(IdNumber.masked("11010519491231002X")).isEqualTo("110105**********2X");
        assertThat(IdNumber.masked("12345678")).isEqualTo("********");
        assertThat(IdNumber.masked(null)).isNull();
    }

    @Test
    void the_hash_is_the_same_for_all_documents_of_a_person_and_differs_by_key() {
        var hash = new IdHash("a key of sixteen+");
        assertThat(hash.of("11010519491231002x"))
                .isEqualTo(hash.of("11010519491231002X43"))
                .hasSize(64);
        assertThat(hash.of("11010519491231002X"))
                .isNotEqualTo(new IdHash("another key of 16").of("11010519491231002X"));
        assertThat(hash.of(null)).isNull();
        assertThat(hash.of(" ")).isNull();
        assertThatThrownBy(() -> new IdHash("short")).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the check is for: one digit mistyped never goes unnoticed. */
    @Property
    void a_single_wrong_digit_is_found(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        var digits = number.toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + shift) % 10);
        assertThat(IdNumber.hasCheck(number)).isTrue();
        assertThat(IdNumber.hasCheck(new String(digits))).isFalse();
    }

    @Property
    void two_neighbours_swapped_are_found(@ForAll("numbers") String number, @ForAll @IntRange(max = 15) int place) {
        var digits = number.toCharArray();
        var left = digits[place];
        digits[place] = digits[place + 1];
        digits[place + 1] = left;
        assertThat(IdNumber.hasCheck(new String(digits))).isEqualTo(digits[place] == left);
    }

    @Property
    void birth_date_and_sex_are_read_back(@ForAll("dates") LocalDate born, @ForAll boolean male) {
        var number = Village.number(born, male);
        assertThat(number).contains(born.format(DateTimeFormatter.BASIC_ISO_DATE));
        assertThat(IdNumber.birthDate(number)).contains(born);
        assertThat(IdNumber.sex(number)).contains(male ? "1" : "2");
    }

    @Provide
    Arbitrary<String> numbers() {
        return dates().map(born -> Village.number(born, born.getDayOfMonth() % 2 == 0));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
