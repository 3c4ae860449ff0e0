package org.shouwang.household.codes;

/** 户类型: whether the household once was on the poverty register. */
public enum RegisteredType implements Word {
    GENERAL("一般户"),
    LIFTED("脱贫户");

    private final String zh;

    RegisteredType(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
