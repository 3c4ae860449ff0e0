package org.shouwang.assistance.plan;

/** Where a plan (一户一策) stands. An opened one is a draft without words yet. */
public enum PlanState {
    DRAFT("待拟定或拟定中"),
    SIGNED("农户已签字"),
    APPROVED("已批准"),
    IN_PROGRESS("实施中"),
    EVALUATED("已评议成效"),
    CLOSED("已结案");

    private final String zh;

    PlanState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
