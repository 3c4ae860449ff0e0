package org.shouwang.household.codes;

/** 健康状况; several may hold at once, 健康 only alone. */
public enum Health implements Word {
    HEALTHY("健康"),
    CHRONIC("长期慢性病"),
    SERIOUS("患有大病"),
    DISABLED("残疾");

    private final String zh;

    Health(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
