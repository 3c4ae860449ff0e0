package org.shouwang.monitoring.policy;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a policy was refused. */
public enum PolicyRefusal implements Reason {
    POLICY_OVERLAP(
            Kind.CONFLICT, "同一地区同一天已有另一项政策生效", "Another policy is in force in the same area on one of these days"),
    POLICY_VERSION_EXISTS(
            Kind.CONFLICT, "该版本已发布，内容不能更改，请发布新版本", "This version is published and cannot change: publish a new one"),
    POLICY_VERSION_OUT_OF_ORDER(Kind.CONFLICT, "版本号应当接着上一版本", "Versions follow each other without gaps"),
    POLICY_INCONSISTENT(Kind.INVALID, "政策内容前后矛盾", "The policy contradicts itself");

    private final Kind kind;
    private final String zh;
    private final String en;

    PolicyRefusal(Kind kind, String zh, String en) {
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
