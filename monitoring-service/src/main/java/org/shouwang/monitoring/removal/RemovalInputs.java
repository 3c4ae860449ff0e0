package org.shouwang.monitoring.removal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.monitoring.check.CheckViews;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.line.Lines;
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
        var household = object.householdId();
        return lines.amount(session, terms, object.areaCode(), on).chain(line -> facts.household(session, household)
                .chain(known -> facts.measures(session, household, object.episode())
                        .chain(measures -> facts.safeguardsSince(session, household, object.includedOn())
                                .chain(safeguards -> checks.of(session, household, object.episode())
                                        .chain(monthly -> warnings.open(session, household, object.episode())
                                                .chain(open -> streams.load(session, household)
                                                        .map(episodes -> new RemovalFacts(
                                                                object.episode(),
                                                                object.includedOn(),
                                                                object.risks(),
                                                                episodes.state()
                                                                        .current()
                                                                        .everRisks(),
                                                                line.orElse(null),
                                                                known,
                                                                measures,
                                                                failed(safeguards, monthly),
                                                                fallen(monthly),
                                                                open))))))));
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
