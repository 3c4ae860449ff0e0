package org.shouwang.monitoring.removal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.check.CheckViews;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.MeasureFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.ObjectRefusal;
import org.shouwang.monitoring.object.ObjectViews;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.warning.WarningViews;

/** Gathers what the criteria of a removal are judged by. */
@Singleton
class RemovalInputs {

    private final ObjectViews objects;
    private final Objects streams;
    private final Facts facts;
    private final Lines lines;
    private final CheckViews checks;
    private final WarningViews warnings;

    RemovalInputs(
            ObjectViews objects, Objects streams, Facts facts, Lines lines, CheckViews checks, WarningViews warnings) {
        this.objects = objects;
        this.streams = streams;
        this.facts = facts;
        this.lines = lines;
        this.checks = checks;
        this.warnings = warnings;
    }

    /** The monitored household, within the caller's area. */
    Uni<ObjectViews.View> object(StatelessSession session, UUID household, Actor actor) {
        return objects.find(session, household).map(found -> found.filter(view -> actor.reaches(view.areaCode()))
                .orElseThrow(() -> new Refused(ObjectRefusal.NOT_AN_OBJECT)));
    }

    /** @param on the day whose line and calendar count */
    Uni<RemovalFacts> facts(StatelessSession session, ObjectViews.View object, PolicyTerms terms, LocalDate on) {
        return lines.amount(session, terms, object.areaCode(), on)
                .chain(line -> known(session, List.of(object.householdId()))
                        .map(known -> facts(object, line.orElse(null), known)));
    }

    /** What is known of households, read at once. @param open warnings by household and episode */
    record Known(
            Map<UUID, HouseholdFact> households,
            Map<UUID, List<MeasureFact>> measures,
            Map<UUID, List<SafeguardFact>> safeguards,
            Map<UUID, List<CheckViews.View>> checks,
            Map<UUID, Map<Integer, Integer>> open,
            Map<UUID, MonitoredObject> objects) {}

    Uni<Known> known(StatelessSession session, List<UUID> ids) {
        return facts.households(session, ids).chain(households -> facts.measures(session, ids)
                .chain(measures -> facts.safeguards(session, ids).chain(safeguards -> checks.of(session, ids)
                        .chain(monthly -> warnings.open(session, ids).chain(open -> streams.loadAll(session, ids)
                                .map(loaded -> new Known(
                                        households.stream().collect(toMap(HouseholdFact::id, identity())),
                                        measures.stream().collect(groupingBy(MeasureFact::householdId)),
                                        safeguards.stream().collect(groupingBy(SafeguardFact::householdId)),
                                        monthly.stream().collect(groupingBy(CheckViews.View::householdId)),
                                        open,
                                        loaded.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> e.getValue()
                                                .state())))))))));
    }

    /** Refuses a household that is not known yet. @param line null: none is set */
    static RemovalFacts facts(ObjectViews.View object, BigDecimal line, Known known) {
        var id = object.householdId();
        var household = known.households().get(id);
        if (household == null) throw new Refused(Guard.NOT_YET_KNOWN, id.toString());
        var monthly = known.checks().getOrDefault(id, List.of()).stream()
                .filter(m -> m.episode() == object.episode())
                .toList();
        var safeguards = known.safeguards().getOrDefault(id, List.of()).stream()
                .filter(s -> !s.checkedOn().isBefore(object.includedOn()))
                .toList();
        return new RemovalFacts(
                object.episode(),
                object.includedOn(),
                object.risks(),
                known.objects().get(id).current().everRisks(),
                line,
                household,
                known.measures().getOrDefault(id, List.of()).stream()
                        .filter(m -> m.episode() != null && m.episode() == object.episode())
                        .toList(),
                failed(safeguards, monthly),
                fallen(monthly),
                known.open().getOrDefault(id, Map.of()).getOrDefault(object.episode(), 0));
    }

    Uni<RemovalFacts> facts(StatelessSession session, RemovalCase.Progress progress, LocalDate on) {
        return objects.find(session, progress.proposed().householdId())
                .map(found -> found.orElseThrow(() -> new Refused(ObjectRefusal.NOT_AN_OBJECT)))
                .chain(object -> facts(session, object, progress.terms(), on));
    }

    private static List<LocalDate> failed(List<SafeguardFact> safeguards, List<CheckViews.View> monthly) {
        return Stream.concat(
                        safeguards.stream().filter(SafeguardFact::anyBad).map(SafeguardFact::checkedOn),
                        monthly.stream().filter(m -> !m.wanting().isEmpty()).map(CheckViews.View::visitedOn))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<LocalDate> fallen(List<CheckViews.View> monthly) {
        return monthly.stream()
                .filter(m -> m.income() == IncomeChange.FELL)
                .map(CheckViews.View::visitedOn)
                .sorted()
                .toList();
    }
}
