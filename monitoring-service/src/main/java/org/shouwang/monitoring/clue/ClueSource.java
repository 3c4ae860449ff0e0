package org.shouwang.monitoring.clue;

import org.shouwang.eventsourcing.Worded;

/** Through which channel a risk is first heard of. */
public enum ClueSource implements Worded {
    SELF_DECLARATION("农户自主申报"),
    CADRE_SWEEP("干部走访排查"),
    DEPT_SCREENING("部门筛查预警"),
    GRID_PATROL("网格员巡查"),
    PETITION("信访（12345、12317）"),
    OPINION("舆情反馈"),
    PLATFORM("平台监测分析"),
    HIGHER_FEEDBACK("上级反馈"),
    HELPER_VISIT("帮扶责任人走访"),
    FOCUSED_SWEEP("集中排查"),
    INSPECTION("督导核查"),
    LOOK_BACK("回头看");

    private final String zh;

    ClueSource(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
