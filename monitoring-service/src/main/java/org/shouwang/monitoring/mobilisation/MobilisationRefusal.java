package org.shouwang.monitoring.mobilisation;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why something about a mobilisation meeting was refused, where no shared reason fits. */
public enum MobilisationRefusal implements Reason {
    MOBILISATION_UNKNOWN(Kind.UNKNOWN, "没有这次动员会", "There is no such mobilisation meeting"),
    CLASS_TWICE(Kind.INVALID, "同一类参会人员只能填写一次人数", "The persons of a class of attendees are told once"),
    TASK_UNKNOWN(Kind.UNKNOWN, "动员会没有布置这项任务", "The meeting gave no task of that number"),
    TASK_DONE(Kind.CONFLICT, "这项任务已经销号，内容不同", "That task is done already, with another content"),
    TASK_INVALID(
            Kind.INVALID,
            "任务须写明内容、会议所在地区内的责任单位和不早于会议当天的期限",
            "A task needs a text, a responsible unit within the area of the meeting, and a last day not before the meeting");

    private final Kind kind;
    private final String zh;
    private final String en;

    MobilisationRefusal(Kind kind, String zh, String en) {
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
