package org.shouwang.assistance.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One stay of a household among the monitored, as the events of monitoring have told so far.
 *
 * @param episode from 1
 * @param risks codes, the main one first
 * @param grade RED, YELLOW, GREEN; null where the policy knows no grades
 * @param removedOn null while the risk stands
 * @param wageAfter yuan in the year, collected after removal; null before
 * @param transferAfter the same of transfers
 */
public record KnownObject(
        UUID household,
        int episode,
        String areaCode,
        State state,
        String grade,
        List<String> risks,
        LocalDate includedOn,
        LocalDate removedOn,
        BigDecimal wageAfter,
        BigDecimal transferAfter) {

    /** Where a stay stands. */
    public enum State {
        ACTIVE,
        REMOVED,
        VOIDED
    }

    public boolean active() {
        return state == State.ACTIVE;
    }
}
