package org.shouwang.monitoring.clue;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.clue.ClueRefusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.clue.Clue.*;
import org.shouwang.monitoring.clue.ClueCommand.*;
import org.shouwang.monitoring.clue.ClueEvent.*;
import org.shouwang.monitoring.policy.PolicyTerms;

/** A clue is received once, and answered once: by a case, by a warning about a household that is monitored, or by a reason why there is neither. */
public final class ClueDecider implements Decider<ClueCommand, Clue, ClueEvent> {

    private record On(ClueCommand command, Clue state) {}

    @Override
    public Decision<ClueEvent> decide(ClueCommand command, Clue state) {
        return switch (new On(command, state)) {
            case On(Receive c, Unknown _)
            when c.endedOn() != null -> refuse(HOUSEHOLD_ENDED, c.endedOn().toString());
            case On(Receive c, Unknown _) -> receive(c);
            case On(Receive c, Clue s) when same(c, s.clue()) -> nothing();
            case On(Receive _, Clue _) -> refuse(CLUE_ALREADY_RECEIVED);

            case On(Raise c, Unknown _) -> accept(raised(c), c.hit());
            case On(Raise _, Clue _) -> nothing();

            case On(ClueCommand _, Unknown _) -> refuse(CLUE_UNKNOWN);

            case On(Answer c, Answered s) when same(c, s) -> nothing();
            case On(Answer _, Answered _) -> refuse(CLUE_ANSWERED);
            case On(Answer c, Waiting s) -> answer(c, s);

            case On(Merge c, Answered s) when s.merged(c.into()) -> nothing();
            case On(Merge _, Answered _) -> refuse(CLUE_ANSWERED);
            case On(Merge c, Waiting s) -> merge(c, s);

            case On(Dispatch c, Waiting s) -> sendOn(new RiskClueDispatched(c.team(), c.on()), c.on(), s);
            case On(HandOver c, Waiting s)
            when tooShort(c.reason(), c.shortestReason()) ->
                refuse(REASON_REQUIRED, Integer.toString(c.shortestReason()));
            case On(HandOver c, Waiting s) -> sendOn(new RiskClueHandedOver(c.dept(), c.reason(), c.on()), c.on(), s);
            case On(Dispatch _, Answered _) -> refuse(CLUE_ANSWERED);
            case On(HandOver _, Answered _) -> refuse(CLUE_ANSWERED);

            case On(TakeUp c, Clue s)
            when s.household() != null && !s.household().equals(c.householdId()) -> refuse(CLUE_OF_OTHER_HOUSEHOLD);
            case On(TakeUp c, Answered s) when c.caseId().equals(s.answer().caseId()) -> nothing();
            case On(TakeUp c, Answered s)
            when s.answer().result() == ClueResult.TO_CASE && s.answer().caseId() == null -> takeUp(c, s);
            case On(TakeUp _, Answered _) -> refuse(CLUE_ANSWERED);
            case On(TakeUp c, Waiting s) -> takeUp(c, s);

            case On(TurnToWarning c, Clue s)
            when s.household() != null && !s.household().equals(c.householdId()) -> refuse(CLUE_OF_OTHER_HOUSEHOLD);
            case On(TurnToWarning c, Answered s)
            when c.warningId().equals(s.answer().warningId()) -> nothing();
            case On(TurnToWarning _, Answered _) -> refuse(CLUE_ANSWERED);
            case On(TurnToWarning c, Waiting s) -> turnToWarning(c, s);

            case On(Move c, Clue s) when c.to().equals(s.areaCode()) -> nothing();
            case On(Move c, Clue s) -> accept(new RiskClueMoved(s.areaCode(), c.to(), c.on()));

            case On(NoteOverdue c, Waiting s)
            when !s.overdue() && c.date().isAfter(s.received().dueOn()) ->
                accept(new RiskClueOverdue(s.received().dueOn()));
            case On(NoteOverdue _, Clue _) -> nothing();
        };
    }

