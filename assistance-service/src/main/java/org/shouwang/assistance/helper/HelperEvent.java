package org.shouwang.assistance.helper;

import java.time.LocalDate;
import org.shouwang.assistance.DocumentRef;

/** Everything that can have happened to the post of a household's helper (帮扶责任人). The stream is the household. */
public sealed interface HelperEvent {

    /** @param helper user id */
    record HelperAssigned(String areaCode, String helper, String unit, LocalDate from) implements HelperEvent {}

    /** @param record of the hand-over */
    record HelperHandedOver(String from, String to, String unit, String reason, DocumentRef record, LocalDate on)
            implements HelperEvent {}

    record HelperReleased(String helper, String reason, DocumentRef record, LocalDate on) implements HelperEvent {}

    record HelperMoved(String from, String to, LocalDate on) implements HelperEvent {}
}
