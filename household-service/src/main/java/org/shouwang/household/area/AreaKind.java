package org.shouwang.household.area;

import java.util.Arrays;
import org.shouwang.eventsourcing.Worded;

/**
 * What a town or a village's unit is by the three digits of its own segment in the statistical code, so that nobody types it in beside the
 * code. The ranges are those of the bureau's published lists; a code outside them is of no kind.
 */
public enum AreaKind implements Worded {
    SUBDISTRICT(AreaLevel.TOWNSHIP, 1, 99, "街道"),
    TOWN(AreaLevel.TOWNSHIP, 100, 199, "镇"),
    TOWNSHIP(AreaLevel.TOWNSHIP, 200, 399, "乡"),
    TOWNSHIP_LIKE(AreaLevel.TOWNSHIP, 400, 599, "类似乡级单位"),
    RESIDENTS_COMMITTEE(AreaLevel.VILLAGE, 1, 199, "居民委员会"),
    VILLAGE_COMMITTEE(AreaLevel.VILLAGE, 200, 399, "村民委员会"),
    RESIDENTS_LIKE(AreaLevel.VILLAGE, 400, 499, "类似居民委员会"),
    VILLAGE_LIKE(AreaLevel.VILLAGE, 500, 599, "类似村民委员会");

    private final AreaLevel level;
    private final int first;
    private final int last;
    private final String zh;

    AreaKind(AreaLevel level, int first, int last, String zh) {
        this.level = level;
        this.first = first;
        this.last = last;
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** Null above the towns, below the villages, and outside the ranges. */
    public static AreaKind of(String code) {
        var level = AreaLevel.of(code);
        return Arrays.stream(values())
                .filter(kind -> kind.level == level)
                .filter(kind -> kind.first <= segment(code, level) && segment(code, level) <= kind.last)
                .findFirst()
                .orElse(null);
    }

    private static int segment(String code, AreaLevel level) {
        return Integer.parseInt(level == AreaLevel.TOWNSHIP ? code.substring(6, 9) : code.substring(9, 12));
    }
}
