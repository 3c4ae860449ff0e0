package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.mobilisation.MobilisationEvent;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.*;

/** Tasks given at mobilisation meetings, by their number, with the unit that has them as the step. */
@Singleton
class MobilisationDuties extends Duties<MobilisationEvent> {

    private static final int TOWN = 9;

    MobilisationDuties() {
        super("duty_mobilisation");
    }

    /** @param unit code of a department or an area */
    @Override
    Level level(String unit) {
        var reach = Department.known(unit) ? 0 : Actor.scope(unit).length();
        if (reach < TOWN) return Level.COUNTY;
        return reach == TOWN ? Level.TOWN : Level.VILLAGE;
    }

    @Override
    Uni<?> apply(StatelessSession session, UUID id, MobilisationEvent event, LocalDate on) {
        return switch (event) {
            case MobilisationHeld e -> given(session, id, e);
            case MobilisationTaskDone e ->
                settle(session, id, Duty.MOBILISATION_TASK, Integer.toString(e.task()), e.doneOn())
                        .chain(() -> strike(session, id, Duty.MOBILISATION_TASK, Integer.toString(e.task())));
        };
    }

    private Uni<?> given(StatelessSession session, UUID id, MobilisationHeld e) {
        var all = Uni.createFrom().item(0);
        for (var n = 0; n < e.tasks().size(); n++) {
            var task = e.tasks().get(n);
            var entry = new Entry(id, Duty.MOBILISATION_TASK, Integer.toString(n + 1), null, task.areaCode());
            var unit = task.dept() != null ? task.dept() : task.areaCode();
            all = all.chain(
                    () -> enter(session, entry, unit, task.dueOn(), e.minutes().heldOn()));
        }
        return all;
    }
}
