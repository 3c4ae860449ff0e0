package org.shouwang.assistance.plan;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a plan was refused. */
public enum PlanRefusal implements Reason {
    PLAN_NOT_FOUND(Kind.UNKNOWN, "该户没有帮扶计划，或不在您的管辖范围内", "This household has no plan, or lies outside your area"),
    PLAN_CLOSED(Kind.CONFLICT, "该户的帮扶计划已经结案", "The plan of this household is closed"),
    GOAL_MISSING(Kind.INVALID, "每项风险都要写明帮扶目标", "Every risk needs a goal"),
    AMOUNT_INVALID(Kind.INVALID, "金额不能为负数", "An amount must not be negative"),
    MEASURE_UNKNOWN(
            Kind.INVALID, "计划引用的帮扶措施没有登记，或已取消", "The plan cites measures that are not planned, or were given up"),
    MEASURE_REQUIRED(Kind.INVALID, "缺少必须安排的帮扶措施", "Measures that this household needs are missing"),
    MEASURES_OPEN(Kind.CONFLICT, "还有帮扶措施没有落实或取消", "Some measures are neither in effect nor given up"),
    HELPER_REQUIRED(Kind.CONFLICT, "请先确定帮扶责任人", "Name the household's helper first"),
    SIGNATURE_MISSING(Kind.INVALID, "缺少签字", "A signature is missing"),
    RULES_BROKEN(Kind.INVALID, "帮扶计划不符合数据规则", "The plan breaks rules of help"),
    NOT_DETERMINED_YET(
            Kind.CONFLICT,
            "该户还没有确定为监测对象，绿色通道只能先实施措施",
            "The household is not determined to be an object yet; the green channel lets measures start, no more");

    private final Kind kind;
    private final String zh;
    private final String en;

    PlanRefusal(Kind kind, String zh, String en) {
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
