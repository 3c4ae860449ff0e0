package org.shouwang.monitoring.warning;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.object.ObjectRefusal.NATIONAL_ENTRY_REQUIRED_FIRST;
import static org.shouwang.monitoring.object.ObjectRefusal.OBJECT_NOT_ACTIVE;
import static org.shouwang.monitoring.warning.WarningRefusal.*;
import static org.shouwang.monitoring.warning.WarningStage.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.Roles;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.Regime;
import org.shouwang.monitoring.warning.Warning.*;
import org.shouwang.monitoring.warning.WarningCommand.*;
import org.shouwang.monitoring.warning.WarningEvent.*;

/** The rules of a warning: raised, annotated, assigned, handled, closed, visited again; or opened again, or a false alarm. */
public final class WarningDecider implements Decider<WarningCommand, Warning, WarningEvent> {

    private record On(WarningCommand command, Warning state) {}

    @Override
    public Decision<WarningEvent> decide(WarningCommand command, Warning state) {
        return switch (new On(command, state)) {
            case On(Raise c, Unknown _) -> raise(c);
            case On(Raise c, Known w) when w.raised().equals(raised(c)) -> nothing();
            case On(Raise _, Known _) -> refuse(WARNING_ALREADY_RAISED);
            case On(WarningCommand _, Unknown _) -> refuse(WARNING_UNKNOWN);

            case On(Annotate c, Known w) -> annotate(c, w);
            case On(Assign c, Known w) -> assign(c, w);
            case On(Handle c, Known w) -> handle(c, w);
            case On(Close c, Known w) -> close(c, w);
            case On(Revisit c, Known w) -> revisit(c, w);
            case On(Reopen c, Known w) -> reopen(c, w);
            case On(Cancel c, Known w) -> cancel(c, w);
            case On(Move c, Known w) when c.to().equals(w.areaCode()) -> nothing();
            case On(Move c, Known w) -> accept(new WarningMoved(w.areaCode(), c.to(), c.on()));
            case On(NoteOverdue c, Known w) when w.late(c.date()) -> accept(overdue(w));
            case On(NoteOverdue _, Known _) -> nothing();
        };
    }

    private static Decision<WarningEvent> raise(Raise c) {
        if (!c.object().watched()) return refuse(OBJECT_NOT_ACTIVE);
        if (c.raisedOn().isBefore(c.object().current().includedOn()))
            return refuse(DATE_OUT_OF_ORDER, c.object().current().includedOn().toString());
        if (!c.level().knownTo(c.terms().regime()))
            return refuse(WARNING_LEVEL_INVALID, c.level().name());
        var sensitive = SensitiveText.numbersIn(c.text());
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        var raised = raised(c);
        return raised.entryFirst() && !imported(c.object())
                ? accept(raised, new WarningEntryAwaited(c.raisedOn()))
                : accept(raised);
    }

    private static WarningRaised raised(Raise c) {
        var episode = c.object().current();
        return new WarningRaised(
                c.householdId(),
                episode.areaCode(),
                episode.number(),
                c.item(),
                c.level(),
                c.source(),
                c.text(),
                c.raisedOn(),
                due(c.level(), c.raisedOn(), c.terms()),
                c.terms().regime() == Regime.R2020,
                c.clueId());
    }

    /**
     * 2020 plan: red ones by the fixed closing day, later ones by the end of their month. Since 2021: within the days that a policy gives
     * for a measure.
     */
    private static LocalDate due(WarningLevel level, LocalDate raisedOn, PolicyTerms terms) {
        if (terms.regime() == Regime.R2021)
            return terms.measureMaxDays() == null ? null : raisedOn.plusDays(terms.measureMaxDays());
        if (level != WarningLevel.RED || terms.deadlines() == null) return null;
        var closing = terms.deadlines().redClosure();
        if (closing != null && !raisedOn.isAfter(closing)) return closing;
        return "SAME_MONTH".equals(terms.deadlines().laterRed())
                ? YearMonth.from(raisedOn).atEndOfMonth()
                : null;
    }

    private static Decision<WarningEvent> annotate(Annotate c, Known w) {
        var annotated = new WarningAnnotated(c.platformNo(), c.annotatedOn());
        if (w.recorded().contains(annotated)) return nothing();
        var unfit = order(w, c.annotatedOn(), RAISED, ENTRY_PENDING);
        if (unfit != null) return unfit;
        if (!w.raised().entryFirst()) return accept(annotated);
        if (!imported(c.object())) return refuse(NATIONAL_ENTRY_REQUIRED_FIRST);
        var importedOn = c.object().current().importedOn();
        return c.annotatedOn().isBefore(importedOn)
                ? refuse(NATIONAL_ENTRY_REQUIRED_FIRST, importedOn.toString())
                : accept(annotated);
    }

