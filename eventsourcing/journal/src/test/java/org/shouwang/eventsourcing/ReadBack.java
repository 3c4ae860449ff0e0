package org.shouwang.eventsourcing;

import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;

/** Events as they come back from the store, to hold against what was decided with them in memory. */
public final class ReadBack {

    private ReadBack() {}

    public static <E> List<E> of(Class<E> family, List<E> events) {
        var catalog = new EventCatalog<>(family);
        return events.stream().map(catalog::encode).map(catalog::decode).toList();
    }
}
