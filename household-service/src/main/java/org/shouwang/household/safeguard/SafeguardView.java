package org.shouwang.household.safeguard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.income.SignatureView;
import org.shouwang.household.registry.DocumentRef;

/** A safeguard check as it is shown. @param eventId of what counts, for a correction to name @param signatures who signed; who enters data sees phones whole */
record SafeguardView(
        UUID id,
        UUID householdId,
        LocalDate checkedOn,
        SafeguardEvent.Method method,
        List<ItemView> items,
        Water water,
        String housingGrade,
        UUID eventId,
        List<SignatureView> signatures,
        Written recorded) {

    record ItemView(
            Indicator indicator, String zh, SafeguardItem.Result result, String note, List<DocumentRef> evidence) {}

    static SafeguardView of(
            UUID check, UUID household, SafeguardDecider.Checked state, UUID eventId, Written recorded, boolean open) {
        if (state == null || !state.event().householdId().equals(household))
            throw new Refused(SafeguardDecider.Refusal.CHECK_UNKNOWN);
        var e = state.event();
        var items = e.items().stream()
                .map(i -> new ItemView(
                        i.indicator(),
                        i.indicator().zh(),
                        i.result(),
                        i.remark() == null ? null : i.remark().text(),
                        i.evidence()))
                .toList();
        var signatures =
                e.signatures().stream().map(s -> SignatureView.of(s, open)).toList();
        return new SafeguardView(
                check,
                household,
                e.checkedOn(),
                e.method(),
                items,
                e.water(),
                e.housingGrade(),
                eventId,
                signatures,
                recorded);
    }
}
