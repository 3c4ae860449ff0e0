package org.shouwang.monitoring.object;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a monitored household was refused. */
public enum ObjectRefusal implements Reason {
    NOT_AN_OBJECT(Kind.UNKNOWN, "该户不是监测对象", "This household is not a monitored object"),
    ALREADY_OBJECT(Kind.CONFLICT, "该户已是监测对象", "This household is a monitored object already"),
    OBJECT_NOT_ACTIVE(Kind.CONFLICT, "该户目前不在监测中", "This household is not being monitored at present"),
    REMOVAL_IN_PROGRESS(Kind.CONFLICT, "该户正在办理风险消除", "A removal of this household's risk is under way"),
    REMOVAL_NOT_IN_PROGRESS(Kind.CONFLICT, "该户没有正在办理的这项风险消除", "This removal is not under way for the household"),
    NOT_REMOVED(
            Kind.CONFLICT,
            "该户没有标注风险消除，不能回退",
            "The household's risk is not marked as removed, so there is nothing to revoke"),
    RISK_NOT_RECORDED(Kind.CONFLICT, "该户没有登记这项风险", "This risk is not on record for the household"),
    GRADE_NONE(
            Kind.CONFLICT,
            "按现有情况该户不再属于红黄绿任一等级，请办理风险消除",
            "As it stands the household belongs to no grade any more: propose its removal"),
    GRADE_HELD_BY_WARNINGS(
            Kind.CONFLICT,
            "该户还有没有销号的预警，不能调低风险等级",
            "Warnings of the household are not closed yet: its grade cannot become better"),
    GRADE_NOT_EVALUATED(
            Kind.INVALID, "调低风险等级须经收入更新或重新评定", "A grade becomes better by a new income or a new evaluation only"),
    NATIONAL_ENTRY_REQUIRED_FIRST(
            Kind.CONFLICT, "请先录入全国系统并导入大数据平台，再办理这一步", "Enter the household in the national system and import it first");

    private final Kind kind;
    private final String zh;
    private final String en;

    ObjectRefusal(Kind kind, String zh, String en) {
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
