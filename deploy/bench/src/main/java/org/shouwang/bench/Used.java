package org.shouwang.bench;

/**
 * Processor time in microseconds, of all threads together.
 *
 * @param client where that is a process of its own; 0 where the subject calls itself
 * @param subject the subject's JVM
 * @param postgresql all processes of the server
 */
public record Used(double client, double subject, double postgresql) {

    public static final Used NOTHING = new Used(0, 0, 0);
}
