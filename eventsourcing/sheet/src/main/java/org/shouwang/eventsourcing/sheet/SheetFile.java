package org.shouwang.eventsourcing.sheet;

import java.io.IOException;
import java.util.List;

/** A table on its way to somebody's desk: written row by row, never held as a whole. */
public interface SheetFile {

    /** @param about area, days and date of the figures */
    void title(String title, String about, List<String> headers) throws IOException;

    /** @param cells texts and numbers, null where empty */
    void row(List<Object> cells) throws IOException;

    /** Sends on what was written. */
    void flush() throws IOException;

    /** The whole is written. What is broken off before never gets here, and cannot be taken for whole. */
    void end() throws IOException;
}
