package org.shouwang.monitoring.checklist;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why what was said of a village's checklist was refused, where no shared reason fits. */
public enum ChecklistRefusal implements Reason {
    CHECKLIST_NOT_SHOWN(Kind.CONFLICT, "该事项目前没有上墙（设置）的记录", "The item is not recorded as shown");

    private final Kind kind;
    private final String zh;
    private final String en;

    ChecklistRefusal(Kind kind, String zh, String en) {
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
