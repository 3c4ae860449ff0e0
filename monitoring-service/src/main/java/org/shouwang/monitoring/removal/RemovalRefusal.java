package org.shouwang.monitoring.removal;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a removal was refused, where no shared reason fits. */
public enum RemovalRefusal implements Reason {
    REMOVAL_CRITERIA_FAILED(
            Kind.CONFLICT, "不符合风险消除条件，请看所列条件编号", "The criteria of removal are not met: see the numbers listed"),
    NO_LABOUR_HOUSEHOLD(
            Kind.CONFLICT,
            "整户无劳动能力的监测对象，暂不消除风险",
            "A household entirely without labour is not let go for now: everything else is as it should be"),
    REMOVAL_ALREADY_PROPOSED(
            Kind.CONFLICT, "这项风险消除已经提出，内容与现在的不同", "This removal was proposed already, with other content"),
    LIST_REFUSED(
            Kind.CONFLICT,
            "名单中有的户不能提出风险消除，整份名单都没有登记，请看所列各户的原因",
            "Some households of the list cannot be proposed, so nothing of it was recorded: see the reasons of each"),
    REMOVAL_CLOSED(Kind.CONFLICT, "这项风险消除已经办结", "This removal is closed"),
    NATURAL_REASON_REQUIRED(
            Kind.INVALID, "自然消除必须注明原因；帮扶消除不填", "A natural removal needs its reason, an assisted one has none"),
    HOUSEHOLD_KEPT(
            Kind.CONFLICT,
            "该户仍在册且有家庭成员，不能以死亡、迁出或并户为由自然消除，请先办理户籍变动",
            "The household is still kept with members: record first that they died, moved away or joined another one"),
    ADULT_SIGNATURE_REQUIRED(
            Kind.INVALID, "知情同意书至少要有一名年满18周岁的家庭成员签字", "At least one member of 18 years or more must sign the consent"),
    EFFECT_NOT_REACHED(Kind.CONFLICT, "帮扶成效评议的结论不是有效", "The effect review did not find the help effective"),
    AFTER_REMOVAL_INCOMPLETE(Kind.INVALID, "风险消除后的13项信息必须填全", "All 13 fields on the time after removal are needed"),
    AFTER_REMOVAL_INVALID(Kind.INVALID, "风险消除后的信息前后不符", "The fields on the time after removal do not fit together");

    private final Kind kind;
    private final String zh;
    private final String en;

    RemovalRefusal(Kind kind, String zh, String en) {
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
