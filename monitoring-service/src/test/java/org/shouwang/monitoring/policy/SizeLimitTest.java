package org.shouwang.monitoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeLimitTest {

    private static PolicyTerms limited(String percent) {
        return SamplePolicies.changed(
                SamplePolicies.town2020(), (ObjectNode t) -> t.put("sizeLimitPercent", new BigDecimal(percent)));
    }

    @Test
    void exactly_the_share_is_within_and_one_person_more_is_above() {
        assertThat(SizeLimit.of(limited("5"), 1000, 50).exceeded()).isFalse();
        assertThat(SizeLimit.of(limited("5"), 1000, 51).exceeded()).isTrue();
        assertThat(SizeLimit.of(limited("10"), 1000, 51).exceeded()).isFalse();
        assertThat(SizeLimit.of(limited("2.5"), 100, 3).exceeded()).isTrue();
        assertThat(SizeLimit.of(limited("5"), 0, 0).exceeded()).isFalse();
        assertThat(SizeLimit.of(limited("5"), 1000, 51).zh()).isEqualTo("监测对象51人，户籍人口1000人，超过政策规定的5%");
    }

    @Test
    void the_2020_plan_has_a_limit_and_the_mechanism_of_2021_has_none() {
        assertThat(SizeLimit.of(SamplePolicies.town2020(), 1000, 51).percent()).isEqualByComparingTo("5");
        assertThat(SizeLimit.of(SamplePolicies.county2021(), 10, 10)).isNull();
        for (var wrong : List.of("0", "-1", "100.01"))
            assertThat(PolicyDecider.contradictions(limited(wrong), null)).containsExactly("sizeLimitPercent");
        assertThat(PolicyDecider.contradictions(limited("100"), null)).isEmpty();
    }
}
