package org.shouwang.monitoring.removal;

import org.shouwang.eventsourcing.Worded;

/** The steps of a removal in the order in which they are taken; a policy, or the method, leaves some out. */
public enum RemovalStep implements Worded {
    PROPOSAL("提出名单", "proposal"),
    VISIT("入户核实", "home visit"),
    REVIEW("成效评议", "effect review"),
    CONSENT("知情同意", "informed consent"),
    PUBLICITY("村级公示", "publicity"),
    TOWN("乡镇审核", "town review"),
    COUNTY("县级审定", "county decision"),
    MARK("标注", "marking");

    private final String zh;
    private final String en;

    RemovalStep(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
