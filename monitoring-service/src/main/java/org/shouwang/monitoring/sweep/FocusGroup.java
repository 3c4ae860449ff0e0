package org.shouwang.monitoring.sweep;

import static org.shouwang.monitoring.sweep.FocusFacts.*;

import org.shouwang.eventsourcing.Worded;

/**
 * Households that a sweep visits first, by what is known of such groups in general (八必访 of the county mechanisms after 2021), each with the
 * facts by which it is told here. Stored by name.
 */
public enum FocusGroup implements Worded {
    LOW_INCOME(
            "收入较低或下降",
            "排查结束前最近一份已签字收入表低于排查首日适用的监测线或低于同口径的上一份，或有收入骤减风险",
            LATEST_INCOME.formatted("i.compared < i.before or " + BELOW_LINE) + " or " + risks("12")),
    ILLNESS("重病慢病", "本服务不存健康信息：只按监测对象的因病风险和部门预警线索", risks("01")),
    SCATTERED_TEKUN("分散供养特困", "特困身份；是否集中供养不掌握", tag("TEKUN")),
    DIBAO("低保（新增和申请）", "低保身份；正在申请的不掌握，不区分是否新增", tag("DIBAO")),
    DISABILITY("残疾（新增和重度）", "残疾身份或因残风险；残疾等级不掌握，不区分是否新增", tag("DISABLED") + " or " + risks("03")),
    STUDENTS("非义务教育学生多", "有学前、高中、中职及以上在校生，不论人数，或有因学风险", STUDENT + " or " + risks("09")),
    UNSTABLE_WORK(
            "主要靠不稳定务工",
            "最近一份收入表以工资为主且有成员去年务工今年未务工，或有务工就业不稳风险",
            "(" + LATEST_INCOME.formatted(MAINLY_WAGES) + " and " + OUT_OF_WORK + ") or " + risks("07")),
    HARDSHIP("遭遇意外或灾害", "监测对象和部门预警线索中的自然灾害、意外事故风险", risks("02", "05"));

    /** For who asks for the households of a group. */
    static final String TOLD =
            "LOW_INCOME: the last signed statement up to the sweep's end is below the line of its first day, as the policy compares it, or below the one before it on the same basis, or risk 12;"
                    + " ILLNESS: health is not kept here, only the risk 01 of who is or was monitored and of departments' clues tells of it;"
                    + " SCATTERED_TEKUN: who holds the tag, living in an institution or not, which is not known;"
                    + " DIBAO: who holds the tag, new or not; applicants are not known;"
                    + " DISABILITY: who holds the tag or risk 03, new or not; how severe it is is not known;"
                    + " STUDENTS: with anybody in kindergarten or beyond the nine compulsory years, or risk 09; how many are many is left to the reader;"
                    + " UNSTABLE_WORK: living mainly on wages while somebody who worked away last year does not, or risk 07;"
                    + " HARDSHIP: risks 02 and 05.";

    private final String zh;
    private final String facts;
    private final String condition;

    FocusGroup(String zh, String facts, String condition) {
        this.zh = zh;
        this.facts = facts;
        this.condition = condition;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** By which facts a household is told to belong to it, and what of it no fact tells. */
    String facts() {
        return facts;
    }

    /** Of a household {@code h} of a sweep {@code s}, in SQL. */
    String condition() {
        return condition;
    }
}
