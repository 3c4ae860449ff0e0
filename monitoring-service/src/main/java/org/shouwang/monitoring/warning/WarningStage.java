package org.shouwang.monitoring.warning;

import org.shouwang.eventsourcing.Worded;

/** How far a warning has come. */
public enum WarningStage implements Worded {
    RAISED("已提出"),
    ENTRY_PENDING("待录入"),
    ANNOTATED("已标注"),
    ASSIGNED("已交办"),
    IN_HANDLING("处置中"),
    CLOSED("已销号"),
    REVISITED("已回访"),
    CANCELLED("已撤销");

    private final String zh;

    WarningStage(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    public boolean open() {
        return ordinal() < CLOSED.ordinal();
    }
}
