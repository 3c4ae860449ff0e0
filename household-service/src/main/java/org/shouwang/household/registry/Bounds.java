package org.shouwang.household.registry;

import io.smallrye.config.ConfigMapping;
import java.util.stream.IntStream;

/**
 * From where on data looks doubtful: figures that a county may set otherwise, under {@code shouwang.quality}. Ages are full years.
 * Errors never depend on them.
 */
@ConfigMapping(prefix = "shouwang.quality")
public interface Bounds {

    /** At which somebody healthy is expected to have labour. */
    int workingAge();

    /** From which on no more. */
    int retirementAge();

    int pupilLeast();

    int pupilMost();

    /** At which compulsory education (义务教育) begins. */
    int schoolLeast();

    /** In which it ends. */
    int schoolMost();

    /** A year's wages, in yuan, that are suspiciously little: below this and above nothing. */
    int wageLeast();

    /** The birthdays on which a member may come to look doubtful, or no more. */
    default IntStream ages() {
        return IntStream.of(pupilLeast(), pupilMost() + 1, workingAge(), retirementAge());
    }
}
