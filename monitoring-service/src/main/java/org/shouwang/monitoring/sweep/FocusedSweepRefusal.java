package org.shouwang.monitoring.sweep;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why something about a sweep was refused, where no shared reason fits. */
public enum FocusedSweepRefusal implements Reason {
    SWEEP_UNKNOWN(Kind.UNKNOWN, "没有这次排查，或不在您的管辖范围内", "There is no such sweep, or it is outside your area"),
    SWEEP_EXISTS(Kind.CONFLICT, "该编号已经用于另一次排查", "Another sweep has this id"),
    SWEEP_INCOMPLETE(
            Kind.INVALID,
            "请填写排查名称，截止日期不能早于开始日期，收入起止月份要成对且先后有序",
            "A sweep needs a name, days in order, and both months of income in order or none"),
    SWEEP_FINISHED(Kind.CONFLICT, "排查已经结束", "The sweep is over"),
    OUTSIDE_SWEEP(
            Kind.INVALID,
            "该户不在排查范围内，或走访日期不在排查期内",
            "The household lies outside the sweep's area, or the day outside its days"),
    SWEEP_NOTE_REQUIRED(
            Kind.INVALID,
            "疑似风险要写明情况，未见到要写明去向和联系情况",
            "Say what is suspected, or where the household is and how it was tried to reach"),
    ALREADY_SUSPECTED(
            Kind.CONFLICT, "该户已列为疑似风险，请在线索核实中答复", "The household is suspected already: answer its clue instead"),
    GROUP_NOT_OF_SWEEP(Kind.INVALID, "该排查没有把这类户列为重点人群", "The sweep does not name this group as one to visit first"),
    SAFEGUARDS_OUTSIDE_SWEEP(
            Kind.INVALID,
            "所引用的两不愁三保障核查不在排查期内",
            "The check of the safeguards that is cited was not made during the sweep"),
    SAFEGUARDS_NOT_MET(
            Kind.INVALID,
            "所引用的核查有未达标或有风险的项目，不能填无风险",
            "The check that is cited found items not met or at risk: the household is not without a risk"),
    UNCHECKED_LEFT(
            Kind.INVALID,
            "还有农户没有排查或未见到，结束时须说明理由，户数见 details",
            "Households are left unseen: give a reason to end; details say how many");

    private final Kind kind;
    private final String zh;
    private final String en;

    FocusedSweepRefusal(Kind kind, String zh, String en) {
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
