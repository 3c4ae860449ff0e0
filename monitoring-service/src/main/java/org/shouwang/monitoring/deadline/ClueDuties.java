package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.clue.ClueEvent;
import org.shouwang.monitoring.clue.ClueEvent.*;

/** Clues that wait for an answer. */
@Singleton
class ClueDuties extends Duties<ClueEvent> {

    ClueDuties() {
        super("duty_clue");
    }

    @Override
    Level level(String step) {
        return Level.VILLAGE;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, ClueEvent event, LocalDate on) {
        return switch (event) {
            case RiskClueReceived e ->
                enter(
                        session,
                        Entry.of(id, Duty.CLUE_ANSWER, e.householdId(), e.areaCode()),
                        (String) null,
                        e.dueOn(),
                        e.receivedOn());
            case RiskClueAnswered _ -> strike(session, id, Duty.CLUE_ANSWER);
            case RiskClueMoved e -> moved(session, id, e.to());
            case RiskClueOverdue _ -> overdue(session, id, Duty.CLUE_ANSWER);
        };
    }
}
