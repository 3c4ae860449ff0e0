package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.clue.ClueEvent;
import org.shouwang.monitoring.clue.ClueEvent.*;

/** Clues that wait for an answer: of the village, or of the department that was given one; a level higher once the day has passed. */
@Singleton
class ClueDuties extends Duties<ClueEvent> {

    private enum Turn {
        VERIFY(Level.VILLAGE),
        DEPARTMENT(Level.COUNTY);

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
            case RiskClueDispatched e -> turn(session, id, Turn.VERIFY, e.on());
            case RiskClueHandedOver e -> turn(session, id, Turn.DEPARTMENT, e.on());
            case RiskClueMoved e -> moved(session, id, e.to());
            case RiskClueOverdue _ -> overdue(session, id, Duty.CLUE_ANSWER).chain(() -> escalate(session, id, on));
        };
    }

    /** Whoever is sent to look into it: once it is late it does not come down again. */
    private static Uni<Integer> turn(StatelessSession session, UUID id, Turn turn, LocalDate since) {
        return Sql.update(session, """
                update duty_clue set step = $2, since = $3,
                  level = case when overdue and array_position(l.levels, level) > array_position(l.levels, $4::text) then level else $4::text end
                from (select array['VILLAGE', 'TOWN', 'COUNTY'] as levels) l where until is null and id = $1
                """, id, turn.name(), since, turn.level.name());
    }

    /** Above the county there is nobody. */
    private static Uni<Integer> escalate(StatelessSession session, UUID id, LocalDate since) {
        return Sql.update(session, """
                update duty_clue set step = 'OVERDUE', since = $2, level = case level when 'VILLAGE' then 'TOWN' else 'COUNTY' end
                where until is null and id = $1
                """, id, since);
    }
}
