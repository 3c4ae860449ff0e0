package org.shouwang.monitoring.identification;

import java.time.LocalDate;

/** What one department's records show. @param item what was found, as a code; null where nothing was */
public record Comparison(String dept, LocalDate comparedOn, boolean hit, String item) {}
