package org.shouwang.household.codes;

import java.util.Arrays;

/** The industry departments 行业部门 that deliver figures, by the codes under which the rules of monitoring ask them. */
public enum Department {
    CIVIL,
    EDU,
    HEALTH,
    MEDINS,
    HOUSING,
    WATER,
    HRSS,
    DISABLED,
    EMERGENCY,
    POLICE,
    AGRI,
    PETITION,
    FINANCE,
    MARKET,
    REALESTATE,
    VEHICLE,
    BANK,
    RURAL;

    public static boolean known(String code) {
        return Arrays.stream(values()).anyMatch(department -> department.name().equals(code));
    }
}
