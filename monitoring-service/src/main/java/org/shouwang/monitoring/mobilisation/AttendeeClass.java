package org.shouwang.monitoring.mobilisation;

import org.shouwang.eventsourcing.Worded;

/** Who is called to a mobilisation meeting, at the main venue and at those of the towns. */
public enum AttendeeClass implements Worded {
    UNIT_LEADERS("县级挂包单位主要领导"),
    DATA_DEPARTMENT_LEADERS("数据信息相关部门领导"),
    TOWN_OFFICERS("各乡镇分管领导、业务骨干"),
    RURAL_BUREAU("县乡村振兴局班子及业务人员"),
    TOWN_LEADERSHIP("乡镇领导班子"),
    TOWN_OFFICE("乡镇振兴办人员"),
    VILLAGE_COMMITTEES("村（社区）两委班子"),
    RESIDENT_TEAMS("驻村工作队员");

    private final String zh;

    AttendeeClass(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
