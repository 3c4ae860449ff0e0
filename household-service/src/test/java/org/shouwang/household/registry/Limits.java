package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.List;

/** The bounds that tests go by. */
public record Limits(
        int workingAge,
        int retirementAge,
        int pupilLeast,
        int pupilMost,
        int schoolLeast,
        int schoolMost,
        int wageLeast)
        implements Bounds {

    public static final Bounds USUAL = new Limits(16, 60, 6, 14, 6, 15, 100);

    static Picture picture(LocalDate on, Member... members) {
        return new Picture(
                Fixtures.AREA, null, null, Details.NONE, List.of(members), Picture.Beside.NOTHING, on, USUAL);
    }
}
