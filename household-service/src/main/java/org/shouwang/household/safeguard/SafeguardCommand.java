package org.shouwang.household.safeguard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.household.income.Signature;

/** Everything one can ask of a safeguard check. */
public sealed interface SafeguardCommand {

    /**
     * @param signatures empty: not signed
     * @param signaturesAsked whether the policy of the day wants it signed by both
     * @param housingProof kinds of papers, one of which a house that passes must cite; empty: none is asked for
     */
    record Check(
            UUID householdId,
            String areaCode,
            LocalDate checkedOn,
            SafeguardEvent.Method method,
            List<SafeguardItem> items,
            Water water,
            Water.Standard standard,
            String housingGrade,
            List<Signature> signatures,
            boolean signaturesAsked,
            List<String> housingProof)
            implements SafeguardCommand {}

    /** @param corrects id of the event that is wrong @param last id of the event that counts now @param check as it should have been */
    record Correct(UUID corrects, UUID last, String reason, Check check) implements SafeguardCommand {}

    /** Follows from the household's move. */
    record Move(String toArea, LocalDate on) implements SafeguardCommand {}
}
