package org.shouwang.monitoring.deadline;

/** What somebody still has to do. */
public enum Duty {
    CLUE_ANSWER("核实线索并答复", "look into the clue and answer"),
    IDENTIFICATION("完成识别程序", "finish the identification"),
    CASE_STEP("识别程序", "identification"),
    CASE_OBJECTION("处理识别公示异议", "decide an objection to the inclusion"),
    WATCH_LIST("不纳入户复查", "look again at a household that was not included"),
    REMOVAL_STEP("风险消除程序", "removal"),
    REMOVAL_OBJECTION("处理消除公示异议", "decide an objection to the removal"),
    WARNING("处置预警", "settle the warning"),
    MONTHLY_CHECK("每月监测走访", "monthly visit"),
    NATURAL_REMOVAL("该户已销户，请提出自然消除", "the household has ended: propose its natural removal"),
    WEEKLY_MEETING("召开本周研判会议", "hold the week's judgement meeting"),
    QUARTERLY_REVIEW("开展本月季度排查", "hold the quarterly review of the month"),
    GRID_PATROL("完成本月网格走访", "reach the grid's households of the month"),
    GRID_REPORT("提交网格每周报告", "hand in the grid's report of the week"),
    MONTHLY_REPORT("报送月报", "hand in the report of the month"),
    REPORT_REVIEW("审核村月报", "judge the village's report of the month");

    private final String zh;
    private final String en;

    Duty(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
