package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.clue.ClueEvent;
import org.shouwang.monitoring.clue.ClueEvent.*;

/** Clues that wait for an answer: of the village, of the department that was given one, of the town where the day has passed. */
@Singleton
class ClueDuties extends Duties<ClueEvent> {

    private enum Turn {
        VERIFY(Level.VILLAGE),
        DEPARTMENT(Level.COUNTY),
        OVERDUE(Level.TOWN);

        private final Level level;

        Turn(Level level) {
            this.level = level;
        }
    }

    ClueDuties() {
        super("duty_clue");
    }

    @Override
    Level level(String step) {
        return step == null ? Level.VILLAGE : Turn.valueOf(step).level;
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
            case ScreeningHitFound _, RiskClueMerged _ -> Uni.createFrom().item(0);
            case RiskClueDispatched e -> step(session, id, Duty.CLUE_ANSWER, Turn.VERIFY.name(), e.on());
            case RiskClueHandedOver e -> step(session, id, Duty.CLUE_ANSWER, Turn.DEPARTMENT.name(), e.on());
            case RiskClueMoved e -> moved(session, id, e.to());
            case RiskClueOverdue _ ->
                overdue(session, id, Duty.CLUE_ANSWER)
                        .chain(() -> step(session, id, Duty.CLUE_ANSWER, Turn.OVERDUE.name(), on));
        };
    }
}
