package org.shouwang.household.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneTest {

    @Test
    void a_phone_shows_its_first_three_and_last_four_digits() {
        assertThat(Phone.masked("13900000000")).isEqualTo("139****0000");
        assertThat(Phone.masked("12345678")).isEqualTo("123*5678");
        assertThat(Phone.masked("1234567")).isEqualTo("*******");
        assertThat(Phone.masked(null)).isNull();
    }
}
