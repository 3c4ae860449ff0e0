package org.shouwang.monitoring.patrol;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a patrol or a grid's weekly report was refused, where no shared reason fits. */
public enum PatrolRefusal implements Reason {
    PATROL_ALREADY_RECORDED(Kind.CONFLICT, "这次走访已经登记，内容不同", "This patrol is on record already, with another content"),
    PATROL_OF_ANOTHER_HOUSEHOLD(
            Kind.INVALID, "更正不能把走访改到另一户，请另行登记", "A correction does not turn the patrol into that of another household"),
    HOUSEHOLD_WITHOUT_GRID(
            Kind.CONFLICT, "该户当天不在任何网格内，请先划定网格", "The household lay in no grid on that day: lay the grid out first"),
    PATROL_OF_ANOTHER(Kind.FORBIDDEN, "网格员只能登记自己的走访和报告", "A grid member reports for nobody else"),
    NOT_THE_GRIDS_MEMBER(
            Kind.CONFLICT,
            "走访人当天不是该网格的网格员，请先指派",
            "Who visited did not look after the grid on that day: assign the grid member first"),
    PHONE_ONLY_FOR_AWAY(
            Kind.INVALID, "只有长期外出的户可以电话联系", "Only households that are away for long may be called by phone"),
    FINDING_TEXT_REQUIRED(Kind.INVALID, "请写明发现的情况", "Please say what was found"),
    WEEK_ALREADY_REPORTED(
            Kind.CONFLICT,
            "该网格这一周的报告已经提交，内容不同",
            "The grid's report of this week is on record already, with another content"),
    WEEK_NOT_BEGUN(Kind.INVALID, "报告日期早于这一周", "The report lies before the week"),
    NOT_ALL_NORMAL(
            Kind.CONFLICT, "本周走访登记了疑似风险，不能报告一切正常", "A risk was found on patrol in this week, so not all is normal"),
    WEEK_NOTE_REQUIRED(Kind.INVALID, "不正常时请写明情况", "Please say what is not normal");

    private final Kind kind;
    private final String zh;
    private final String en;

    PatrolRefusal(Kind kind, String zh, String en) {
        this.kind = kind;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
