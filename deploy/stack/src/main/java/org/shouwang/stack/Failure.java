package org.shouwang.stack;

/**
 * Why the stack cannot go on, so that {@link Launcher} can tell the user in one plain sentence and never in a stack trace.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param sentence one English sentence for a person at a terminal: what is wrong, where, and what to do about it */
    public Failure(String sentence) {
        super(sentence);
    }

    /** As {@link #Failure(String)}, with the cause for the log. */
    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
