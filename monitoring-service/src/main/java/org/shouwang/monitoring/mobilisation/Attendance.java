package org.shouwang.monitoring.mobilisation;

/** How many of one class came to a mobilisation meeting. */
public record Attendance(AttendeeClass of, int persons) {}
