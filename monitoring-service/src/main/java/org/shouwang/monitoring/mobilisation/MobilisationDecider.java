package org.shouwang.monitoring.mobilisation;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.mobilisation.MobilisationRefusal.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.mobilisation.MobilisationCommand.*;
import org.shouwang.monitoring.mobilisation.MobilisationDecider.Mobilisation;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.*;

/** The rules of a mobilisation meeting: minutes that count, tasks that somebody has until a day, each done once. */
final class MobilisationDecider implements Decider<MobilisationCommand, Mobilisation, MobilisationEvent> {

    /** @param held null: not yet @param done by the task's number */
    record Mobilisation(MobilisationHeld held, Map<Integer, MobilisationTaskDone> done) {}

    @Override
    public Decision<MobilisationEvent> decide(MobilisationCommand command, Mobilisation state) {
        return switch (command) {
            case Hold c when held(c).equals(state.held()) -> nothing();
            case Hold _ when state.held() != null -> refuse(DUPLICATE_MEETING);
            case Hold c -> hold(held(c));
            case Finish _ when state.held() == null -> refuse(MOBILISATION_UNKNOWN);
            case Finish c when done(c).equals(state.done().get(c.task())) -> nothing();
            case Finish c when state.done().containsKey(c.task()) -> refuse(TASK_DONE);
            case Finish c -> finish(done(c), state.held());
        };
    }

    private static MobilisationHeld held(Hold c) {
        return new MobilisationHeld(
                c.areaCode(), c.title(), c.minutes(), c.subVenues(), c.attendance(), c.tasks(), c.documents());
    }

    private static MobilisationTaskDone done(Finish c) {
        return new MobilisationTaskDone(c.task(), c.doneOn(), c.result());
    }

    private static Decision<MobilisationEvent> hold(MobilisationHeld m) {
        var flaws = m.minutes().flaws();
        if (!flaws.isEmpty()) return refuse(MINUTES_INCOMPLETE, flaws);
        if (m.attendance().stream().noneMatch(a -> a.persons() > 0)
                || m.attendance().stream().anyMatch(a -> a.persons() < 0))
            return refuse(MINUTES_INCOMPLETE, "attendance");
        var twice = twice(m.attendance());
        if (!twice.isEmpty()) return refuse(CLASS_TWICE, twice);
        if (!PersonCode.allOk(m.minutes().people())) return refuse(PERSON_CODE, "host", "recorder", "attendees");
        var illFormed = DocumentRef.illFormed(m.documents());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        var wrong = wrong(m);
        if (!wrong.isEmpty()) return refuse(TASK_INVALID, wrong);
        var texts = Stream.concat(
                Stream.of(m.title(), m.minutes().place()), m.tasks().stream().map(Task::text));
        return texts.allMatch(text -> SensitiveText.numbersIn(text).isEmpty())
                ? accept(m)
                : refuse(SENSITIVE_TEXT, "title", "place", "tasks");
    }

    private static List<String> twice(List<Attendance> attendance) {
        return attendance.stream()
                .map(Attendance::of)
                .filter(of -> attendance.stream().filter(a -> a.of() == of).count() > 1)
                .distinct()
                .map(AttendeeClass::name)
                .toList();
    }

    /** Numbers of tasks that nobody could be held to. */
    private static List<String> wrong(MobilisationHeld m) {
        var within = Actor.scope(m.areaCode());
        return IntStream.range(0, m.tasks().size())
                .filter(n -> {
                    var task = m.tasks().get(n);
                    return task.text().isBlank()
                            || !task.areaCode().startsWith(within)
                            || task.dept() != null && !Department.known(task.dept())
                            || task.dueOn().isBefore(m.minutes().heldOn());
                })
                .mapToObj(n -> Integer.toString(n + 1))
                .toList();
    }

    private static Decision<MobilisationEvent> finish(MobilisationTaskDone d, MobilisationHeld held) {
        if (d.task() < 1 || d.task() > held.tasks().size()) return refuse(TASK_UNKNOWN, Integer.toString(d.task()));
        if (d.doneOn().isBefore(held.minutes().heldOn()))
            return refuse(DATE_OUT_OF_ORDER, held.minutes().heldOn().toString());
        return SensitiveText.numbersIn(d.result()).isEmpty() ? accept(d) : refuse(SENSITIVE_TEXT, "result");
    }

    @Override
    public Mobilisation initial() {
        return new Mobilisation(null, Map.of());
    }

    @Override
    public Mobilisation evolve(Mobilisation state, MobilisationEvent event) {
        return switch (event) {
            case MobilisationHeld e -> new Mobilisation(e, Map.of());
            case MobilisationTaskDone e -> {
                var done = new TreeMap<>(state.done());
                done.put(e.task(), e);
                yield new Mobilisation(state.held(), Map.copyOf(done));
            }
        };
    }
}
