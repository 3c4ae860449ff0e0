package org.shouwang.monitoring.meeting;

import java.util.UUID;

/**
 * What the minutes say of one monitored household.
 *
 * @param situation how it stands
 * @param conclusion what the meeting made of it
 */
public record JudgementItem(UUID householdId, String situation, String conclusion) {}
