package org.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveTextTest {

    @ParameterizedTest
    @CsvSource({
        "户主身份号999999196503121011已核, ID_NUMBER",
        "号码99999919650312101x, ID_NUMBER",
        "999999 19650312 1012校验位不对, ID_NUMBER",
        "９９９９９９１９６５０３１２１０１１全角, ID_NUMBER",
        "老号999999650312101, ID_NUMBER",
        "电话13800138000, PHONE",
        "电话138 0013 8000, PHONE",
        "电话138-0013-8000, PHONE",
        "+8613800138000, PHONE",
        "卡号6222020200112345678, BANK_ACCOUNT",
        "卡号6222 0202 0011 2345, BANK_ACCOUNT"
    })
    void numbers_that_tell_a_person_are_found(String text, String kind) {
        assertThat(SensitiveText.numbersIn(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-11-05至2021-11-10公示5天，监督电话0916-4821234",
                "青岗坪村610727105208一组，家庭人口5人，人均纯收入4860.00元",
                "12317",
                "收入区间2020-11..2021-10"
            })
    void ordinary_text_passes(String text) {
        assertThat(SensitiveText.numbersIn(text)).isEmpty();
        assertThat(SensitiveText.forbiddenInNotice(text)).isEmpty();
    }

    @Test
    void notices_must_not_speak_of_health_or_numbers() {
        assertThat(SensitiveText.forbiddenInNotice("户主身份证号见附件")).containsExactly("ID_NUMBER");
        assertThat(SensitiveText.forbiddenInNotice("因患有糖尿病纳入")).containsExactly("HEALTH");
        assertThat(SensitiveText.forbiddenInNotice("银行卡及手机号")).containsExactly("BANK_ACCOUNT", "PHONE");
    }

    @Test
    void nothing_is_found_in_nothing() {
        assertThat(SensitiveText.numbersIn(null)).isEmpty();
        assertThat(SensitiveText.forbiddenInNotice("")).isEmpty();
    }

    @Test
    void persons_are_codes() {
        assertThat(PersonCode.ok("village-clerk")).isTrue();
        assertThat(PersonCode.ok("00000000-0000-0000-0000-00000000000a")).isTrue();
        assertThat(PersonCode.ok("张三")).isFalse();
        assertThat(PersonCode.ok("999999196503121011")).isFalse();
    }
}
