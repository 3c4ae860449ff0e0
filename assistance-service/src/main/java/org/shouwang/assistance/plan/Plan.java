package org.shouwang.assistance.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.Steps;
import org.shouwang.assistance.plan.PlanEvent.*;
import org.shouwang.assistance.rule.Dossier.Words;

/** What a household's plan must remember to decide. */
public sealed interface Plan {

    record None() implements Plan {}

    /**
     * The plan of the present episode.
     *
     * @param version 0: nothing drafted yet
     * @param content null before the first draft
     * @param includedOn null while the green channel is ahead of the determination; so are the due days, which a policy may also leave out
     * @param approvedOn of the first approval in this episode; null before
     * @param lastOn day of the latest step
     * @param steps of the present version
     */
    record Open(
            int episode,
            String areaCode,
            UUID caseId,
            List<String> risks,
            LocalDate includedOn,
            LocalDate planDueOn,
            LocalDate measureDueOn,
            PlanState state,
            int version,
            PlanContent content,
            LocalDate approvedOn,
            LocalDate lastOn,
            Steps<PlanEvent> steps,
            boolean planOverdue,
            boolean helpOverdue)
            implements Plan {

        Open at(PlanState next, LocalDate on, PlanEvent step) {
            return with(next, version, content, approvedOn, on, steps.and(step));
        }

        Open drafted(PlanDrafted e) {
            return with(PlanState.DRAFT, e.version(), e.content(), approvedOn, e.on(), steps.and(e));
        }

        Open revised(PlanRevised e) {
            return with(
                    PlanState.DRAFT,
                    e.version(),
                    e.content(),
                    approvedOn,
                    e.on(),
                    Steps.<PlanEvent>none().and(e));
        }

        Open approved(PlanApproved e) {
            var first = approvedOn == null ? e.on() : approvedOn;
            return with(PlanState.APPROVED, version, content, first, e.on(), steps.and(e));
        }

        private Open with(
                PlanState next,
                int newVersion,
                PlanContent words,
                LocalDate approved,
                LocalDate on,
                Steps<PlanEvent> taken) {
            return new Open(
                    episode,
                    areaCode,
                    caseId,
                    risks,
                    includedOn,
                    planDueOn,
                    measureDueOn,
                    next,
                    newVersion,
                    words,
                    approved,
                    on,
                    taken,
                    planOverdue,
                    helpOverdue);
        }

        Open due(int included, List<String> newRisks, LocalDate on, LocalDate plan, LocalDate measure) {
            return new Open(
                    included,
                    areaCode,
                    caseId,
                    newRisks,
                    on,
                    plan,
                    measure,
                    state,
                    version,
                    content,
                    approvedOn,
                    lastOn,
                    steps,
                    planOverdue,
                    helpOverdue);
        }

        Open facing(List<String> newRisks) {
            return due(episode, newRisks, includedOn, planDueOn, measureDueOn);
        }

        Open late(boolean plan, boolean help) {
            return new Open(
                    episode,
                    areaCode,
                    caseId,
                    risks,
                    includedOn,
                    planDueOn,
                    measureDueOn,
                    state,
                    version,
                    content,
                    approvedOn,
                    lastOn,
                    steps,
                    planOverdue || plan,
                    helpOverdue || help);
        }

        Open in(String area) {
            return new Open(
                    episode,
                    area,
                    caseId,
                    risks,
                    includedOn,
                    planDueOn,
                    measureDueOn,
                    state,
                    version,
                    content,
                    approvedOn,
                    lastOn,
                    steps,
                    planOverdue,
                    helpOverdue);
        }

        /** Opened ahead of the determination, and not determined yet. */
        boolean early() {
            return includedOn == null;
        }

        /** The part of the plan that the rules look at. */
        Words words() {
            return new Words(
                    risks,
                    includedOn,
                    planDueOn,
                    measureDueOn,
                    approvedOn,
                    content == null ? null : content.noLabour(),
                    content == null ? null : content.developmental());
        }
    }

    /** @param plan as it was when it was closed, and will be if it is reopened */
    record Closed(Open plan, PlanClosed by) implements Plan {

        LocalDate on() {
            return by.on();
        }
    }
}
