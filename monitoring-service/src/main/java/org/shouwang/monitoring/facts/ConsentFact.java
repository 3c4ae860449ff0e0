package org.shouwang.monitoring.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A household's consent to be compared, as the household service published it. @param endedOn withdrawn or expired; null: neither */
public record ConsentFact(
        UUID id,
        UUID householdId,
        List<String> scope,
        List<UUID> signers,
        LocalDate grantedOn,
        LocalDate validTo,
        LocalDate endedOn) {

    public boolean validOn(LocalDate day) {
        return !day.isBefore(grantedOn)
                && (validTo == null || !day.isAfter(validTo))
                && (endedOn == null || day.isBefore(endedOn));
    }
}
