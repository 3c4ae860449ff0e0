package org.shouwang.monitoring.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.monitoring.evaluation.Known.Monitored;
import org.shouwang.monitoring.evaluation.Standard.Judged;
import org.shouwang.monitoring.evaluation.Standard.Missing;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.SizeLimit;

/** Adds up what a simulation found, household by household, and keeps the piece of the list that was asked for. */
final class SimulationReport {

    record Count(long households, long persons) {
        Count plus(Count other) {
            return new Count(households + other.households, persons + other.persons);
        }
    }

    /** Recommended as. @param include false: not to be monitored */
    record Answer(boolean include, ObjectType type, Grade grade) {
        static Answer of(Advice advice) {
            return advice == null ? null : new Answer(advice.include(), advice.type(), advice.grade());
        }
    }

    /** Households for which both say the same. @param today null: nothing could be said @param draft the same */
    record Shift(Answer today, Answer draft, boolean changed, long households, long persons) {}

    /** By type or grade. @param code NONE: not to be monitored, or without a type or grade */
    record Part(String code, Count today, Count draft) {}

    /** Households of which the draft can say nothing. */
    record Unsaid(Missing missing, long households, long persons) {}

    /** @param monitored as it stands; null: it is not monitored */
    record Change(UUID householdId, String areaCode, int persons, Monitored monitored, Advice today, Advice draft) {}

    /**
     * @param changed households for which the draft says something else
     * @param sizeLimit who the draft would have monitored, held against its limit; null: it has none
     * @param changes those, in the order of their ids
     * @param next to be given as {@code after}; null: there are no more
     */
    record Simulated(
            String area,
            LocalDate on,
            String policyId,
            int version,
            Count all,
            Count changed,
            List<Shift> shifts,
            List<Part> types,
            List<Part> grades,
            List<Unsaid> unsaid,
            SizeLimit sizeLimit,
            List<Change> changes,
            UUID next) {}

    private record Both(Answer today, Answer draft, boolean changed) {}

    private static final String NONE = "NONE";

    private final UUID after;
    private final int limit;
    private final Map<Both, Count> shifts = new HashMap<>();
    private final Map<Missing, Count> unsaid = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Count all = new Count(0, 0);
    private Count changed = new Count(0, 0);

    SimulationReport(UUID after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    void add(Known household, Judged today, Judged draft) {
        var one = new Count(1, household.persons());
        all = all.plus(one);
        if (draft.advice() == null) unsaid.merge(draft.missing(), one, Count::plus);
        var differs = draft.advice() != null && draft.advice().differs(today.advice());
        shifts.merge(new Both(Answer.of(today.advice()), Answer.of(draft.advice()), differs), one, Count::plus);
        if (!differs) return;
        changed = changed.plus(one);
        if (changes.size() <= limit && (after == null || behind(household.household(), after)))
            changes.add(new Change(
                    household.household(),
                    household.areaCode(),
                    household.persons(),
                    household.monitored(),
                    today.advice(),
                    draft.advice()));
    }

    /** In the database's order of ids. */
    private static boolean behind(UUID id, UUID other) {
        return id.toString().compareTo(other.toString()) > 0;
    }

    Simulated simulated(String scope, LocalDate on, PolicyTerms draft) {
        var more = changes.size() > limit;
        var shown = more ? changes.subList(0, limit) : changes;
        return new Simulated(
                scope + "0".repeat(12 - scope.length()),
                on,
                draft.policyId(),
                draft.version(),
                all,
                changed,
                shifts.entrySet().stream()
                        .map(e -> new Shift(
                                e.getKey().today(),
                                e.getKey().draft(),
                                e.getKey().changed(),
                                e.getValue().households(),
                                e.getValue().persons()))
                        .sorted(Comparator.comparing(Shift::households)
                                .reversed()
                                .thenComparing(Shift::toString))
                        .toList(),
                parts(a -> a.type() == null ? NONE : a.type().name()),
                parts(a -> a.grade() == null ? NONE : a.grade().name()),
                unsaid.entrySet().stream()
                        .map(e -> new Unsaid(
                                e.getKey(),
                                e.getValue().households(),
                                e.getValue().persons()))
                        .toList(),
                SizeLimit.of(draft, all.persons(), typed()),
                List.copyOf(shown),
                more ? shown.getLast().householdId() : null);
    }

    /** Persons of households that the draft would have monitored as one of the three types. */
    private long typed() {
        return shifts.entrySet().stream()
                .filter(e -> e.getKey().draft() != null && e.getKey().draft().type() != null)
                .mapToLong(e -> e.getValue().persons())
                .sum();
    }

    /** Each side of the households of which it says something. */
    private List<Part> parts(java.util.function.Function<Answer, String> by) {
        var today = new TreeMap<String, Count>();
        var draft = new TreeMap<String, Count>();
        var none = new Count(0, 0);
        shifts.forEach((both, count) -> {
            if (both.today() != null) today.merge(by.apply(both.today()), count, Count::plus);
            if (both.draft() != null) draft.merge(by.apply(both.draft()), count, Count::plus);
        });
        var codes = new java.util.TreeSet<>(today.keySet());
        codes.addAll(draft.keySet());
        return codes.stream()
                .map(code -> new Part(code, today.getOrDefault(code, none), draft.getOrDefault(code, none)))
                .toList();
    }
}
