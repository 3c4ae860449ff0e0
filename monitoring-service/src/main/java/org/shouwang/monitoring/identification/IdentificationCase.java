package org.shouwang.monitoring.identification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Recommendation;

/** What an identification case must remember to decide: what each step brought, as far as it has come. */
public sealed interface IdentificationCase {

    record Unknown() implements IdentificationCase {}

    /**
     * Under way. A step that is not done is null.
     *
     * @param returned the last time
     * @param visitors of every visit, of those before a return too
     * @param deciders who reviewed it for the town or sent it back, before a return too
     */
    record Open(
            CaseOpened opened,
            HomeVisited visit,
            ConsentLinked consent,
            ComparisonRequests requests,
            ComparisonCompleted comparison,
            Recommendation recommendation,
            ReviewConcluded review,
            ComparisonCompleted judged,
            PublicityPosted publicity,
            Map<UUID, Objection> objections,
            PublicityEnded ended,
            TownReviewed town,
            CaseReturned returned,
            List<DocumentRef> cited,
            Set<String> visitors,
            Set<String> deciders,
            StepLimits limits,
            boolean overdue)
            implements IdentificationCase {

        static Open of(CaseOpened opened) {
            return new Open(
                    opened,
                    null,
                    null,
                    ComparisonRequests.NONE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    null,
                    null,
                    null,
                    opened.documents(),
                    Set.of(),
                    Set.of(),
                    StepLimits.NONE,
                    false);
        }

        @Override
        public Open in(String area) {
            return changed(d -> d.opened = opened.in(area));
        }

        boolean has(CaseStep step) {
            return terms().caseSteps().contains(step);
        }

        Open with(HomeVisited e) {
            return changed(d -> {
                d.visit = e;
                d.visitors.addAll(e.visitors());
                d.cited = plus(e.documents());
            });
        }

        Open with(ConsentLinked e) {
            return changed(d -> {
                d.consent = e;
                d.cited = plus(e.documents());
            });
        }

        Open with(ComparisonRequested e) {
            return changed(d -> d.requests = requests.with(e));
        }

        Open with(ComparisonCompleted e) {
            return changed(d -> {
                d.requests = requests.with(e);
                d.comparison = comparison == null ? e : comparison.then(e);
                d.cited = plus(e.documents());
            });
        }

        Open with(Recommendation r) {
            return changed(d -> d.recommendation = r);
        }

        Open with(ReviewConcluded e) {
            return changed(d -> {
                d.review = e;
                d.judged = comparison;
                d.cited = plus(e.documents());
            });
        }

        Open with(PublicityPosted e) {
            return changed(d -> {
                d.publicity = e;
                d.ended = null;
                d.cited = plus(e.documents());
            });
        }

        Open with(PublicityEnded e) {
            return changed(d -> d.ended = e);
        }

        Open with(UUID id, Objection objection) {
            var more = new LinkedHashMap<>(objections);
            more.put(id, objection);
            return changed(d -> d.objections = Map.copyOf(more));
        }

        Open with(TownReviewed e) {
            return changed(d -> {
                d.town = e;
                d.deciders.add(e.reviewer());
                d.cited = plus(e.documents());
            });
        }

        Open with(CaseReturned e) {
            return backTo(e.to()).changed(d -> {
                d.returned = e;
                if (e.by() != null) d.deciders.add(e.by());
            });
        }

        @Override
        public Open with(StepLimits changed) {
            return changed(d -> d.limits = changed);
        }

        Open nowOverdue() {
            return changed(d -> d.overdue = true);
        }

        /** Whether it can be sent back to that state: one before the present one, in which it has been. */
        boolean leadsBackTo(CaseState to) {
            return to.step() != null
                    && to != CaseState.OBJECTED
                    && (to == CaseState.OPENED || has(to.step()))
                    && (to != CaseState.COMPARED || comparison != null)
                    && to.step().compareTo(state().step()) < 0;
        }

        /** As it was when that state was reached: everything later is to be done again. */
        Open backTo(CaseState state) {
            var step = state.step();
            return changed(d -> {
                d.limits = limits.of(s -> kept(step, s) && doneOn(s) != null);
                if (!kept(step, CaseStep.VISIT)) d.visit = null;
                if (!kept(step, CaseStep.CONSENT)) d.consent = null;
                if (!kept(step, CaseStep.COMPARE)) d.requests = ComparisonRequests.NONE;
                if (!kept(step, CaseStep.COMPARE)) d.comparison = null;
                if (!kept(step, CaseStep.VISIT)) d.recommendation = null;
                if (!kept(step, CaseStep.REVIEW)) d.review = null;
                if (!kept(step, CaseStep.PUBLICITY)) d.publicity = null;
                if (!kept(step, CaseStep.PUBLICITY)) d.ended = null;
                if (!kept(step, CaseStep.TOWN)) d.town = null;
            });
        }

        private Open changed(Consumer<OpenDraft> change) {
            var draft = new OpenDraft(this);
            change.accept(draft);
            return draft.open();
        }

        private static boolean kept(CaseStep until, CaseStep step) {
            return step.compareTo(until) <= 0;
        }

        private List<DocumentRef> plus(List<DocumentRef> documents) {
            var all = new ArrayList<>(cited);
            all.addAll(documents);
            return List.copyOf(all);
        }

        /** What the departments found that the review did not know of, as their codes. */
        List<String> lateHits() {
            var known = judged == null ? List.<Comparison>of() : judged.departments();
            return comparison == null
                    ? List.of()
                    : comparison.departments().stream()
                            .filter(Comparison::hit)
                            .filter(d -> known.stream().noneMatch(d::same))
                            .map(Comparison::dept)
                            .distinct()
                            .toList();
        }

        boolean objected() {
            return objections.values().stream().anyMatch(o -> o.decidedOn() == null);
        }

        /** The last of the steps, comparison aside, that leave a date behind. */
        LocalDate lastOn() {
            return Stream.of(
                            opened.clueOn(),
                            visit == null ? null : visit.visitedOn(),
                            review == null ? null : review.heldOn(),
                            publicity == null ? null : publicity.postedOn(),
                            town == null ? null : town.reviewedOn())
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
        }

        CaseState state() {
            if (town != null) return CaseState.TOWN_APPROVED;
            if (publicity != null) return objected() ? CaseState.OBJECTED : CaseState.PUBLICIZED;
            if (review != null) return CaseState.REVIEWED;
            if (visit == null) return CaseState.OPENED;
            if (comparison != null) return CaseState.COMPARED;
            return consent != null ? CaseState.CONSENTED : CaseState.VISITED;
        }
    }

