package org.shouwang.assistance.effect;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a review of effect was refused. */
public enum EffectRefusal implements Reason {
    REVIEW_NOT_FOUND(Kind.UNKNOWN, "没有这次成效评议，或不在您的管辖范围内", "There is no such review, or it lies outside your area"),
    ALREADY_REVIEWED(
            Kind.CONFLICT, "这个编号的成效评议已经登记，结论不可更改", "A review of this id is on record already and stays as it is"),
    OBJECT_NOT_ACTIVE(Kind.CONFLICT, "该户目前不是监测对象，无需成效评议", "This household is not being monitored at present"),
    CRITERIA_INCOMPLETE(Kind.INVALID, "每项风险都要评议是否解决", "Every risk needs an answer"),
    MEASURE_REQUIRED(
            Kind.CONFLICT, "没有已落实的帮扶措施，不能评议为有成效", "Without a measure in effect the help cannot be found effective"),
    CONCLUSION_CONTRADICTED(
            Kind.INVALID, "还有风险没有解决，不能评议为有成效", "A risk is not solved, so the help cannot be found effective");

    private final Kind kind;
    private final String zh;
    private final String en;

    EffectRefusal(Kind kind, String zh, String en) {
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
