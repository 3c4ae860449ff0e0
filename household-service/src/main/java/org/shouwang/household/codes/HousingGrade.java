package org.shouwang.household.codes;

/** 住房安全等级, as it is appraised or identified. */
public enum HousingGrade implements Word {
    A("A级（安全）"),
    B("B级（基本安全）"),
    C("C级（局部危险）"),
    D("D级（整体危险）");

    private final String zh;

    HousingGrade(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** To be repaired or built anew. */
    public boolean dangerous() {
        return this == C || this == D;
    }
}
