package org.shouwang.monitoring.villagereview;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.identification.CaseDecider;
import org.shouwang.monitoring.identification.CaseReviews;
import org.shouwang.monitoring.identification.Cases;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.removal.Criterion;
import org.shouwang.monitoring.removal.RemovalCase.Progress;
import org.shouwang.monitoring.removal.RemovalCommand;
import org.shouwang.monitoring.removal.RemovalDecider;
import org.shouwang.monitoring.removal.Removals;
import org.shouwang.monitoring.villagereview.VillageReview.Held;
import org.shouwang.monitoring.villagereview.VillageReviewCommand.Hold;

/**
 * Carries a village meeting into the file of each household that it was about, in one transaction: each file is asked first, and where one
 * refuses, all refusals are told and nothing is recorded.
 */
@Singleton
class ReviewDesk {

    /** What was said of a household that may be included. */
    record Inclusion(UUID caseId, CaseReviews.Said said) {}

    /** What was said of one that may be let go. @param effectReviewId of the assistance service; none for a natural removal @param criteria that do not hold, where not agreed */
    record Removal(
            UUID removalId,
            boolean agreed,
            UUID effectReviewId,
            Votes votes,
            String reason,
            List<Criterion> criteria) {}

    /** Minutes as they were handed in. */
    record Call(
            String areaCode,
            Minutes minutes,
            Integer shouldAttend,
            List<Inclusion> inclusions,
            List<Removal> removals,
            List<DocumentRef> documents) {}

    /** One household's part. @param result null where its file does not lie in this village @param wrong what its file says against it @param carry records it there */
    private record Part(ReviewResult result, List<String> stranger, List<String> wrong, Uni<?> carry) {

        static Part stranger(UUID file) {
            return new Part(
                    null,
                    List.of(file + ":" + Guard.NOT_FOUND),
                    List.of(),
                    Uni.createFrom().nullItem());
        }
    }

    private final Journal journal;
    private final VillageReviews reviews;
    private final Cases cases;
    private final CaseReviews caseReviews;
    private final Removals removals;
    private final Facts facts;
    private final Policies policies;

    ReviewDesk(
            Journal journal,
            VillageReviews reviews,
            Cases cases,
            CaseReviews caseReviews,
            Removals removals,
            Facts facts,
            Policies policies) {
        this.journal = journal;
        this.reviews = reviews;
        this.cases = cases;
        this.caseReviews = caseReviews;
        this.removals = removals;
        this.facts = facts;
        this.policies = policies;
    }

