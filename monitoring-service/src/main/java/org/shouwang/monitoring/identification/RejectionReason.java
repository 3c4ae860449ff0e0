package org.shouwang.monitoring.identification;

import org.shouwang.eventsourcing.Worded;

/** Why a household is not included. */
public enum RejectionReason implements Worded {
    NO_RISK("无返贫致贫风险"),
    ABOVE_LINE_NO_HARDSHIP("收入高于监测线且无突发困难"),
    SUPPORTER_ABLE("有赡养（抚养、扶养）能力人"),
    ASSET_EXCLUDED("资产情况不符"),
    ALREADY_OBJECT("已是监测对象"),
    NOT_RURAL_RESIDENT("非农村常住户"),
    HOUSEHOLD_REFUSED("农户不同意"),
    DUPLICATE("重复"),
    COVERED_BY_DEPT("已由部门保障");

    private final String zh;

    RejectionReason(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
