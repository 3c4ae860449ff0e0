package org.shouwang.monitoring.identification;

import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.policy.CaseStep;

/** How far a case has come, in the words of the canonical procedure. In order; the last three are side exits. */
public enum CaseState implements Worded {
    OPENED(CaseStep.CLUE, "已受理"),
    VISITED(CaseStep.VISIT, "已入户"),
    CONSENTED(CaseStep.CONSENT, "已授权"),
    COMPARED(CaseStep.COMPARE, "已比对"),
    REVIEWED(CaseStep.REVIEW, "已评议"),
    PUBLICIZED(CaseStep.PUBLICITY, "公示中"),
    OBJECTED(CaseStep.PUBLICITY, "公示有异议"),
    TOWN_APPROVED(CaseStep.TOWN, "乡镇已审核"),
    COUNTY_CONFIRMED(CaseStep.COUNTY, "县已审定"),
    ENTERED(CaseStep.ENTERED, "已录入"),
    NOT_INCLUDED(null, "不纳入"),
    WITHDRAWN(null, "已撤回"),
    LAPSED(null, "已销户，终止");

    private final CaseStep step;
    private final String zh;

    CaseState(CaseStep step, String zh) {
        this.step = step;
        this.zh = zh;
    }

    /** The step whose end this state is; null for the exits. */
    public CaseStep step() {
        return step;
    }

    @Override
    public String zh() {
        return zh;
    }
}
