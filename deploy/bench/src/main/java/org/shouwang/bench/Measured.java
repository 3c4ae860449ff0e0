package org.shouwang.bench;

import org.HdrHistogram.Histogram;

/**
 * What one measurement found.
 *
 * @param counted events, commands or persons
 * @param perSecond of the same
 * @param p50Micros of one call
 * @param p99Micros of one call
 */
public record Measured(long counted, double perSecond, double p50Micros, double p99Micros) {

    public static Measured of(long counted, long nanos, Histogram nanosPerCall) {
        return new Measured(
                counted,
                counted * 1e9 / nanos,
                nanosPerCall.getValueAtPercentile(50) / 1e3,
                nanosPerCall.getValueAtPercentile(99) / 1e3);
    }

    /** One long call. */
    public static Measured of(long counted, long nanos) {
        return new Measured(counted, counted * 1e9 / nanos, nanos / 1e3, nanos / 1e3);
    }
}