    /** @param postedBy user id of who had posted the notice; null: not kept then @param decision null: still open */
    record Objection(LocalDate raisedOn, String text, String postedBy, ObjectionResolved decision) {

        LocalDate decidedOn() {
            return decision == null ? null : decision.decidedOn();
        }
    }

    /** The household is an object. @param county null where the town decides @param entry null: not yet in the national system */
    record Included(Open open, CountyDetermined county, InclusionDetermined determined, CaseEntered entry)
            implements IdentificationCase {

        /** Who is kept in yellow or green is not entered for now: once a warning or a worse colour asks for it, the object is. */
        boolean toBeEntered() {
            return open.has(CaseStep.ENTERED) && (determined.grade() == null || determined.grade() == Grade.RED);
        }
    }

    /** @param watched looked at again; not, where the household is no longer kept @param recheck the last time; null: not yet */
    record Rejected(Open open, CaseRejected rejection, boolean watched, WatchRechecked recheck)
            implements IdentificationCase {

        /** The last day on which somebody looked at it. */
        LocalDate seenOn() {
            return recheck == null ? rejection.decidedOn() : recheck.on();
        }

        LocalDate recheckOn() {
            return recheck == null ? rejection.recheckOn() : recheck.nextOn();
        }
    }

    record Withdrawn(Open open, CaseWithdrawn withdrawal) implements IdentificationCase {}

