package org.shouwang.household.area;

import org.shouwang.eventsourcing.Worded;

/** How high an area stands. Told by the digits of its code alone: a county-level city is a county, whatever its name says. */
public enum AreaLevel implements Worded {
    PROVINCE("省"),
    CITY("市州"),
    COUNTY("县"),
    TOWNSHIP("乡镇"),
    VILLAGE("村"),
    GROUP("村民小组"),
    GRID("网格");

    private static final String GROUP_FORM = "[0-9]{12}-Z[0-9]{2}";
    private static final String GRID_FORM = "[0-9]{12}-W[0-9]{3}";

    private final String zh;

    AreaLevel(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Twelve digits of the national table, or a village's code with {@code -Z01} (group) or {@code -W001} (grid). */
    public static boolean isCode(String code) {
        return code != null
                && (code.matches("[0-9]{12}") && !code.startsWith("00")
                        || code.matches(GROUP_FORM)
                        || code.matches(GRID_FORM));
    }

    /** By trailing zeros, segment by segment. */
    public static AreaLevel of(String code) {
        if (code.matches(GROUP_FORM)) return GROUP;
        if (code.matches(GRID_FORM)) return GRID;
        if (code.endsWith("0000000000")) return PROVINCE;
        if (code.endsWith("00000000")) return CITY;
        if (code.endsWith("000000")) return COUNTY;
        if (code.endsWith("000")) return TOWNSHIP;
        return VILLAGE;
    }

    /** The code one level up; null above a province. A town right under a prefecture has the prefecture's code above it. */
    public static String parent(String code) {
        return switch (of(code)) {
            case PROVINCE -> null;
            case CITY -> code.substring(0, 2) + "0000000000";
            case COUNTY -> code.substring(0, 4) + "00000000";
            case TOWNSHIP -> code.substring(0, 6) + "000000";
            case VILLAGE -> code.substring(0, 9) + "000";
            case GROUP, GRID -> code.substring(0, 12);
        };
    }
}
