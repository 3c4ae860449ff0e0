package org.shouwang.monitoring.topic;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why something about a sweep was refused. */
public enum SweepRefusal implements Reason {
    SWEEP_UNKNOWN(Kind.UNKNOWN, "没有这次专项排查", "There is no such sweep"),
    SWEEP_ALREADY_STARTED(Kind.CONFLICT, "这次专项排查已经开始，内容不同", "This sweep has begun already, with another content"),
    SWEEP_CLOSED(Kind.CONFLICT, "这次专项排查已经结束", "This sweep is over"),
    SWEEP_INCOMPLETE(
            Kind.INVALID,
            "请写明排查主题、起止日期和各不相同的问题",
            "A sweep needs a title, a first and a last day, and questions of different codes"),
    NOT_AN_OBJECT(Kind.CONFLICT, "该户不在本次专项排查的监测对象之中", "That household is not monitored in the area of the sweep"),
    ANSWERS_INCOMPLETE(Kind.INVALID, "清单上的每个问题都要回答，且只回答清单上的问题", "Each question of the list is answered, and no other"),
    UNCHECKED_LEFT(
            Kind.INVALID,
            "还有监测对象没有回答，结束时须说明理由，户数见 details",
            "Monitored households have not answered: give a reason to end; details say how many");

    private final Kind kind;
    private final String zh;
    private final String en;

    SweepRefusal(Kind kind, String zh, String en) {
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
