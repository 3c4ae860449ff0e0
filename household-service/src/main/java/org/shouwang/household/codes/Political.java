package org.shouwang.household.codes;

/** 政治面貌, as the national monitoring system words it. */
public enum Political implements Word {
    PARTY_MEMBER("中共党员"),
    PROBATIONARY("中共预备党员"),
    LEAGUE_MEMBER("共青团员"),
    MASSES("群众");

    private final String zh;

    Political(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
