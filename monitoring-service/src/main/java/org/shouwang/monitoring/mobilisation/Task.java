package org.shouwang.monitoring.mobilisation;

import java.time.LocalDate;

/**
 * What a mobilisation meeting gave to somebody.
 *
 * @param areaCode the responsible unit: a county, town or village, 12 digits @param dept of the county, where one is; else null @param dueOn last day, whole
 */
public record Task(String text, String areaCode, String dept, LocalDate dueOn) {}
