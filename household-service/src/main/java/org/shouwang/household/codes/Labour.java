package org.shouwang.household.codes;

/** 劳动技能, as the national monitoring system words it. */
public enum Labour implements Word {
    NORMAL("普通劳动力"),
    SKILLED("技能劳动力"),
    WEAK("弱劳动力或半劳动力"),
    LOST("丧失劳动力"),
    NONE("无劳动力");

    private final String zh;

    Labour(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Able to do a whole or a part of a job: where nobody is, the household is one without labour. */
    public boolean works() {
        return this == NORMAL || this == SKILLED || this == WEAK;
    }
}