    private static Decision<ClueEvent> receive(Receive c) {
        var fields = new ArrayList<String>();
        if (!SensitiveText.numbersIn(c.text()).isEmpty()) fields.add("text");
        if (!SensitiveText.numbersIn(c.agent()).isEmpty()) fields.add("agent");
        if (c.areaCode() == null || !c.areaCode().matches("[0-9]{12}")) return refuse(AREA_REQUIRED);
        if (c.text() == null || c.text().isBlank()) return refuse(CLUE_TEXT_REQUIRED);
        if (!fields.isEmpty()) return refuse(SENSITIVE_TEXT, fields);
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (c.channel() != null && c.source() != ClueSource.SELF_DECLARATION) return refuse(CHANNEL_OF_DECLARATIONS);
        if (c.channel() != null && !c.channel().namesItsWindow()) return refuse(WINDOW_REQUIRED);
        if (c.source() == ClueSource.SELF_DECLARATION) {
            if (!c.terms().application().householdMayApply())
                return refuse(APPLICATION_FORBIDDEN_BY_POLICY, c.terms().policyId());
            if (c.declarant() == null && (c.agent() == null || c.agent().isBlank())) return refuse(DECLARANT_REQUIRED);
        }
        if (c.declarant() != null && !c.declarant().known()) return refuse(DECLARANT_NOT_OF_HOUSEHOLD);
        return accept(received(c));
    }

    private static RiskClueReceived raised(Raise c) {
        return new RiskClueReceived(
                c.householdId(),
                c.areaCode(),
                ClueSource.DEPT_SCREENING,
                c.text(),
                c.receivedOn(),
                null,
                null,
                null,
                List.of(),
                due(c.terms(), c.receivedOn()),
                null);
    }

    private static LocalDate due(PolicyTerms terms, LocalDate receivedOn) {
        return terms.due(receivedOn, terms.clues().answerDays(), terms.clues().dayType());
    }

    private static RiskClueReceived received(Receive c) {
        var due = due(c.terms(), c.receivedOn());
        var receipt = c.source() == ClueSource.SELF_DECLARATION ? c.receiptNo() : null;
        return new RiskClueReceived(
                c.householdId(),
                c.areaCode(),
                c.source(),
                c.text(),
                c.receivedOn(),
                c.member(),
                c.agent(),
                receipt,
                c.documents(),
                due,
                c.channel());
    }

    /** What was given, not what followed from it: area, due day and receipt may have changed since. */
    private static boolean same(Receive c, RiskClueReceived e) {
        return Objects.equals(c.householdId(), e.householdId())
                && (c.householdId() != null || c.areaCode().equals(e.areaCode()))
                && c.source() == e.source()
                && Objects.equals(c.text(), e.text())
                && c.receivedOn().equals(e.receivedOn())
                && Objects.equals(c.member(), e.declarant())
                && Objects.equals(c.agent(), e.agent())
                && c.documents().equals(e.documents())
                && Objects.equals(c.channel(), e.channel());
    }

    private static boolean same(Answer c, Answered s) {
        var statement = c.statement() == null ? null : c.statement().id();
        return c.result() == s.answer().result()
                && c.answeredOn().equals(s.answer().answeredOn())
                && Objects.equals(c.reason(), s.answer().reason())
                && Objects.equals(statement, s.answer().incomeStatementId());
    }

    private static Decision<ClueEvent> sendOn(ClueEvent event, LocalDate on, Waiting s) {
        if (event.equals(s.last())) return nothing();
        if (on.isBefore(s.received().receivedOn()))
            return refuse(DATE_OUT_OF_ORDER, s.received().receivedOn().toString());
        return switch (event) {
            case RiskClueDispatched e
            when e.team().isEmpty() || !PersonCode.allOk(e.team()) -> refuse(PERSON_CODE, "team");
            case RiskClueHandedOver e when !Department.known(e.dept()) -> refuse(DEPARTMENT_UNKNOWN, e.dept());
            case RiskClueHandedOver e
            when !SensitiveText.numbersIn(e.reason()).isEmpty() -> refuse(SENSITIVE_TEXT, "reason");
            default -> accept(event);
        };
    }

