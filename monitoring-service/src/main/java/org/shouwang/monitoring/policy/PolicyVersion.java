package org.shouwang.monitoring.policy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.shouwang.eventsourcing.journal.Written;

/** A version of a policy as lists show it. @param recorded its publication @param changed the same, or that a later version took its place */
public record PolicyVersion(@JsonUnwrapped PolicyTerms terms, Written recorded, Written changed) {}