    private static Decision<WarningEvent> assign(Assign c, Known w) {
        var assigned = new WarningAssigned(c.dept(), c.responsible(), c.assignedOn());
        if (w.recorded().contains(assigned)) return nothing();
        var unfit = order(w, c.assignedOn(), ANNOTATED);
        if (unfit != null) return unfit;
        if (!Department.known(c.dept())) return refuse(DEPARTMENT_UNKNOWN, c.dept());
        return PersonCode.ok(c.responsible()) ? accept(assigned) : refuse(PERSON_CODE, "responsible");
    }

    private static Decision<WarningEvent> handle(Handle c, Known w) {
        var handled = new WarningHandled(c.action(), c.measureId(), c.handledOn());
        if (w.recorded().contains(handled)) return nothing();
        var unfit = order(w, c.handledOn(), ASSIGNED, IN_HANDLING);
        if (unfit != null) return unfit;
        var sensitive = SensitiveText.numbersIn(c.action());
        return sensitive.isEmpty() ? accept(handled) : refuse(SENSITIVE_TEXT, sensitive);
    }

    private static Decision<WarningEvent> close(Close c, Known w) {
        var closed = new WarningClosed(
                c.check() == null ? null : c.check().id(),
                c.measure() == null ? null : c.measure().id(),
                c.evidence(),
                c.closedOn(),
                c.recheck().income() == null ? null : c.recheck().income().id(),
                w.raised().item() == WarningItem.EMPLOYMENT ? c.recheck().visit() : null,
                w.raised().item().told() ? c.recheck().visit() : null);
        if (w.recorded().contains(closed)) return nothing();
        var unfit = order(w, c.closedOn(), IN_HANDLING);
        if (unfit != null) return unfit;
        var illFormed = DocumentRef.illFormed(c.evidence());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        if (!passes(c, w) && !effective(c, w) && !rechecked(c, w))
            return refuse(WARNING_NOT_SOLVED, w.raised().item().name());
        var events = new ArrayList<WarningEvent>();
        if (w.late(c.closedOn())) events.add(overdue(w));
        events.add(closed);
        return accept(events);
    }

    /** A check since the warning was raised or opened again, with evidence, passes the item, and none after it fails it. */
    private static boolean passes(Close c, Known w) {
        return c.check() != null
                && !c.evidence().isEmpty()
                && within(c.check().checkedOn(), c, w)
                && found(c.check(), w, SafeguardResult::good)
                && c.later().stream()
                        .filter(check -> check.checkedOn().isAfter(c.check().checkedOn()))
                        .noneMatch(check -> within(check.checkedOn(), c, w) && found(check, w, SafeguardResult::bad));
    }

    /** A new statement closes a warning on income, a monthly visit one on employment, spending or something else; with evidence, as a check does. */
    private static boolean rechecked(Close c, Known w) {
        if (c.evidence().isEmpty()) return false;
        return switch (w.raised().item()) {
            case INCOME -> c.recheck().income(w.since());
            case EMPLOYMENT, SPENDING, OTHER ->
                c.recheck().visit() != null
                        && within(c.recheck().visit(), c, w)
                        && another(c.recheck().visit(), w);
            case FOOD, CLOTHES, EDUCATION, MEDICAL, HOUSING, WATER -> false;
        };
    }

    /** The visit by which it was raised, or for which it was opened again, does not show that it is solved. */
    private static boolean another(LocalDate visit, Known w) {
        return visit.isAfter(w.since())
                || w.raised().source() != WarningSource.MONTHLY_CHECK
                        && w.since().equals(w.raised().raisedOn());
    }

    private static boolean found(SafeguardFact check, Known w, Predicate<SafeguardResult> as) {
        return check.items().stream()
                .anyMatch(i -> i.indicator() == w.raised().item().indicator() && as.test(i.result()));
    }

    /** The measure by which it was handled has been found effective since. */
    private static boolean effective(Close c, Known w) {
        return c.measure() != null
                && w.handledBy(c.measure().id())
                && Boolean.TRUE.equals(c.measure().effective())
                && c.measure().evaluatedOn() != null
                && within(c.measure().evaluatedOn(), c, w)
                && !c.measure().cancelled();
    }

