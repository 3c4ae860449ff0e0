package org.shouwang.monitoring.patrol;

/** By what coverage is counted. */
enum CoverageLevel {
    /** Households in no grid stand under their village. */
    GRID("coalesce(grid, area_code)"),
    VILLAGE("area_code"),
    TOWNSHIP("left(area_code, 9) || '000'"),
    COUNTY("left(area_code, 6) || '000000'");

    private final String key;

    CoverageLevel(String key) {
        this.key = key;
    }

    /** As SQL over households with their village and grid. */
    String key() {
        return key;
    }
}
