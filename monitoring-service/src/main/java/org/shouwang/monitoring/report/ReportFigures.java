package org.shouwang.monitoring.report;

import java.util.List;
import org.shouwang.monitoring.figures.Count;

/**
 * What a village did in a month, counted from what is on record. Stock is that of the month's last day.
 *
 * @param types and {@code grades} of those under monitoring, by code
 * @param added included, again or for the first time
 * @param warningsOpen not closed at the month's end
 * @param measures put into effect in the month, {@code measuresInEffect} so far for those who are under monitoring
 * @param visitsPlanned households that were watched before the month began and still at its end, {@code visitsDone} of them visited in it
 * @param visitsToOthers visits of the month to households that came or went in it; null: reported before they were counted apart
 */
public record ReportFigures(
        Count stock,
        List<Part> types,
        List<Part> grades,
        Count added,
        Count removed,
        int warningsRaised,
        int warningsClosed,
        int warningsOpen,
        int measures,
        int measuresInEffect,
        int visitsPlanned,
        int visitsDone,
        Integer visitsToOthers) {

    /** @param code of a type or a grade */
    public record Part(String code, long households, long persons) {}
}
