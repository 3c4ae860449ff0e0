package org.shouwang.eventsourcing;

import java.util.List;

/** What a sequence of events adds up to. Total and pure: history cannot be refused. */
public interface View<S, E> {

    S initial();

    S evolve(S state, E event);

    default S replay(S from, List<? extends E> events) {
        var state = from;
        for (var event : events) state = evolve(state, event);
        return state;
    }
}
