package org.shouwang.assistance.plan;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.plan.PlanRefusal.*;
import static org.shouwang.assistance.plan.PlanState.*;
import static org.shouwang.eventsourcing.Decision.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwang.assistance.Guard;
import org.shouwang.assistance.SensitiveText;
import org.shouwang.assistance.Steps;
import org.shouwang.assistance.plan.Plan.*;
import org.shouwang.assistance.plan.PlanCommand.*;
import org.shouwang.assistance.plan.PlanEvent.*;
import org.shouwang.assistance.rule.Dossier;
import org.shouwang.assistance.rule.Finding;
import org.shouwang.assistance.rule.Rules;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;

/** The life of a plan: opened by an inclusion, drafted, signed, approved, in progress, evaluated, closed; revised as a new version. */
final class PlanDecider implements Decider<PlanCommand, Plan, PlanEvent> {

    private static final Set<String> ABOUT_MEASURES =
            Set.of("RISK_ANSWERED", "LABOUR_DEVELOPS", "NO_LABOUR_AIDED", "DIBAO_IS_PLANNED");

    private record On(PlanCommand command, Plan state) {}

    @Override
    public Decision<PlanEvent> decide(PlanCommand command, Plan state) {
        return switch (new On(command, state)) {
            case On(Include c, None _) -> accept(opened(c), deadlines(c));
            case On(Include c, Open p) when p.early() -> accept(deadlines(c));
            case On(Include c, Open p) when p.episode() >= c.episode() -> nothing();
            case On(Include c, Closed p)
            when p.plan().episode() >= c.episode() && !p.plan().early() -> nothing();
            case On(Include c, Plan _) -> accept(opened(c), deadlines(c));

            case On(OpenEarly c, None _) -> accept(new PlanOpened(1, c.areaCode(), c.caseId(), true, c.on()));
            case On(OpenEarly c, Closed p)
            when !c.caseId().equals(p.plan().caseId()) ->
                accept(new PlanOpened(
                        p.plan().early() ? p.plan().episode() : p.plan().episode() + 1,
                        c.areaCode(),
                        c.caseId(),
                        true,
                        c.on()));
            case On(OpenEarly _, Plan _) -> nothing();
            case On(AbandonEarly c, Open p)
            when p.early() && c.caseId().equals(p.caseId()) ->
                accept(new PlanClosed(p.episode(), Closing.NOT_INCLUDED, c.on()));
            case On(AbandonEarly _, Plan _) -> nothing();
            case On(AddRisk c, Open p)
            when !p.risks().contains(c.risk()) -> accept(new PlanRiskAdded(p.episode(), c.risk(), c.on()));
            case On(AddRisk _, Plan _) -> nothing();

            case On(Begin c, Open p)
            when p.state() == APPROVED && (c.episode() == p.episode() || p.early()) ->
                accept(new PlanStarted(p.episode(), later(c.on(), p.lastOn())));
            case On(Begin _, Plan _) -> nothing();
            case On(Evaluate c, Open p)
            when c.episode() == p.episode() && Set.of(APPROVED, IN_PROGRESS).contains(p.state()) ->
                accept(new PlanEvaluated(p.episode(), c.reviewId(), later(c.on(), p.lastOn())));
            case On(Evaluate _, Plan _) -> nothing();
            case On(End c, Open p)
            when c.episode() == p.episode() -> accept(new PlanClosed(p.episode(), c.reason(), c.on()));
            case On(End _, Plan _) -> nothing();
            case On(Reopen c, Closed p)
            when c.episode() == p.plan().episode() -> accept(new PlanReopened(c.episode(), c.on()));
            case On(Reopen _, Plan _) -> nothing();
            case On(Tick c, Open p) -> accept(overdue(c, p));
            case On(Tick _, Plan _) -> nothing();
            case On(Move c, Open p)
            when !c.to().equals(p.areaCode()) -> accept(new PlanMoved(p.areaCode(), c.to(), c.on()));
            case On(Move c, Closed p)
            when !c.to().equals(p.plan().areaCode()) ->
                accept(new PlanMoved(p.plan().areaCode(), c.to(), c.on()));
            case On(Move _, Plan _) -> nothing();

            case On(PlanCommand c, Open p) when repeated(c, p) -> nothing();
            case On(PlanCommand c, Closed p) when repeated(c, p.plan()) -> nothing();

            case On(Draft _, Open p)
            when p.state() != DRAFT -> refuse(STEP_OUT_OF_ORDER, p.state().name());
            case On(Draft c, Open p) -> {
                var wrong = wrong(c.content(), p, c.on());
                yield wrong == null
                        ? accept(new PlanDrafted(p.episode(), Math.max(1, p.version()), c.content(), c.on()))
                        : wrong;
            }

            case On(Sign _, Open p)
            when p.state() != DRAFT -> refuse(STEP_ALREADY_RECORDED, p.state().name());
            case On(Sign _, Open p)
            when p.content() == null -> refuse(STEP_OUT_OF_ORDER, p.state().name());
            case On(Sign c, Open p) -> sign(c, p);

            case On(Approve _, Open p)
            when p.state() == DRAFT -> refuse(STEP_OUT_OF_ORDER, p.state().name());
            case On(Approve _, Open p)
            when p.state() != SIGNED -> refuse(STEP_ALREADY_RECORDED, p.state().name());
            case On(Approve c, Open p) -> approve(c, p);

            case On(Revise _, Open p)
            when p.state() == DRAFT ->
                refuse(
                        p.version() > 1 ? STEP_ALREADY_RECORDED : STEP_OUT_OF_ORDER,
                        p.state().name());
            case On(Revise c, Open _) when !Guard.reasonGiven(c.reason()) -> refuse(REASON_REQUIRED);
            case On(Revise c, Open _) when SensitiveText.in(c.reason()) -> refuse(SENSITIVE_TEXT);
            case On(Revise c, Open p) -> {
                var wrong = wrong(c.content(), p, c.on());
                yield wrong == null
                        ? accept(new PlanRevised(p.episode(), p.version() + 1, c.content(), c.reason(), c.on()))
                        : wrong;
            }

            case On(Close _, Open p)
            when p.state() != EVALUATED -> refuse(STEP_OUT_OF_ORDER, p.state().name());
            case On(Close c, Open _)
            when !c.unfinished().isEmpty() ->
                refuse(
                        MEASURES_OPEN,
                        c.unfinished().stream().map(Object::toString).toList());
            case On(Close c, Open p)
            when c.on().isBefore(p.lastOn()) ->
                refuse(DATE_OUT_OF_ORDER, p.lastOn().toString());
            case On(Close c, Open p) -> accept(new PlanClosed(p.episode(), Closing.EVALUATED, c.on()));
            case On(Close c, Closed p)
            when p.by().equals(new PlanClosed(p.plan().episode(), Closing.EVALUATED, c.on())) -> nothing();

            case On(PlanCommand _, None _) -> refuse(PLAN_NOT_FOUND);
            case On(PlanCommand _, Closed _) -> refuse(PLAN_CLOSED);
        };
    }

