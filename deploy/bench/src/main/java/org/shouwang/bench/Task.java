package org.shouwang.bench;

/**
 * What the runner asks of a subject's process, one JSON line each; the answer is one line, a {@link Measured}.
 *
 * @param row as in the results, or what prepares for it: {@code fill}, {@code prepare}
 * @param callers at once; the round where streams are prepared
 * @param seconds how long
 * @param size of what is prepared, in events or streams; unused by some rows
 */
public record Task(String row, int callers, double seconds, long size) {}
