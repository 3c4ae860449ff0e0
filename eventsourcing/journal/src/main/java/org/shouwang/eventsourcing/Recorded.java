package org.shouwang.eventsourcing;

/** An event with its envelope, as projections see it. */
public record Recorded<E>(E event, Envelope envelope) {}