    /** Done already in the plan's present version, word for word. */
    private static boolean repeated(PlanCommand command, Open p) {
        return switch (command) {
            case Draft c -> p.steps().include(new PlanDrafted(p.episode(), p.version(), c.content(), c.on()));
            case Sign c ->
                p.steps().include(new PlanSigned(p.episode(), p.version(), c.signers(), c.document(), c.on()));
            case Approve c ->
                p.steps()
                        .last(PlanApproved.class)
                        .filter(e -> e.on().equals(c.on()))
                        .isPresent();
            case Revise c ->
                p.steps().include(new PlanRevised(p.episode(), p.version(), c.content(), c.reason(), c.on()));
            default -> false;
        };
    }

    private static PlanOpened opened(Include c) {
        return new PlanOpened(c.episode(), c.areaCode(), c.caseId(), false, c.on());
    }

    private static PlanDeadlinesSet deadlines(Include c) {
        return new PlanDeadlinesSet(
                c.episode(), c.risks(), c.on(), due(c.on(), c.planDays()), due(c.on(), c.measureDays()));
    }

    private static LocalDate due(LocalDate on, Integer days) {
        return days == null ? null : on.plusDays(days);
    }

    private static Decision<PlanEvent> wrong(PlanContent content, Open plan, LocalDate on) {
        var without = withoutGoal(content, plan);
        var strange = content.goals().stream()
                .map(g -> String.valueOf(g.risk()))
                .filter(r -> !plan.early() && !plan.risks().contains(r))
                .toList();
        if (!without.isEmpty()) return refuse(GOAL_MISSING, without);
        if (!strange.isEmpty()) return refuse(RISK_UNKNOWN, strange);
        if (negative(content.budget()) || negative(content.incomeEffect())) return refuse(PlanRefusal.AMOUNT_INVALID);
        if (content.startOn() != null
                && content.dueOn() != null
                && content.dueOn().isBefore(content.startOn()))
            return refuse(DATE_OUT_OF_ORDER, content.dueOn().toString());
        if (SensitiveText.in(content.texts())) return refuse(SENSITIVE_TEXT);
        return on.isBefore(plan.lastOn())
                ? refuse(DATE_OUT_OF_ORDER, plan.lastOn().toString())
                : null;
    }

    private static List<String> withoutGoal(PlanContent content, Open plan) {
        var goals = content.goals().stream()
                .filter(g -> g.goal() != null && !g.goal().isBlank())
                .map(PlanContent.Goal::risk)
                .toList();
        return plan.risks().stream().filter(r -> !goals.contains(r)).toList();
    }

