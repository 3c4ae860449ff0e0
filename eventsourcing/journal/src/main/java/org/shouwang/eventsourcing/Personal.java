package org.shouwang.eventsourcing;

/**
 * Marks a value inside an event that tells who a person is or how they are: names, numbers, phones, addresses, accounts, health.
 * The journal keeps such values apart from the rest of the event, hashes them with a salt of their own, and never publishes them.
 */
public interface Personal {}
