package org.shouwang.household.codes;

/** 证件类型: what kind of document a number was copied from. */
public enum IdType implements Word {
    ID_CARD("居民身份证"),
    DISABILITY_CARD("残疾人证"),
    OTHER("其他证件");

    private final String zh;

    IdType(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
