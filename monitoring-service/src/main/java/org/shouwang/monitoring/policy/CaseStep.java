package org.shouwang.monitoring.policy;

import org.shouwang.eventsourcing.Worded;

/** The steps of identification that every procedure variant is written in; a policy leaves some out. In the order in which they are done. */
public enum CaseStep implements Worded {
    CLUE("线索", "clue"),
    VISIT("入户核查", "home visit"),
    CONSENT("承诺授权", "consent"),
    COMPARE("信息比对", "comparison"),
    REVIEW("民主评议", "village review"),
    PUBLICITY("村级公示", "publicity"),
    TOWN("乡镇审核", "town review"),
    COUNTY("县级审定", "county determination"),
    ENTERED("信息录入", "entry in the national system");

    private final String zh;
    private final String en;

    CaseStep(String zh, String en) {
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
