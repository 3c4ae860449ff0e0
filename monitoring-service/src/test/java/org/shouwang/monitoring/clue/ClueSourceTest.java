package org.shouwang.monitoring.clue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The twelve channels, in the words of the ledger of clues. */
class ClueSourceTest {

    @Test
    void there_are_twelve_channels_and_each_has_its_words() {
        assertThat(Arrays.stream(ClueSource.values()).map(s -> s + " " + s.zh()))
                .containsExactlyElementsOf(List.of(
                        "SELF_DECLARATION 农户自主申报",
                        "CADRE_SWEEP 干部走访排查",
                        "DEPT_SCREENING 部门筛查预警",
                        "GRID_PATROL 网格员巡查",
                        "PETITION 信访（12345、12317）",
                        "OPINION 舆情反馈",
                        "PLATFORM 平台监测分析",
                        "HIGHER_FEEDBACK 上级反馈",
                        "HELPER_VISIT 帮扶责任人走访",
                        "FOCUSED_SWEEP 集中排查",
                        "INSPECTION 督导核查",
                        "LOOK_BACK 回头看"));
    }
}