    private static Decision<PlanEvent> sign(Sign c, Open plan) {
        var missing = c.needed().stream().filter(n -> !c.signers().contains(n)).toList();
        if (!missing.isEmpty()) return refuse(SIGNATURE_MISSING, missing);
        if (c.document() == null) return refuse(EVIDENCE_MISSING);
        if (!c.document().wellFormed())
            return refuse(DOCUMENT_INVALID, String.valueOf(c.document().kind()));
        if (c.on().isBefore(plan.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, plan.lastOn().toString());
        return accept(new PlanSigned(plan.episode(), plan.version(), c.signers(), c.document(), c.on()));
    }

    private static Decision<PlanEvent> approve(Approve c, Open plan) {
        if (plan.early()) return refuse(NOT_DETERMINED_YET);
        if (c.on().isBefore(plan.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, plan.lastOn().toString());
        var aimless = withoutGoal(plan.content(), plan);
        if (!aimless.isEmpty()) return refuse(GOAL_MISSING, aimless);
        if (c.around() == null) return refuse(NOT_YET_KNOWN);
        if (c.around().helper() == null) return refuse(HELPER_REQUIRED);
        var known = c.around().measures().stream().map(m -> m.id()).toList();
        var unknown = plan.content().measures().stream()
                .filter(m -> !known.contains(m))
                .map(Object::toString)
                .toList();
        if (!unknown.isEmpty()) return refuse(MEASURE_UNKNOWN, unknown);
        var findings = Rules.check(new Dossier(c.on(), plan.words(), c.around()), c.policy());
        var bars = Rules.bars(findings);
        if (bars.stream().anyMatch(f -> ABOUT_MEASURES.contains(f.name()))) return refuse(MEASURE_REQUIRED, told(bars));
        if (!bars.isEmpty()) return refuse(RULES_BROKEN, told(bars));
        var doubts = findings.stream()
                .filter(f -> f.severity() == Finding.Severity.DOUBT)
                .map(Finding::rule)
                .distinct()
                .toList();
        var approved = new PlanApproved(plan.episode(), plan.version(), doubts, c.on());
        var begun =
                c.around().measures().stream().anyMatch(m -> m.startedOn() != null && m.episode() == plan.episode());
        return begun ? accept(approved, new PlanStarted(plan.episode(), c.on())) : accept(approved);
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.rule() + " " + f.zh() + "（" + String.join("，", f.details()) + "）")
                .toList();
    }

    private static List<PlanEvent> overdue(Tick c, Open p) {
        var late = new ArrayList<PlanEvent>();
        if (!p.planOverdue() && missed(c.date(), p.planDueOn(), p.approvedOn()))
            late.add(new PlanOverdue(p.episode(), p.planDueOn()));
        if (!p.helpOverdue() && missed(c.date(), p.measureDueOn(), c.helpedOn()))
            late.add(new HelpOverdue(p.episode(), p.measureDueOn()));
        return late;
    }

    private static boolean missed(LocalDate date, LocalDate due, LocalDate done) {
        return due != null && date.isAfter(due) && (done == null || done.isAfter(due));
    }

    private static boolean negative(BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Plan initial() {
        return new None();
    }

    @Override
    public Plan evolve(Plan state, PlanEvent event) {
        return switch (event) {
            case PlanOpened e ->
                new Open(
                        e.episode(),
                        e.areaCode(),
                        e.caseId(),
                        List.of(),
                        null,
                        null,
                        null,
                        DRAFT,
                        0,
                        null,
                        null,
                        e.on(),
                        Steps.none(),
                        false,
                        false);
            case PlanReopened _ when state instanceof Closed c -> c.plan();
            case PlanMoved e
            when state instanceof Closed c -> new Closed(c.plan().in(e.to()), c.by());
            case PlanEvent e when state instanceof Open p -> evolve(p, e);
            case PlanEvent _ -> state;
        };
    }

    private static Plan evolve(Open p, PlanEvent event) {
        return switch (event) {
            case PlanOpened _, PlanReopened _ -> p;
            case PlanDeadlinesSet e -> p.due(e.episode(), e.risks(), e.includedOn(), e.planDueOn(), e.measureDueOn());
            case PlanRiskAdded e ->
                p.facing(Stream.concat(p.risks().stream(), Stream.of(e.risk())).toList());
            case PlanDrafted e -> p.drafted(e);
            case PlanRevised e -> p.revised(e);
            case PlanSigned e -> p.at(SIGNED, e.on(), e);
            case PlanApproved e -> p.approved(e);
            case PlanStarted e -> p.at(IN_PROGRESS, e.on(), e);
            case PlanEvaluated e -> p.at(EVALUATED, e.on(), e);
            case PlanClosed e -> new Closed(p, e);
            case PlanOverdue _ -> p.late(true, false);
            case HelpOverdue _ -> p.late(false, true);
            case PlanMoved e -> p.in(e.to());
        };
    }
}
