package org.shouwang.household.objectroster;

import org.shouwang.household.codes.Word;

/** The colour in which monitoring keeps a household under the 2020 plan. */
enum RosterGrade implements Word {
    RED("红色"),
    YELLOW("黄色"),
    GREEN("绿色");

    private final String zh;

    RosterGrade(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