    /** The household ended before the case did. */
    record Lapsed(Open open, CaseLapsed lapse) implements IdentificationCase {}

    /** The same in another village. */
    default IdentificationCase in(String area) {
        return switch (this) {
            case Unknown u -> u;
            case Open o -> o.in(area);
            case Included i -> new Included(i.open().in(area), i.county(), i.determined(), i.entry());
            case Rejected r -> new Rejected(r.open().in(area), r.rejection(), r.watched(), r.recheck());
            case Withdrawn w -> new Withdrawn(w.open().in(area), w.withdrawal());
            case Lapsed l -> new Lapsed(l.open().in(area), l.lapse());
        };
    }

    /** What is known from the time that it was open; null while unknown. */
    default Open file() {
        return switch (this) {
            case Unknown _ -> null;
            case Open o -> o;
            case Included i -> i.open();
            case Rejected r -> r.open();
            case Withdrawn w -> w.open();
            case Lapsed l -> l.open();
        };
    }

    /** Null while unknown. */
    default CaseState reached() {
        return switch (this) {
            case Unknown _ -> null;
            case Open o -> o.state();
            case Included i when i.entry() != null -> CaseState.ENTERED;
            case Included i -> i.county() == null ? CaseState.TOWN_APPROVED : CaseState.COUNTY_CONFIRMED;
            case Rejected _ -> CaseState.NOT_INCLUDED;
            case Withdrawn _ -> CaseState.WITHDRAWN;
            case Lapsed _ -> CaseState.LAPSED;
        };
    }

    /** The day on which a step was done, that of the posting for the publicity; null: it was not. */
    default LocalDate doneOn(CaseStep step) {
        var o = file();
        if (o == null) return null;
        return switch (step) {
            case CLUE -> o.opened().openedOn();
            case VISIT -> o.visit() == null ? null : o.visit().visitedOn();
            case CONSENT -> o.consent() == null ? null : o.consent().linkedOn();
            case COMPARE -> o.comparison() == null ? null : o.comparison().comparedOn();
            case REVIEW -> o.review() == null ? null : o.review().heldOn();
            case PUBLICITY -> o.publicity() == null ? null : o.publicity().postedOn();
            case TOWN -> o.town() == null ? null : o.town().reviewedOn();
            case COUNTY ->
                this instanceof Included i && i.county() != null ? i.county().determinedOn() : null;
            case ENTERED ->
                this instanceof Included i && i.entry() != null ? i.entry().enteredOn() : null;
        };
    }

    /** Whether a step is still to be done. */
    default boolean awaits(CaseStep step) {
        return doneOn(step) == null
                && switch (this) {
                    case Open o ->
                        o.has(step) && (o.review() == null || o.review().included());
                    case Included i -> step == CaseStep.ENTERED && i.toBeEntered();
                    case Unknown _, Rejected _, Withdrawn _, Lapsed _ -> false;
                };
    }

    /** The same with other days for its steps. */
    default IdentificationCase with(StepLimits limits) {
        return switch (this) {
            case Open o -> o.with(limits);
            case Included i -> new Included(i.open().with(limits), i.county(), i.determined(), i.entry());
            case Unknown _, Rejected _, Withdrawn _, Lapsed _ -> this;
        };
    }

    default PolicyTerms terms() {
        return file() == null ? null : file().opened().terms();
    }

    default UUID householdId() {
        return file() == null ? null : file().opened().householdId();
    }

    default String areaCode() {
        return file() == null ? null : file().opened().areaCode();
    }

    default LocalDate clueOn() {
        return file() == null ? null : file().opened().clueOn();
    }

    /** Id of the statement shown at the visit; null: none. */
    default UUID statementId() {
        return file() == null || file().visit() == null || file().visit().income() == null
                ? null
                : file().visit().income().statementId();
    }

    /** Id of the linked consent; null: none. */
    default UUID consentId() {
        return file() == null || file().consent() == null
                ? null
                : file().consent().consentId();
    }
}
