package org.shouwang.household.codes;

/** 在校生状况, as the national monitoring system words it. */
public enum StudentStatus implements Word {
    PRESCHOOL_AGE("学龄前儿童"),
    KINDERGARTEN("学前教育"),
    PRIMARY("小学"),
    GRADE_7("七年级"),
    GRADE_8("八年级"),
    GRADE_9("九年级"),
    SENIOR_1("普通高中一年级"),
    SENIOR_2("普通高中二年级"),
    SENIOR_3("普通高中三年级"),
    VOCATIONAL_1("中职一年级"),
    VOCATIONAL_2("中职二年级"),
    VOCATIONAL_3("中职三年级"),
    COLLEGE_1("高职高专一年级"),
    COLLEGE_2("高职高专二年级"),
    COLLEGE_3("高职高专三年级"),
    TECHNICIAN_1("技师学院一年级"),
    TECHNICIAN_2("技师学院二年级"),
    TECHNICIAN_3("技师学院三年级"),
    TECHNICIAN_4("技师学院四年级"),
    BACHELOR_1("本科一年级"),
    BACHELOR_2("本科二年级"),
    BACHELOR_3("本科三年级"),
    BACHELOR_4("本科四年级"),
    BACHELOR_5("本科五年级"),
    MASTER_OR_ABOVE("硕士研究生及以上");

    private final String zh;

    StudentStatus(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** The nine years of compulsory school. */
    public boolean compulsory() {
        return this == PRIMARY || this == GRADE_7 || this == GRADE_8 || this == GRADE_9;
    }

    /** At a school of any kind, not merely too young for one. */
    public boolean atSchool() {
        return this != PRESCHOOL_AGE;
    }
}
