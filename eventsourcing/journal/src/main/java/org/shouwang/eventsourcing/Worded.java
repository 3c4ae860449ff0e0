package org.shouwang.eventsourcing;

/** A code for which people have a word: wherever an answer shows the code, the word stands beside it. Implemented by enums, which are stored and published by name. */
public interface Worded {

    /** The word in Chinese, as forms and rosters have it. */
    String zh();
}
