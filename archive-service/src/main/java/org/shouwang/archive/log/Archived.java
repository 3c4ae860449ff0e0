package org.shouwang.archive.log;

import org.shouwang.eventsourcing.journal.StoredEvent;

/**
 * An event as the archive holds it.
 *
 * @param position place in the order of arrival
 * @param service that published it: {@code household}, {@code monitoring}, {@code assistance}, {@code archive}
 * @param fault what was wrong with it on arrival; null where nothing was
 */
public record Archived(long position, String service, StoredEvent event, Fault fault) {}
