package org.shouwang.household.safeguard;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.household.income.Signature;

/** Everything that can have happened to a safeguard check. */
public sealed interface SafeguardEvent {

    /** @param water as measured; may be absent @param housingGrade A to D as appraised; may be absent @param signatures empty: not signed, as in checks before signatures were asked */
    record SafeguardChecked(
            UUID householdId,
            String areaCode,
            LocalDate checkedOn,
            Method method,
            List<SafeguardItem> items,
            Water water,
            String housingGrade,
            List<Signature> signatures)
            implements SafeguardEvent {

        public SafeguardChecked {
            signatures = signatures == null ? List.of() : List.copyOf(signatures);
        }
    }

    /** @param corrects id of the event that was wrong @param check what counts in its place */
    record SafeguardCheckCorrected(UUID corrects, String reason, SafeguardChecked check) implements SafeguardEvent {}

    /** It goes along with its household. */
    record SafeguardCheckMoved(UUID householdId, String from, String to, LocalDate on) implements SafeguardEvent {}

    enum Method implements Worded {
        ON_SITE("入户"),
        PHONE("电话");

        private final String zh;

        Method(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }
}
