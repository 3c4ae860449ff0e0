package org.shouwang.monitoring.deadline;

import org.shouwang.eventsourcing.Worded;

/** What somebody has to do in a day, a week or a month, as work lists and calendars tell it. */
public enum Duty implements Worded {
    CLUE_ANSWER("clue", "核实线索并答复", "look into the clue and answer"),
    IDENTIFICATION("case", "完成识别程序", "finish the identification"),
    CASE_STEP("case", "识别程序", "identification"),
    CASE_STEP_LIMIT("case", "识别环节时限", "a step of the identification is due"),
    CASE_OBJECTION("case", "处理识别公示异议", "decide an objection to the inclusion"),
    WATCH_LIST("case", "不纳入户复查", "look again at a household that was not included"),
    REMOVAL_STEP("removal", "风险消除程序", "removal"),
    REMOVAL_OBJECTION("removal", "处理消除公示异议", "decide an objection to the removal"),
    WARNING("warning", "处置预警", "settle the warning"),
    MONTHLY_CHECK("object", "每月监测走访", "monthly visit"),
    NATURAL_REMOVAL("object", "该户已销户，请提出自然消除", "the household has ended: propose its natural removal"),
    REVISIT("object", "消除后回访", "visit after the removal"),
    WEEKLY_MEETING("meeting", "召开本周研判会议", "hold the week's judgement meeting"),
    MONTHLY_MEETING("meeting", "召开本月研判会议", "hold the month's judgement meeting"),
    QUARTERLY_REVIEW("quarterly-review", "开展本月季度排查", "hold the quarterly review of the month"),
    GRID_PATROL("grid", "完成本月网格走访", "reach the grid's households of the month"),
    GRID_REPORT("grid", "提交网格每周报告", "hand in the grid's report of the week"),
    MONTHLY_REPORT("monthly-report", "报送月报", "hand in the report of the month"),
    REPORT_REVIEW("monthly-report", "审核村月报", "judge the village's report of the month"),
    PUBLICITY("case", "识别公示期满", "the publicity of an inclusion ends"),
    REMOVAL_PUBLICITY("removal", "消除公示期满", "the publicity of a removal ends"),
    NATIONAL_ENTRY("object", "录入国家系统", "enter it in the national system"),
    HOUSEHOLD_REQUEST("request", "答复农户诉求", "answer what the household asked for"),
    DELIVERY("delivery", "部门按期报送筛查数据", "deliver the department's figures of the period"),
    BIG_DATA_IMPORT("object", "导入大数据平台", "import it in the county's platform"),
    VILLAGE_CHECKLIST(
            "village-checklist",
            "村级上墙事项不齐",
            "put up what the village has to show: an item of its checklist is missing"),
    INITIAL_SWEEP("sweep", "完成首次全面排查", "finish the first sweep of all households"),
    SWEEPS_TOO_FEW("sweep", "本年集中排查次数不足", "the year has too few focused sweeps"),
    SWEEP("sweep", "完成集中排查", "finish the focused sweep"),
    MOBILISATION_TASK("mobilisation", "完成动员会布置的任务", "finish the task given at a mobilisation meeting"),
    TOPIC_SWEEP("topic-sweep", "完成专项排查", "finish the sweep on a topic");

    private final String subject;
    private final String zh;
    private final String en;

    Duty(String subject, String zh, String en) {
        this.subject = subject;
        this.zh = zh;
        this.en = en;
    }

    /** What kind of thing it is about, as clients know it. */
    public String subject() {
        return subject;
    }

    @Override
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
