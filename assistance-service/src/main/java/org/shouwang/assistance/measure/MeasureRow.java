package org.shouwang.assistance.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line of the ledger of measures.
 *
 * @param episode 0: the household was not monitored when it was planned
 * @param memberIds empty: the whole household
 * @param amount yuan, scale 2
 * @param effective null before the evaluation
 */
public record MeasureRow(
        UUID id,
        UUID householdId,
        int episode,
        String areaCode,
        MeasureCode code,
        MeasureItem item,
        String risk,
        List<UUID> memberIds,
        String detail,
        String provider,
        String dept,
        BigDecimal amount,
        String fundSource,
        String incomeLine,
        LocalDate startOn,
        LocalDate dueOn,
        MeasureState state,
        boolean overdue,
        LocalDate plannedOn,
        LocalDate approvedOn,
        LocalDate startedOn,
        LocalDate implementedOn,
        LocalDate evaluatedOn,
        Boolean effective,
        LocalDate closedOn,
        LocalDate cancelledOn,
        String note) {

    /** In effect, or has been: its worth was felt. */
    public boolean implemented() {
        return implementedOn != null;
    }

    public boolean standing() {
        return state != MeasureState.CANCELLED;
    }
}
