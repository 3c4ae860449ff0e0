package org.shouwang.bench;

import java.util.List;
import java.util.Locale;

/**
 * How a row is warmed up: in parts, until one is hardly faster than the one before.
 *
 * @param seconds of a part
 * @param least parts; 0: the row is not warmed up
 * @param most parts, whether it still gets faster or not
 */
record WarmUp(double seconds, int least, int most) {

    static final WarmUp NONE = new WarmUp(0, 0, 0);

    /** A part that is faster than the one before it by less, in percent, is the last. */
    static final int HARDLY = 5;

    /** A single part of the same length. */
    WarmUp once() {
        return new WarmUp(seconds, 1, 1);
    }

    /** @param speeds of the parts so far, in their order, whatever their unit */
    boolean over(List<Double> speeds) {
        var parts = speeds.size();
        if (parts < least) return false;
        return parts >= most || parts > 1 && speeds.get(parts - 1) < speeds.get(parts - 2) * (1 + HARDLY / 100.0);
    }

    /** In words, as the report says it. */
    String words() {
        var count = least == most ? least + (most == 1 ? " part" : " parts") : least + " to " + most + " parts";
        return String.format(Locale.ROOT, "%s of %.1f s", count, seconds);
    }
}
