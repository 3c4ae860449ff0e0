package org.shouwang.monitoring.sweep;

/** Households that a sweep visits first, by what is known of such groups in general (八必访 of the county mechanisms after 2021). Stored by name. */
public enum FocusGroup {
    LOW_INCOME("收入较低或下降"),
    ILLNESS("重病慢病"),
    SCATTERED_TEKUN("分散供养特困"),
    DIBAO("低保（新增和申请）"),
    DISABILITY("残疾（新增和重度）"),
    STUDENTS("非义务教育学生多"),
    UNSTABLE_WORK("主要靠不稳定务工"),
    HARDSHIP("遭遇意外或灾害");

    private final String zh;

    FocusGroup(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
