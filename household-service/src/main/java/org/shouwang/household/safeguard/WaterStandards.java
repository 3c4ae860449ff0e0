package org.shouwang.household.safeguard;

import io.smallrye.config.ConfigMapping;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;

/**
 * From which figures on water counts as safe, under {@code shouwang.safeguard.water}: the usual standard, and what dry or mountainous areas
 * have in its place. Litres per person and day, minutes for one fetch, metres to the source, days without water in a year.
 */
@ConfigMapping(prefix = "shouwang.safeguard.water")
public interface WaterStandards {

    int litres();

    int fetchMinutes();

    int horizontalMetres();

    int verticalMetres();

    int stopDays();

    /** By area code or the beginning of one. */
    Map<String, Local> areas();

    /** What is left out is as it is elsewhere. */
    interface Local {

        OptionalInt litres();

        OptionalInt fetchMinutes();

        OptionalInt horizontalMetres();

        OptionalInt verticalMetres();

        OptionalInt stopDays();
    }

    /** Of the smallest area that has one and holds the village. */
    default Water.Standard of(String areaCode) {
        return areas().entrySet().stream()
                .filter(area -> areaCode.startsWith(area.getKey()))
                .max(Comparator.comparingInt(area -> area.getKey().length()))
                .map(area -> with(area.getValue()))
                .orElseGet(() ->
                        new Water.Standard(litres(), fetchMinutes(), horizontalMetres(), verticalMetres(), stopDays()));
    }

    private Water.Standard with(Local local) {
        return new Water.Standard(
                local.litres().orElse(litres()),
                local.fetchMinutes().orElse(fetchMinutes()),
                local.horizontalMetres().orElse(horizontalMetres()),
                local.verticalMetres().orElse(verticalMetres()),
                local.stopDays().orElse(stopDays()));
    }
}
