package org.shouwang.household.staff;

import org.shouwang.eventsourcing.Personal;

/** What somebody is called: the part of a member of staff that never leaves this service. */
public record StaffName(String text) implements Personal {}
