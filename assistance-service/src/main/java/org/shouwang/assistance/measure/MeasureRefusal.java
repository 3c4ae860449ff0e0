package org.shouwang.assistance.measure;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a measure was refused. */
public enum MeasureRefusal implements Reason {
    MEASURE_NOT_FOUND(Kind.UNKNOWN, "没有这项帮扶措施，或不在您的管辖范围内", "There is no such measure, or it lies outside your area"),
    ALREADY_PLANNED(Kind.CONFLICT, "这个编号的措施已经登记，内容不同", "A measure of this id is planned already, with other content"),
    ITEM_REQUIRED(
            Kind.INVALID,
            "综合保障措施必须写明具体项目（低保、特困供养、残疾人两项补贴、临时救助、养老保障）",
            "Standing aid must say which: dibao, tekun, disability subsidy, temporary relief or pension"),
    ITEM_MISMATCH(Kind.INVALID, "具体项目不属于这类措施", "The item does not belong to this kind of measure"),
    RISK_REQUIRED(
            Kind.INVALID,
            "监测对象的帮扶措施必须写明针对哪项风险",
            "A measure for a monitored household must name the risk that it answers"),
    MEMBER_UNKNOWN(Kind.INVALID, "受益人不是该户在册成员", "A beneficiary is not a present member of the household"),
    MEMBER_REQUIRED(Kind.INVALID, "公益岗位必须写明由哪位成员担任", "A public-welfare post must name the member who holds it"),
    AMOUNT_INVALID(Kind.INVALID, "金额不能为负数", "An amount must not be negative"),
    OTHER_SECTOR(Kind.FORBIDDEN, "行业部门只能办理本部门牵头的措施", "A department may only act on measures of its own sector");

    private final Kind kind;
    private final String zh;
    private final String en;

    MeasureRefusal(Kind kind, String zh, String en) {
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
