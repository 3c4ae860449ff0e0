package org.shouwang.monitoring.clue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.clue.ClueEvent.RiskClueAnswered;
import org.shouwang.monitoring.clue.ClueEvent.RiskClueHandedOver;
import org.shouwang.monitoring.clue.ClueEvent.RiskClueReceived;

/** What a clue must remember to decide: nothing more. */
public sealed interface Clue {

    record Unknown() implements Clue {}

    /** @param last how it was last sent on; null: not yet */
    record Waiting(RiskClueReceived received, boolean overdue, ClueEvent last) implements Clue {

        /** It is with a department, and was not sent to others since. */
        boolean handedOver() {
            return last instanceof RiskClueHandedOver;
        }

        boolean with(String dept) {
            return last instanceof RiskClueHandedOver given && given.dept().equals(dept);
        }
    }

    /** @param into the clue that it repeats; null: none */
    record Answered(RiskClueReceived received, RiskClueAnswered answer, UUID into) implements Clue {

        boolean merged(UUID other) {
            return other.equals(into);
        }
    }

    default RiskClueReceived clue() {
        return switch (this) {
            case Unknown _ -> null;
            case Waiting w -> w.received();
            case Answered a -> a.received();
        };
    }

    /** The same in another village. */
    default Clue in(String area) {
        return switch (this) {
            case Unknown u -> u;
            case Waiting w -> new Waiting(w.received().in(area), w.overdue(), w.last());
            case Answered a -> new Answered(a.received().in(area), a.answer(), a.into());
        };
    }

    /** Null while unknown. */
    default LocalDate receivedOn() {
        return clue() == null ? null : clue().receivedOn();
    }

    default String areaCode() {
        return clue() == null ? null : clue().areaCode();
    }

    default UUID household() {
        return clue() == null ? null : clue().householdId();
    }

    default List<DocumentRef> documents() {
        return clue() == null ? List.of() : clue().documents();
    }
}
