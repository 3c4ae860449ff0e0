package org.shouwang.monitoring.quarterly;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.monitoring.object.VillageObjects;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms.QuarterlyReview;
import org.shouwang.monitoring.quarterly.QuarterlyViews.View;
import org.shouwang.monitoring.quarterly.VillageCheck.Month;
import org.shouwang.monitoring.succession.FormerCodes;

/** Holds a village against the policies of the year: a month is owed where the policy of its end names it and the village was there. */
@Singleton
class VillageChecks {

    private static final String WITHOUT_OBJECTS = "VILLAGES_WITHOUT_OBJECTS";

    private final Journal journal;
    private final Policies policies;
    private final VillageObjects objects;
    private final QuarterlyViews views;

    VillageChecks(Journal journal, Policies policies, VillageObjects objects, QuarterlyViews views) {
        this.journal = journal;
        this.policies = policies;
        this.objects = objects;
        this.views = views;
    }

    Uni<VillageCheck> of(String areaCode, LocalDate date) {
        return journal.read(session -> terms(session, areaCode, date).chain(terms -> objects.on(session, areaCode, date)
                .chain(now -> terms.isEmpty() || !owed(terms.get(), now.size())
                        ? Uni.createFrom().item(VillageCheck.notApplied(areaCode, date, now.size()))
                        : check(session, areaCode, date, now.size(), terms.get()))));
    }

    private Uni<VillageCheck> check(
            StatelessSession session, String areaCode, LocalDate date, int now, QuarterlyReview terms) {
        return views.held(session, areaCode, date).chain(held -> months(session, areaCode, date, held)
                .map(months -> VillageCheck.of(
                        areaCode,
                        date,
                        now,
                        (int) held.stream().filter(View::noRisk).count(),
                        terms.minMinutes(),
                        months)));
    }

    private Uni<List<Month>> months(StatelessSession session, String areaCode, LocalDate date, List<View> held) {
        return Multi.createFrom()
                .items(IntStream.rangeClosed(1, 12).mapToObj(m -> YearMonth.of(date.getYear(), m)))
                .onItem()
                .transformToUniAndConcatenate(month -> terms(session, areaCode, month.atEndOfMonth())
                        .map(terms -> terms.filter(t -> t.months().contains(month.getMonthValue())))
                        .chain(terms -> terms.isEmpty()
                                ? Uni.createFrom().item(Optional.<Month>empty())
                                : month(session, areaCode, date, month, terms.get(), held)
                                        .map(Optional::of)))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Month> month(
            StatelessSession session,
            String areaCode,
            LocalDate date,
            YearMonth month,
            QuarterlyReview terms,
            List<View> held) {
        var end = month.atEndOfMonth().isBefore(date) ? month.atEndOfMonth() : date;
        var heldOn = held.stream()
                .filter(view -> view.month().equals(month))
                .map(view -> view.minutes().heldOn())
                .findFirst()
                .orElse(null);
        return FormerCodes.stood(session, areaCode, end).chain(stood -> objects.on(session, areaCode, end)
                .map(then -> new Month(month, stood && owed(terms, then.size()), heldOn)));
    }

    private static boolean owed(QuarterlyReview terms, int objects) {
        return objects == 0 || !WITHOUT_OBJECTS.equals(terms.appliesTo());
    }

    /** Empty where no policy is in force or it names no month. */
    private Uni<Optional<QuarterlyReview>> terms(StatelessSession session, String areaCode, LocalDate day) {
        return policies.inForce(session, areaCode, day)
                .map(terms -> Optional.ofNullable(terms.quarterlyReview())
                        .filter(review ->
                                review.months() != null && !review.months().isEmpty()))
                .onFailure(Refused.class)
                .recoverWithItem(Optional.empty());
    }
}
