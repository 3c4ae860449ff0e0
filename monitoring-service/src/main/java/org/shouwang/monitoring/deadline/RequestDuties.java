package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.request.RequestEvent;
import org.shouwang.monitoring.request.RequestEvent.*;

/** What households asked for and nobody has answered: the village, or the department whose turn it is. */
@Singleton
class RequestDuties extends Duties<RequestEvent> {

    RequestDuties() {
        super("duty_request");
    }

    /** @param step code of the department; null: the village's turn */
    @Override
    Level level(String step) {
        return step == null ? Level.VILLAGE : Level.COUNTY;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, RequestEvent event, LocalDate on) {
        return switch (event) {
            case HouseholdRequestRecorded e ->
                enter(
                        session,
                        Entry.of(id, Duty.HOUSEHOLD_REQUEST, e.householdId(), e.areaCode()),
                        e.dept(),
                        null,
                        e.askedOn());
            case HouseholdRequestAnswered _, HouseholdRequestPromoted _ -> strikeAll(session, id);
            case HouseholdRequestMoved e -> moved(session, id, e.to());
        };
    }
}
