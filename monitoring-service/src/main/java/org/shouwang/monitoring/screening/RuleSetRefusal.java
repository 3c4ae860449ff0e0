package org.shouwang.monitoring.screening;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a set of early-warning rules was refused. */
public enum RuleSetRefusal implements Reason {
    RULES_OVERLAP(
            Kind.CONFLICT,
            "同一地区同一天已有另一套规则生效",
            "Another set of rules is in force in the same area on one of these days"),
    RULES_VERSION_EXISTS(
            Kind.CONFLICT, "该版本已发布，内容不能更改，请发布新版本", "This version is published and cannot change: publish a new one"),
    RULES_VERSION_OUT_OF_ORDER(Kind.CONFLICT, "版本号应当接着上一版本", "Versions follow each other without gaps"),
    RULES_INCONSISTENT(Kind.INVALID, "规则不完整或前后矛盾", "The rules are incomplete or contradict themselves"),
    RULE_UNKNOWN(
            Kind.INVALID,
            "没有这条常用规则，请写明部门、指标、周期和阈值",
            "There is no usual rule of this id: give its department, item, cycle and thresholds");

    private final Kind kind;
    private final String zh;
    private final String en;

    RuleSetRefusal(Kind kind, String zh, String en) {
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
