package org.shouwang.monitoring.policy;

import org.shouwang.eventsourcing.Worded;

/** What a village shows to everybody, as a check of the village looks for it: charts and duties on the wall, and the window where a risk is declared. */
public enum ChecklistItem implements Worded {
    FLOW_CHART("防返贫预警监测流程图", "the flow chart of early warning and monitoring"),
    INFO_OFFICER_DUTIES("信息员职责", "the duties of the information officer"),
    GRID_MEMBER_DUTIES("网格员职责", "the duties of grid members"),
    DECLARATION_WINDOW("防返贫风险申报窗口", "the window where a risk is declared");

    private final String zh;
    private final String en;

    ChecklistItem(String zh, String en) {
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
