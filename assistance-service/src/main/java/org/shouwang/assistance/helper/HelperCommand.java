package org.shouwang.assistance.helper;

import java.time.LocalDate;
import org.shouwang.assistance.DocumentRef;

/** Everything one can ask of the post of a household's helper. */
public sealed interface HelperCommand {

    /** @param areaCode null: the household is not known here, or lies outside the caller's area */
    record Assign(String areaCode, String helper, String unit, LocalDate from) implements HelperCommand {}

    record HandOver(String to, String unit, String reason, DocumentRef record, LocalDate on) implements HelperCommand {}

    /** @param monitored whether the household is being monitored, which forbids to leave it without a helper */
    record Release(String reason, DocumentRef record, boolean monitored, LocalDate on) implements HelperCommand {}

    record Move(String to, LocalDate on) implements HelperCommand {}
}
