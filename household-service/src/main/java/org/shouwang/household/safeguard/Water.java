package org.shouwang.household.safeguard;

import java.util.ArrayList;
import java.util.List;

/**
 * Drinking water as measured; null where not measured. Piped water passes as convenient.
 *
 * @param litres per person and day
 * @param fetchMinutes for one way of fetching it
 * @param horizontalMetres and {@code verticalMetres} to the source
 * @param stopDays without water in a year
 */
public record Water(
        Integer litres,
        Boolean qualityGood,
        boolean piped,
        Integer fetchMinutes,
        Integer horizontalMetres,
        Integer verticalMetres,
        Integer stopDays) {

    /** From which figures on water counts as safe where a household lives. */
    public record Standard(int litres, int fetchMinutes, int horizontalMetres, int verticalMetres, int stopDays) {}

    /** Which of quantity, quality, convenience and reliability fall short. */
    List<String> wanting(Standard standard) {
        var wanting = new ArrayList<String>();
        if (litres != null && litres < standard.litres()) wanting.add("QUANTITY");
        if (Boolean.FALSE.equals(qualityGood)) wanting.add("QUALITY");
        if (inconvenient(standard)) wanting.add("CONVENIENCE");
        if (stopDays != null && stopDays > standard.stopDays()) wanting.add("RELIABILITY");
        return wanting;
    }

    /** One of time, way and height within the standard is enough. */
    private boolean inconvenient(Standard standard) {
        if (piped || fetchMinutes == null && horizontalMetres == null && verticalMetres == null) return false;
        return !(within(fetchMinutes, standard.fetchMinutes())
                || within(horizontalMetres, standard.horizontalMetres())
                || within(verticalMetres, standard.verticalMetres()));
    }

    private static boolean within(Integer measured, int most) {
        return measured != null && measured <= most;
    }
}
