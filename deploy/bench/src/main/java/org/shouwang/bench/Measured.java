package org.shouwang.bench;

import org.HdrHistogram.Histogram;

/**
 * What one measurement found.
 *
 * @param counted events, commands or persons
 * @param perSecond of the same
 * @param p50Micros of one call
 * @param p99Micros of one call
 * @param used processor time for each of what was counted
 */
public record Measured(long counted, double perSecond, double p50Micros, double p99Micros, Used used) {

    public static Measured of(long counted, long nanos, Histogram nanosPerCall) {
        return of(counted, nanos, nanosPerCall, Used.NOTHING);
    }

    static Measured of(long counted, long nanos, Histogram nanosPerCall, Used used) {
        return new Measured(
                counted,
                counted * 1e9 / nanos,
                nanosPerCall.getValueAtPercentile(50) / 1e3,
                nanosPerCall.getValueAtPercentile(99) / 1e3,
                used);
    }

    /** One long call. */
    public static Measured of(long counted, long nanos) {
        return of(counted, nanos, Used.NOTHING);
    }

    static Measured of(long counted, long nanos, Used used) {
        return new Measured(counted, counted * 1e9 / nanos, nanos / 1e3, nanos / 1e3, used);
    }
}