    Uni<Outcome> hold(UUID id, Call call, Cause cause, OptionalLong expected) {
        Function<StatelessSession, Uni<Outcome>> work = session -> parts(session, call, cause)
                .chain(parts -> reviews.load(session, id).chain(before -> {
                    var command = command(call, parts);
                    var wrong = before.state() instanceof Held
                                    || new VillageReviewDecider().decide(command, before.state())
                                            instanceof Decision.Refused
                            ? List.<String>of()
                            : parts.stream().flatMap(p -> p.wrong().stream()).toList();
                    if (!wrong.isEmpty())
                        return Uni.createFrom().failure(new Refused(VillageReviewRefusal.HOUSEHOLDS_REFUSED, wrong));
                    return policies.under(
                                    session,
                                    cause,
                                    call.areaCode(),
                                    call.minutes().heldOn())
                            .chain(under -> reviews.handle(session, id, command, under, expected))
                            .chain(outcome -> outcome.created()
                                    ? each(parts, Part::carry).replaceWith(outcome)
                                    : Uni.createFrom().item(outcome));
                }));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private static Hold command(Call call, List<Part> parts) {
        var results = new ArrayList<ReviewResult>();
        var strangers = new ArrayList<String>();
        for (var part : parts) {
            strangers.addAll(part.stranger());
            if (part.result() != null) results.add(part.result());
        }
        return new Hold(
                call.areaCode(),
                call.minutes(),
                call.shouldAttend(),
                results,
                call.documents(),
                List.copyOf(strangers));
    }

    private Uni<List<Part>> parts(StatelessSession session, Call call, Cause cause) {
        if (call.minutes().heldOn() == null) return Uni.createFrom().item(List.of());
        return each(call.inclusions(), i -> inclusion(session, call, i, cause))
                .chain(included -> each(call.removals(), r -> removal(session, call, r, cause))
                        .map(removed -> Stream.concat(included.stream(), removed.stream())
                                .toList()));
    }

    private Uni<Part> inclusion(StatelessSession session, Call call, Inclusion inclusion, Cause cause) {
        var id = inclusion.caseId();
        return cases.load(session, id).chain(current -> {
            var state = current.state();
            if (current.version() == 0 || !state.areaCode().equals(call.areaCode()))
                return Uni.createFrom().item(Part.stranger(id));
            var said = inclusion.said();
            var result = new ReviewResult(
                    state.householdId(), ReviewTopic.INCLUSION, id, said.included(), said.votes(), said.reason());
            return caseReviews
                    .command(session, state, call.minutes(), call.shouldAttend(), said, call.documents())
                    .map(command -> new Part(
                            result,
                            List.of(),
                            told(result.householdId(), new CaseDecider().decide(command, state)),
                            Uni.createFrom()
                                    .deferred(() -> cases.handle(
                                            session,
                                            id,
                                            command,
                                            cause.under(state.terms().ref()),
                                            OptionalLong.empty()))))
                    .onFailure(Refused.class)
                    .recoverWithItem(refused -> unfit(result, refused));
        });
    }

    private Uni<Part> removal(StatelessSession session, Call call, Removal removal, Cause cause) {
        var id = removal.removalId();
        return removals.load(session, id).chain(current -> {
            var progress = current.state().current();
            if (progress == null || !progress.proposed().areaCode().equals(call.areaCode()))
                return Uni.createFrom().item(Part.stranger(id));
            var result = new ReviewResult(
                    progress.proposed().householdId(),
                    ReviewTopic.REMOVAL,
                    id,
                    removal.agreed(),
                    removal.votes(),
                    removal.reason());
            return command(session, progress, call, removal)
                    .map(command -> new Part(
                            result,
                            List.of(),
                            told(result.householdId(), new RemovalDecider().decide(command, current.state())),
                            Uni.createFrom()
                                    .deferred(() -> removals.step(
                                            session,
                                            id,
                                            (_, _) -> Uni.createFrom().item(command),
                                            cause,
                                            OptionalLong.empty()))))
                    .onFailure(Refused.class)
                    .recoverWithItem(refused -> unfit(result, refused));
        });
    }

    private Uni<RemovalCommand> command(StatelessSession session, Progress progress, Call call, Removal removal) {
        if (!removal.agreed())
            return Uni.createFrom()
                    .item(new RemovalCommand.Reject(call.minutes().heldOn(), removal.reason(), removal.criteria()));
        if (removal.effectReviewId() == null)
            return Uni.createFrom()
                    .item(new RemovalCommand.Review(
                            null, call.minutes(), call.shouldAttend(), removal.votes(), call.documents()));
        return facts.effect(session, progress.proposed().householdId(), removal.effectReviewId())
                .map(effect -> new RemovalCommand.Review(
                        effect, call.minutes(), call.shouldAttend(), removal.votes(), call.documents()));
    }

    private static Part unfit(ReviewResult result, Refused refused) {
        return new Part(
                result,
                List.of(),
                List.of(line(result.householdId(), refused.reason().name(), refused.details())),
                Uni.createFrom().nullItem());
    }

    private static List<String> told(UUID household, Decision<?> decision) {
        return decision instanceof Decision.Refused<?>(var reason, var details)
                ? List.of(line(household, reason.name(), details))
                : List.of();
    }

    private static String line(UUID household, String code, List<String> details) {
        return details.isEmpty() ? household + ":" + code : household + ":" + code + ":" + String.join(",", details);
    }

    private static <T, R> Uni<List<R>> each(List<T> all, Function<T, Uni<? extends R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList();
    }
}
