package org.shouwang.household.codes;

/** 保障身份: what kind of standing aid a person receives. */
public enum SecurityTag implements Word {
    DIBAO("低保"),
    TEKUN("特困供养"),
    DISABLED("残疾"),
    DIBAO_EDGE("低保边缘");

    private final String zh;

    SecurityTag(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
