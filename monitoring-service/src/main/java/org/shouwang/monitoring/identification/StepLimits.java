package org.shouwang.monitoring.identification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.policy.CaseStep;

/**
 * The days by which single steps of a case are to be done, as far as its policy gives them any. A limit runs from the day of the step that it
 * follows; where the case goes back, those of all steps that are to be done again run from that day.
 *
 * @param due last day, whole
 * @param missed steps that were noted as not done by then
 */
record StepLimits(Map<CaseStep, LocalDate> due, Set<CaseStep> missed) {

    static final StepLimits NONE = new StepLimits(Map.of(), Set.of());

    StepLimits with(CaseStepDue e) {
        var more = new HashMap<>(due);
        more.put(e.step(), e.dueOn());
        return new StepLimits(Map.copyOf(more), missed).without(e.step());
    }

    private StepLimits without(CaseStep step) {
        return new StepLimits(due, missed.stream().filter(s -> s != step).collect(Collectors.toUnmodifiableSet()));
    }

    StepLimits with(CaseStepOverdue e) {
        var more = new HashSet<>(missed);
        more.add(e.step());
        return new StepLimits(due, Set.copyOf(more));
    }

    /** As they are when only those steps are still done. */
    StepLimits of(Predicate<CaseStep> done) {
        return new StepLimits(
                due.entrySet().stream()
                        .filter(e -> done.test(e.getKey()))
                        .collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue)),
                missed.stream().filter(done).collect(Collectors.toUnmodifiableSet()));
    }

    /** What happens, with the days that it sets behind it. */
    static List<CaseEvent> set(IdentificationCase before, List<CaseEvent> events, IdentificationCase after) {
        var limits = after.terms() == null ? null : after.terms().stepLimits();
        if (limits == null) return events;
        var back = wentBack(events);
        var all = new ArrayList<>(events);
        for (var limit : limits) {
            var from = after.doneOn(limit.after());
            var begins = from != null && (back != null || before.doneOn(limit.after()) == null);
            if (begins && after.awaits(limit.step()))
                all.add(new CaseStepDue(
                        limit.step(), after.terms().due(back == null ? from : back, limit.days(), limit.dayType())));
        }
        return all;
    }

    /** Null: it did not. */
    private static LocalDate wentBack(List<CaseEvent> events) {
        for (var event : events) {
            if (event instanceof CaseReturned e) return e.on();
            if (event instanceof ObjectionResolved e && e.sustained()) return e.decidedOn();
        }
        return null;
    }

    /** The steps whose day lies before {@code date}, as far as they are neither done nor noted. */
    static List<CaseEvent> passed(IdentificationCase c, LocalDate date) {
        var limits = c.file().limits();
        return limits.due().entrySet().stream()
                .filter(e -> c.awaits(e.getKey())
                        && date.isAfter(e.getValue())
                        && !limits.missed().contains(e.getKey()))
                .sorted(Comparator.comparing(Entry::getKey))
                .<CaseEvent>map(e -> new CaseStepOverdue(e.getKey(), e.getValue()))
                .toList();
    }
}
