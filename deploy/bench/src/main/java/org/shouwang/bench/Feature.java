package org.shouwang.bench;

/** Rows that a subject has beyond those of every {@link Store}. */
public interface Feature {

    Measured take(Task task) throws Exception;
}
