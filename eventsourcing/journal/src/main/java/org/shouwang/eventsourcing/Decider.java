package org.shouwang.eventsourcing;

/** A view that also decides what a command adds to history. Pure: time, ids and policies arrive inside the command. */
public interface Decider<C, S, E> extends View<S, E> {

    Decision<E> decide(C command, S state);
}
