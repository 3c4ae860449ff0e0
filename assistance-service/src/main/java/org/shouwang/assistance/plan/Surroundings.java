package org.shouwang.assistance.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.facts.KnownHouseholds;
import org.shouwang.assistance.facts.KnownObjects;
import org.shouwang.assistance.helper.HelperList;
import org.shouwang.assistance.measure.MeasureLedger;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.assistance.measure.MeasureState;
import org.shouwang.assistance.rule.Dossier.Circumstances;

/** Gathers what stands around a plan: members, measures, helper and how the monitoring stands. */
@Singleton
public class Surroundings {

    private final KnownHouseholds households;
    private final KnownObjects objects;
    private final MeasureLedger ledger;
    private final HelperList helpers;

    Surroundings(KnownHouseholds households, KnownObjects objects, MeasureLedger ledger, HelperList helpers) {
        this.households = households;
        this.objects = objects;
        this.ledger = ledger;
        this.helpers = helpers;
    }

    /** Empty: the household's register has not told of it yet. */
    Uni<Optional<Circumstances>> of(StatelessSession session, UUID household, LocalDate date) {
        return households
                .find(session, household, date)
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : objects.latest(session, household).chain(object -> measures(session, household)
                                .chain(measures -> helpers.present(session, household)
                                        .map(helper -> Optional.of(new Circumstances(
                                                known.get().members(),
                                                measures.stream()
                                                        .filter(m -> counts(
                                                                m,
                                                                object.map(o -> o.episode())
                                                                        .orElse(0)))
                                                        .toList(),
                                                helper.map(HelperList.Responsibility::helper)
                                                        .orElse(null),
                                                object.map(o -> o.grade()).orElse(null),
                                                object.map(o -> o.removedOn()).orElse(null),
                                                object.map(o -> o.wageAfter()).orElse(null),
                                                object.map(o -> o.transferAfter())
                                                        .orElse(null)))))));
    }

    Uni<List<MeasureRow>> measures(StatelessSession session, UUID household) {
        return ledger.ofHousehold(session, household);
    }

    /** The first day on which a measure of the episode was in effect. */
    public Uni<Optional<LocalDate>> helpedOn(StatelessSession session, UUID household, int episode) {
        return measures(session, household).map(all -> all.stream()
                .filter(m -> m.standing() && m.implemented() && counts(m, episode))
                .map(MeasureRow::implementedOn)
                .min(LocalDate::compareTo));
    }

    /** Measures of the episode, and those from before any monitoring that go on. */
    private static boolean counts(MeasureRow measure, int episode) {
        return measure.episode() == episode || measure.episode() == 0 && measure.state() != MeasureState.CLOSED;
    }
}
