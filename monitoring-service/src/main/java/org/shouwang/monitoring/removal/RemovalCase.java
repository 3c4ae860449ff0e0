package org.shouwang.monitoring.removal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
     * @param visitors of every visit, of those before a return too
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
            Set<String> visitors,
            LocalDate last) {

        static Progress begin(RemovalProposed proposed) {
            return new Progress(
                    proposed, null, null, null, null, null, Map.of(), null, null, Set.of(), proposed.proposedOn());
        }

        Progress in(String area) {
            return new Progress(
                    proposed.in(area),
                    visited,
                    reviewed,
                    consented,
                    publicized,
                    ended,
                    objections,
                    town,
                    county,
                    visitors,
                    last);
        }

        Progress with(RemovalVisited e) {
            var all = new HashSet<>(visitors);
            all.addAll(e.visitors());
            return new Progress(
                    proposed,
                    e,
                    reviewed,
                    consented,
                    publicized,
                    ended,
                    objections,
                    town,
                    county,
                    Set.copyOf(all),
                    e.visitedOn());
        }

        Progress with(RemovalReviewed e) {
            return new Progress(
                    proposed,
                    visited,
                    e,
                    consented,
                    publicized,
                    ended,
                    objections,
                    town,
                    county,
                    visitors,
                    e.minutes().heldOn());
        }

        Progress with(RemovalConsented e) {
            return new Progress(
                    proposed,
                    visited,
                    reviewed,
                    e,
                    publicized,
                    ended,
                    objections,
                    town,
                    county,
                    visitors,
                    e.consentedOn());
        }

        Progress with(RemovalPublicized e) {
            return new Progress(
                    proposed, visited, reviewed, consented, e, ended, objections, town, county, visitors, e.postedOn());
        }

        Progress with(RemovalPublicityEnded e) {
            return new Progress(
                    proposed,
                    visited,
                    reviewed,
                    consented,
                    publicized,
                    e,
                    objections,
                    town,
                    county,
                    visitors,
                    e.endedOn());
        }

        Progress with(RemovalTownApproved e) {
            return new Progress(
                    proposed,
                    visited,
                    reviewed,
                    consented,
                    publicized,
                    ended,
                    objections,
                    e,
                    county,
                    visitors,
                    e.reviewedOn());
        }

        Progress with(RemovalCountyApproved e) {
            return new Progress(
                    proposed,
                    visited,
                    reviewed,
                    consented,
                    publicized,
                    ended,
                    objections,
                    town,
                    e,
                    visitors,
                    e.decidedOn());
        }

        Progress with(RemovalObjectionRaised raised, RemovalObjectionResolved resolved) {
            var more = new LinkedHashMap<>(objections);
            more.put(raised.objectionId(), new Objection(raised, resolved));
            return new Progress(
                    proposed, visited, reviewed, consented, publicized, ended, more, town, county, visitors, last);
        }

        /** Back to the visit: what follows it is done again. */
        Progress again(LocalDate on) {
            return new Progress(proposed, null, null, null, null, null, objections, null, null, visitors, on);
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

    record Objection(RemovalObjectionRaised raised, RemovalObjectionResolved resolved) {}
}