    private static boolean within(LocalDate day, Close c, Known w) {
        return !day.isBefore(w.since()) && !day.isAfter(c.closedOn());
    }

    private static Decision<WarningEvent> revisit(Revisit c, Known w) {
        var revisited = new WarningRevisited(c.visitor(), c.findings(), c.revisitedOn());
        if (w.recorded().contains(revisited)) return nothing();
        var unfit = order(w, c.revisitedOn(), CLOSED);
        if (unfit != null) return unfit;
        if (!PersonCode.ok(c.visitor())) return refuse(PERSON_CODE, "visitor");
        var sensitive = SensitiveText.numbersIn(c.findings());
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        return c.solved() ? accept(revisited) : accept(reopened(c.findings(), c.revisitedOn(), c.terms(), w));
    }

    private static Decision<WarningEvent> reopen(Reopen c, Known w) {
        var unfit = order(w, c.on(), CLOSED, REVISITED);
        if (unfit != null) return unfit;
        if (!c.object().watched()) return refuse(OBJECT_NOT_ACTIVE);
        var sensitive = SensitiveText.numbersIn(c.reason());
        return sensitive.isEmpty()
                ? accept(reopened(c.reason(), c.on(), c.terms(), w))
                : refuse(SENSITIVE_TEXT, sensitive);
    }

    private static WarningReopened reopened(String reason, LocalDate on, PolicyTerms terms, Known w) {
        return new WarningReopened(reason, on, due(w.raised().level(), on, terms));
    }

    private static Decision<WarningEvent> cancel(Cancel c, Known w) {
        var cancelled = new WarningCancelled(c.reason(), c.on());
        if (w.recorded().contains(cancelled)) return nothing();
        var unfit = order(w, c.on(), RAISED, ENTRY_PENDING, ANNOTATED, ASSIGNED, IN_HANDLING);
        if (unfit != null) return unfit;
        if (c.reason() == null || c.reason().strip().length() < c.shortestReason()) return refuse(REASON_REQUIRED);
        var sensitive = SensitiveText.numbersIn(c.reason());
        return sensitive.isEmpty() ? accept(cancelled) : refuse(SENSITIVE_TEXT, sensitive);
    }

    private static WarningOverdue overdue(Known w) {
        return new WarningOverdue(w.dueOn(), Roles.TOWN_LEADERSHIP);
    }

    private static boolean imported(MonitoredObject object) {
        return object.current() != null && object.current().imported();
    }

    /** Refuses a step out of turn or a day before the step before; null where neither. */
    private static Decision<WarningEvent> order(Known w, LocalDate on, WarningStage first, WarningStage... rest) {
        if (!EnumSet.of(first, rest).contains(w.stage()))
            return refuse(STEP_OUT_OF_ORDER, w.stage().name());
        return on.isBefore(w.last()) ? refuse(DATE_OUT_OF_ORDER, w.last().toString()) : null;
    }

    @Override
    public Warning initial() {
        return new Unknown();
    }

    @Override
    public Warning evolve(Warning state, WarningEvent event) {
        if (event instanceof WarningRaised e)
            return new Known(e, RAISED, e.dueOn(), false, List.of(), e.raisedOn(), e.raisedOn());
        return state instanceof Known w ? evolve(w, event) : state;
    }

    private static Warning evolve(Known w, WarningEvent event) {
        return switch (event) {
            case WarningRaised _ -> w;
            case WarningEntryAwaited e -> w.next(ENTRY_PENDING, e, e.on());
            case WarningAnnotated e -> w.next(ANNOTATED, e, e.annotatedOn());
            case WarningAssigned e -> w.next(ASSIGNED, e, e.assignedOn());
            case WarningHandled e -> w.next(IN_HANDLING, e, e.handledOn());
            case WarningClosed e -> w.next(CLOSED, e, e.closedOn());
            case WarningRevisited e -> w.next(REVISITED, e, e.revisitedOn());
            case WarningReopened e -> new Known(w.raised(), ANNOTATED, e.dueOn(), false, List.of(), e.on(), e.on());
            case WarningMoved e -> w.in(e.to());
            case WarningOverdue _ ->
                new Known(w.raised(), w.stage(), w.dueOn(), true, w.recorded(), w.since(), w.last());
            case WarningCancelled e -> w.next(CANCELLED, e, e.on());
        };
    }
}
