package org.shouwang.monitoring.removal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** What a removal must remember to decide: what was recorded at each step, so that the same request again changes nothing. */
public sealed interface RemovalCase {

    record None() implements RemovalCase {}

    record Running(Progress progress) implements RemovalCase {}

    record Marked(Progress progress, RemovalMarked marked) implements RemovalCase {}

    record Rejected(Progress progress, RemovalRejected rejected) implements RemovalCase {}

    /** The same in another village. */
    default RemovalCase in(String area) {
        return switch (this) {
            case None n -> n;
            case Running r -> new Running(r.progress().in(area));
            case Marked m -> new Marked(m.progress().in(area), m.marked());
            case Rejected r -> new Rejected(r.progress().in(area), r.rejected());
        };
    }

    /** Null for {@link None}. */
    default Progress current() {
        return switch (this) {
            case None _ -> null;
            case Running r -> r.progress();
            case Marked m -> m.progress();
            case Rejected r -> r.progress();
        };
    }

    /**
     * @param objections in the order in which they were raised; resolved is null while open
     * @param returned the last time that town or county sent it back
     * @param visitors of every visit, of those before a return too
     * @param deciders who approved it or sent it back for the town or the county, before a return too
     * @param last latest date of a step
     */
    record Progress(
            RemovalProposed proposed,
            RemovalVisited visited,
            RemovalReviewed reviewed,
            RemovalConsented consented,
            RemovalPublicized publicized,
            RemovalPublicityEnded ended,
            Map<UUID, Objection> objections,
            RemovalTownApproved town,
            RemovalCountyApproved county,
            RemovalReturned returned,
            Set<String> visitors,
            Set<String> deciders,
            LocalDate last) {

        static Progress begin(RemovalProposed proposed) {
            return new Progress(
                    proposed,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of(),
                    null,
                    null,
                    null,
                    Set.of(),
                    Set.of(),
                    proposed.proposedOn());
        }

        Progress in(String area) {
            return changed(last, d -> d.proposed = proposed.in(area));
        }

        Progress with(RemovalVisited e) {
            return changed(e.visitedOn(), d -> {
                d.visited = e;
                d.visitors.addAll(e.visitors());
            });
        }

        Progress with(RemovalReviewed e) {
            return changed(e.minutes().heldOn(), d -> d.reviewed = e);
        }

        Progress with(RemovalConsented e) {
            return changed(e.consentedOn(), d -> d.consented = e);
        }

        Progress with(RemovalPublicized e) {
            return changed(e.postedOn(), d -> d.publicized = e);
        }

        Progress with(RemovalPublicityEnded e) {
            return changed(e.endedOn(), d -> d.ended = e);
        }

        Progress with(RemovalTownApproved e) {
            return changed(e.reviewedOn(), d -> {
                d.town = e;
                d.deciders.add(e.by());
            });
        }

        Progress with(RemovalCountyApproved e) {
            return changed(e.decidedOn(), d -> {
                d.county = e;
                d.deciders.add(e.by());
            });
        }

        Progress with(RemovalReturned e) {
            return again(e.on()).changed(e.on(), d -> {
                d.returned = e;
                d.deciders.add(e.by());
            });
        }

        Progress with(RemovalObjectionRaised e) {
            return with(new Objection(e, publicized == null ? null : publicized.by(), null));
        }

        Progress with(RemovalObjectionResolved e) {
            var known = objections.get(e.objectionId());
            return with(new Objection(known.raised(), known.postedBy(), e));
        }

        private Progress with(Objection objection) {
            var more = new LinkedHashMap<>(objections);
            more.put(objection.raised().objectionId(), objection);
            return changed(last, d -> d.objections = more);
        }

        /** Back to the visit: what follows it is done again. */
        Progress again(LocalDate on) {
            return changed(on, d -> {
                d.visited = null;
                d.reviewed = null;
                d.consented = null;
                d.publicized = null;
                d.ended = null;
                d.town = null;
                d.county = null;
            });
        }

        private Progress changed(LocalDate on, Consumer<ProgressDraft> change) {
            var draft = new ProgressDraft(this);
            change.accept(draft);
            return draft.progress(on);
        }

        UUID householdId() {
            return proposed.householdId();
        }

        PolicyTerms terms() {
            return proposed.terms();
        }

        boolean natural() {
            return proposed.method() == RemovalMethod.NATURAL;
        }

        /** Whether this removal has such a step at all, by its policy and method. */
        boolean takes(RemovalStep step) {
            var removal = terms().removal();
            return switch (step) {
                case PROPOSAL, REVIEW, TOWN, MARK -> true;
                case VISIT -> !natural();
                case CONSENT -> !natural() && removal.consentRequired();
                case PUBLICITY ->
                    !terms().publicity().forbidden()
                            && removal.publicityDays() != null
                            && removal.publicityDays() > 0
                            && (!natural() || removal.naturalPublicity());
                case COUNTY -> terms().caseSteps().contains(CaseStep.COUNTY);
            };
        }

        private boolean done(RemovalStep step) {
            return switch (step) {
                case PROPOSAL -> true;
                case VISIT -> visited != null;
                case REVIEW -> reviewed != null;
                case CONSENT -> consented != null;
                case PUBLICITY -> ended != null;
                case TOWN -> town != null;
                case COUNTY -> county != null;
                case MARK -> false;
            };
        }

        /** The step that is due now. */
        RemovalStep next() {
            for (var step : RemovalStep.values()) if (takes(step) && !done(step)) return step;
            return RemovalStep.MARK;
        }

        boolean objectionOpen() {
            return objections.values().stream().map(Objection::resolved).anyMatch(Objects::isNull);
        }
    }

    /** @param postedBy user id of who had posted the notice @param resolved null: still open */
    record Objection(RemovalObjectionRaised raised, String postedBy, RemovalObjectionResolved resolved) {}
}