    /** Into one that is not merged itself and tells of the same household, as far as both say of which. */
    private static Decision<ClueEvent> merge(Merge c, Waiting s) {
        if (c.other().clue() == null || c.other() instanceof Answered a && a.into() != null)
            return refuse(CLUE_UNKNOWN, c.into().toString());
        if (c.other().household() != null
                && s.household() != null
                && !c.other().household().equals(s.household())) return refuse(CLUE_OF_OTHER_HOUSEHOLD);
        if (c.on().isBefore(s.received().receivedOn()))
            return refuse(DATE_OUT_OF_ORDER, s.received().receivedOn().toString());
        if (tooShort(c.reason(), c.shortestReason()))
            return refuse(REASON_REQUIRED, Integer.toString(c.shortestReason()));
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        return accept(
                new RiskClueAnswered(
                        ClueResult.DUPLICATE, c.on(), c.reason(), null, null, late(s.received(), c.on()), null),
                new RiskClueMerged(c.into(), c.on()));
    }

    private static boolean tooShort(String reason, int shortest) {
        return reason == null || reason.strip().length() < shortest;
    }

    private static Decision<ClueEvent> answer(Answer c, Waiting s) {
        if (c.dept() != null && !s.with(c.dept())) return refuse(CLUE_OF_OTHER_DEPT);
        if (c.result() == ClueResult.TO_CASE) return refuse(CASE_REQUIRED);
        if (c.result() == ClueResult.TO_WARNING) return refuse(WARNING_REQUIRED);
        if (c.result() == ClueResult.DUPLICATE) return refuse(DUPLICATE_OF_REQUIRED);
        if (c.result() == ClueResult.RESOLVED_BY_DEPT && !s.handedOver()) return refuse(CLUE_NOT_HANDED_OVER);
        if (c.answeredOn().isBefore(s.received().receivedOn()))
            return refuse(DATE_OUT_OF_ORDER, s.received().receivedOn().toString());
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        if (tooShort(c.reason(), c.shortestReason()))
            return refuse(REASON_REQUIRED, Integer.toString(c.shortestReason()));
        if (c.result() == ClueResult.NO_RISK) {
            if (c.statement() == null) return refuse(INCOME_DETAIL_REQUIRED);
            Decision<ClueEvent> flaw = c.window().flaw(c.statement());
            if (flaw != null) return flaw;
        }
        var statement = c.statement() == null ? null : c.statement().id();
        return accept(new RiskClueAnswered(
                c.result(), c.answeredOn(), c.reason(), statement, null, late(s.received(), c.answeredOn()), null));
    }

    private static Decision<ClueEvent> takeUp(TakeUp c, Clue s) {
        if (c.on().isBefore(s.receivedOn()))
            return refuse(DATE_OUT_OF_ORDER, s.receivedOn().toString());
        return accept(
                new RiskClueAnswered(ClueResult.TO_CASE, c.on(), null, null, c.caseId(), late(s.clue(), c.on()), null));
    }

    private static Decision<ClueEvent> turnToWarning(TurnToWarning c, Waiting s) {
        if (c.dept() != null && !s.with(c.dept())) return refuse(CLUE_OF_OTHER_DEPT);
        if (c.on().isBefore(s.receivedOn()))
            return refuse(DATE_OUT_OF_ORDER, s.receivedOn().toString());
        return accept(new RiskClueAnswered(
                ClueResult.TO_WARNING, c.on(), null, null, null, late(s.clue(), c.on()), c.warningId()));
    }

    private static boolean late(RiskClueReceived clue, LocalDate on) {
        return on.isAfter(clue.dueOn());
    }

    @Override
    public Clue initial() {
        return new Unknown();
    }

    @Override
    public Clue evolve(Clue state, ClueEvent event) {
        return switch (event) {
            case RiskClueReceived e -> new Waiting(e, false, null);
            case RiskClueAnswered e -> new Answered(state.clue(), e, null);
            case RiskClueMerged e ->
                state instanceof Answered a ? new Answered(a.received(), a.answer(), e.into()) : state;
            case RiskClueDispatched _, RiskClueHandedOver _ ->
                state instanceof Waiting w ? new Waiting(w.received(), w.overdue(), event) : state;
            case ScreeningHitFound _ -> state;
            case RiskClueMoved e -> state.in(e.to());
            case RiskClueOverdue _ ->
                state instanceof Waiting waiting ? new Waiting(waiting.received(), true, waiting.last()) : state;
        };
    }
}
