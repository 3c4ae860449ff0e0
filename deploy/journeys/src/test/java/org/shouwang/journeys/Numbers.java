package org.shouwang.journeys;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Citizen ID numbers (GB 11643-1999) of area 999999, which does not exist; none is given twice, nor to a run against the same stack. */
final class Numbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger COUNT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(200_000));

    /** Years of birth in which nobody of the sample village has a number whose last digits before the check are above 899. */
    private static final int[] YEARS = {1981, 1983, 1985, 1989, 1990, 1998, 1999};

    private Numbers() {}

    /** Of a man or woman born in 1981 to 1999. */
    static String next() {
        var n = COUNT.getAndIncrement();
        var digits =
                "999999%d%02d%02d%03d".formatted(YEARS[n % 7], 1 + n / 7 % 12, 1 + n / 84 % 28, 900 + n / 2_352 % 100);
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return digits + "10X98765432".charAt(sum % 11);
    }
}
