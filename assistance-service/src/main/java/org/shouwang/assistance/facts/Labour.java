package org.shouwang.assistance.facts;

/** 劳动技能, as the household's register says. */
public enum Labour {
    NORMAL,
    SKILLED,
    WEAK,
    LOST,
    NONE;

    /** 普通、技能、弱劳动力或半劳动力. */
    public boolean able() {
        return this == NORMAL || this == SKILLED || this == WEAK;
    }

    public boolean full() {
        return this == NORMAL || this == SKILLED;
    }
}
