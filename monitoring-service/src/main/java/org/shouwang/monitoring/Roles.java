package org.shouwang.monitoring;

/** The roles of the field as they stand in a token, for the permission matrix at each endpoint. */
public final class Roles {

    public static final String GRID_MEMBER = "GRID_MEMBER";
    public static final String INFO_OFFICER = "INFO_OFFICER";
    public static final String VILLAGE_COMMITTEE = "VILLAGE_COMMITTEE";
    public static final String VILLAGE_HEAD = "VILLAGE_HEAD";
    public static final String VILLAGE_SECRETARY = "VILLAGE_SECRETARY";
    public static final String FIRST_SECRETARY = "FIRST_SECRETARY";
    public static final String RESIDENT_TEAM_LEADER = "RESIDENT_TEAM_LEADER";
    public static final String RESIDENT_TEAM = "RESIDENT_TEAM";
    public static final String HELPER = "HELPER";
    public static final String TOWN_OPERATOR = "TOWN_OPERATOR";
    public static final String TOWN_REVIEWER = "TOWN_REVIEWER";
    public static final String TOWN_LEADERSHIP = "TOWN_LEADERSHIP";
    public static final String COUNTY_OPERATOR = "COUNTY_OPERATOR";
    public static final String COUNTY_APPROVER = "COUNTY_APPROVER";
    public static final String DEPARTMENT_USER = "DEPARTMENT_USER";
    public static final String INSPECTOR = "INSPECTOR";
    public static final String AREA_GROUP_LEADER = "AREA_GROUP_LEADER";
    public static final String AUDITOR = "AUDITOR";
    public static final String SYS_ADMIN = "SYS_ADMIN";

    private Roles() {}
}
