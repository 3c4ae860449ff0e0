package org.shouwang.monitoring.quarterly;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.quarterly.QuarterlyCommand.Review;

/** The quarterly reviews of all villages, one stream per village and month. */
@Singleton
class QuarterlyReviews extends Streams<QuarterlyCommand, QuarterlyReview, QuarterlyEvent> {

    /** A review as it was handed in. */
    record Call(
            String areaCode,
            YearMonth month,
            Minutes minutes,
            List<CategoryCount> counts,
            int householdsChecked,
            int householdsWithoutRisk,
            List<DocumentRef> documents) {

        private Review under(PolicyTerms terms) {
            var review = terms.quarterlyReview();
            var needed = review == null || review.documents() == null ? List.<String>of() : review.documents();
            return new Review(
                    areaCode, month, minutes, counts, householdsChecked, householdsWithoutRisk, documents, needed);
        }
    }

    private final Journal journal;
    private final Policies policies;

    QuarterlyReviews(Journal journal, @All List<Projection<QuarterlyEvent>> projections, Policies policies) {
        super(journal, "quarterly", new QuarterlyDecider(), new EventCatalog<>(QuarterlyEvent.class), projections);
        this.journal = journal;
        this.policies = policies;
    }

    @Override
    protected String area(QuarterlyReview state) {
        return state.recorded() == null ? null : state.recorded().areaCode();
    }

    /** Recorded under the policy of the day on which it was held. */
    Uni<Outcome> review(Call call, Cause cause, OptionalLong expected) {
        var heldOn = call.minutes().heldOn();
        var day = heldOn == null ? call.month().atDay(1) : heldOn;
        Function<StatelessSession, Uni<Outcome>> work = session -> policies.inForce(session, call.areaCode(), day)
                .chain(terms -> handle(
                        session,
                        stream(call.areaCode(), call.month()),
                        call.under(terms),
                        cause.under(terms.ref()),
                        expected));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    static UUID stream(String areaCode, YearMonth month) {
        return UUID.nameUUIDFromBytes(("quarterly/" + areaCode + "/" + month).getBytes(StandardCharsets.UTF_8));
    }
}
