package org.shouwang.monitoring.policy;

import java.time.LocalDate;
import org.shouwang.eventsourcing.Stored;

/** Everything that can have happened to a policy; its versions are one stream. */
public sealed interface PolicyEvent {

    @Stored(revision = 2)
    record PolicyPublished(PolicyTerms terms) implements PolicyEvent {}

    /** From {@code from} on the version no longer counts; what it decided before stays as it is. */
    record PolicySuperseded(String policyId, int version, int by, LocalDate from) implements PolicyEvent {}
}
