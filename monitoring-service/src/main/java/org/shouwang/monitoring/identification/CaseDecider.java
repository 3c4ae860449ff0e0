package org.shouwang.monitoring.identification;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.*;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;

/** The identification of a household as an object, as a table: what is asked and how far the case has come, and the answer. */
public final class CaseDecider implements Decider<CaseCommand, IdentificationCase, CaseEvent> {

    private record On(CaseCommand command, IdentificationCase state) {}

    @Override
    public Decision<CaseEvent> decide(CaseCommand command, IdentificationCase state) {
        if (onRecord(command, state)) return nothing();
        return switch (answer(command, state)) {
            case Decision.Accepted<CaseEvent>(var events) ->
                accept(StepLimits.set(state, events, replay(state, events)));
            case Decision.Refused<CaseEvent> refused -> refused;
        };
    }

    private static Decision<CaseEvent> answer(CaseCommand command, IdentificationCase state) {
        return switch (new On(command, state)) {
            case On(CaseCommand.Open c, Unknown _) -> open(c);
            case On(CaseCommand.Open _, IdentificationCase _) -> refuse(CASE_EXISTS);

            case On(NoteOverdue _, Unknown _) -> nothing();
            case On(Lapse _, Unknown _) -> nothing();
            case On(Move c, IdentificationCase s)
            when s.file() != null -> accept(new CaseMoved(s.areaCode(), c.to(), c.on()));
            case On(CaseCommand _, Unknown _) -> refuse(CASE_UNKNOWN);

            case On(Publicize _, IdentificationCase s)
            when s.terms().publicity().forbidden() ->
                refuse(PUBLICITY_FORBIDDEN_BY_POLICY, s.terms().policyId());

            case On(Visit c, IdentificationCase.Open o) -> Fieldwork.visit(c, o);
            case On(LinkConsent c, IdentificationCase.Open o) -> Fieldwork.consent(c, o);
            case On(RequestComparison c, IdentificationCase.Open o) -> Fieldwork.request(c, o);
            case On(Compare c, IdentificationCase.Open o) -> Fieldwork.compare(c, o);
            case On(Review c, IdentificationCase.Open o) -> Meeting.review(c, o);
            case On(Publicize c, IdentificationCase.Open o) -> Notice.publicize(c, o);
            case On(EndPublicity c, IdentificationCase.Open o) -> Notice.end(c, o);
            case On(RaiseObjection c, IdentificationCase.Open o) -> Notice.object(c, o);
            case On(DecideObjection c, IdentificationCase.Open o) -> Notice.decide(c, o);
            case On(ReviewByTown c, IdentificationCase.Open o) -> Determination.town(c, o);
            case On(DetermineByCounty c, IdentificationCase.Open o) -> Determination.county(c, o);
            case On(RecordEntry _, IdentificationCase.Open o) ->
                refuse(STEP_OUT_OF_ORDER, o.terms().decisiveStep().name());
            case On(Reject c, IdentificationCase.Open o) -> Determination.reject(c, o);
            case On(Withdraw c, IdentificationCase.Open o) -> Determination.withdraw(c, o);
            case On(Return c, IdentificationCase.Open o) -> Determination.sendBack(c, o);
            case On(NoteOverdue c, IdentificationCase s) -> overdue(c, s);
            case On(Lapse c, IdentificationCase.Open _) -> accept(new CaseLapsed(c.on()));

            case On(ReviewByTown _, Included _) -> refuse(STEP_OUT_OF_ORDER, CaseStep.TOWN.name());
            case On(DetermineByCounty _, Included _) -> refuse(STEP_OUT_OF_ORDER, CaseStep.COUNTY.name());
            case On(RecordEntry c, Included i) -> Determination.enter(c, i);
            case On(EndPublicity _, Included _) -> refuse(STEP_OUT_OF_ORDER, CaseStep.PUBLICITY.name());

            case On(Recheck c, Rejected r) when r.watched() -> Watching.recheck(c, r);
            case On(Recheck _, IdentificationCase _) -> refuse(NOT_WATCHED);
            case On(NoteNoRisk c, Rejected r) when r.watched() -> Watching.noRisk(c, r);
            case On(NoteNoRisk _, IdentificationCase _) -> nothing();
            case On(Lapse c, Rejected r) when r.watched() -> accept(new WatchEnded(c.on()));
            case On(Lapse _, IdentificationCase _) -> nothing();
            case On(CaseCommand _, IdentificationCase _) ->
                refuse(CASE_CLOSED, state.reached().name());
        };
    }

    /** Said already, and not undone since by a return: it changes nothing, however far the case has come. */
    private static boolean onRecord(CaseCommand command, IdentificationCase state) {
        var o = state.file();
        if (o == null) return false;
        return switch (command) {
            case CaseCommand.Open c -> same(c, o.opened());
            case Visit c -> o.visit() != null && Fieldwork.same(c, o);
            case LinkConsent c -> Fieldwork.linked(c).equals(o.consent());
            case RequestComparison c -> o.requests().made().contains(Fieldwork.requested(c));
            case Compare c -> Fieldwork.completed(c).within(o.comparison());
            case Review c -> o.review() != null && Meeting.same(c, o.review());
            case Publicize c -> o.publicity() != null && Notice.same(c, o.publicity());
            case EndPublicity c -> new PublicityEnded(c.endedOn()).equals(o.ended());
            case RaiseObjection c -> {
                var known = o.objections().get(c.objectionId());
                yield known != null
                        && known.raisedOn().equals(c.raisedOn())
                        && known.text().equals(c.text());
            }
            case DecideObjection c -> {
                var known = o.objections().get(c.objectionId());
                yield known != null && Notice.resolved(c).equals(known.decision());
            }
            case ReviewByTown c -> Determination.reviewed(c).equals(o.town());
            case DetermineByCounty c ->
                state instanceof Included i && Determination.determined(c).equals(i.county());
            case RecordEntry c ->
                state instanceof Included i && Determination.entered(c).equals(i.entry());
            case Reject c -> state instanceof Rejected r && Determination.same(c, r.rejection());
            case Recheck c -> state instanceof Rejected r && r.recheck() != null && Watching.same(c, r.recheck());
            case Withdraw c ->
                state instanceof Withdrawn w && new CaseWithdrawn(c.on(), c.reason()).equals(w.withdrawal());
            case Return c -> o.returned() != null && Determination.same(c, o.returned());
            case Move c -> c.to().equals(o.opened().areaCode());
            case Lapse _, NoteOverdue _, NoteNoRisk _ -> false;
        };
    }

    private static Decision<CaseEvent> open(CaseCommand.Open c) {
        var terms = c.terms();
        if (c.endedOn() != null) return refuse(HOUSEHOLD_ENDED, c.endedOn().toString());
        if (c.clueIds().isEmpty()) return refuse(CLUE_REQUIRED);
        if (c.isObject()) return refuse(ALREADY_OBJECT);
        if (c.otherCase() != null)
            return refuse(CASE_ALREADY_OPEN, c.otherCase().toString());
        if (!c.sources().contains(c.channel()))
            return refuse(
                    CHANNEL_NOT_OF_CLUES, c.sources().stream().map(Enum::name).toList());
        if (c.channel() == ClueSource.SELF_DECLARATION && !terms.application().householdMayApply())
            return refuse(APPLICATION_FORBIDDEN_BY_POLICY, terms.policyId());
        if (c.openedOn().isBefore(c.clueOn()))
            return refuse(DATE_OUT_OF_ORDER, c.clueOn().toString());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (c.greenChannel() && (c.greenReason() == null || c.greenReason().isBlank()))
            return refuse(REASON_REQUIRED, "greenReason");
        if (!SensitiveText.numbersIn(c.greenReason()).isEmpty()) return refuse(SENSITIVE_TEXT, "greenReason");
        var events = new ArrayList<CaseEvent>();
        events.add(new CaseOpened(
                c.householdId(),
                c.areaCode(),
                c.clueIds(),
                c.channel(),
                c.clueOn(),
                c.openedOn(),
                c.greenChannel(),
                c.greenReason(),
                c.lastEpisode(),
                c.documents(),
                terms,
                due(terms, c.clueOn())));
        Arrays.stream(CaseStep.values())
                .filter(step -> !terms.caseSteps().contains(step))
                .map(step -> new CaseStepSkipped(step, terms.policyId(), terms.version()))
                .forEach(events::add);
        return accept(events);
    }

    private static boolean same(CaseCommand.Open c, CaseOpened e) {
        return c.householdId().equals(e.householdId())
                && c.clueIds().equals(e.clueIds())
                && c.channel() == e.channel()
                && c.openedOn().equals(e.openedOn())
                && c.greenChannel() == e.greenChannel()
                && Objects.equals(c.greenReason(), e.greenReason())
                && c.documents().equals(e.documents());
    }

    /** So many days from the clue, or the fixed date of the 2020 plan where the clue came before it. */
    private static LocalDate due(PolicyTerms terms, LocalDate clueOn) {
        if (terms.identifyMaxDays() != null) return terms.due(clueOn, terms.identifyMaxDays(), terms.identifyDayType());
        var fixed = terms.deadlines() == null ? null : terms.deadlines().evaluation();
        return fixed == null || fixed.isBefore(clueOn) ? null : fixed;
    }

    /** Of the whole while it is under way, and of each step that has its own limit. */
    private static Decision<CaseEvent> overdue(NoteOverdue c, IdentificationCase s) {
        var events = new ArrayList<CaseEvent>();
        var due = s.file().opened().dueOn();
        if (s instanceof IdentificationCase.Open o
                && !o.overdue()
                && due != null
                && c.date().isAfter(due)) events.add(new CaseOverdue(due));
        events.addAll(StepLimits.passed(s, c.date()));
        return accept(events);
    }

    @Override
    public IdentificationCase initial() {
        return new Unknown();
    }

    @Override
    public IdentificationCase evolve(IdentificationCase state, CaseEvent event) {
        return switch (event) {
            case CaseOpened e -> IdentificationCase.Open.of(e);
            case CaseStepSkipped _ -> state;
            case HomeVisited e -> state.file().with(e);
            case ConsentLinked e -> state.file().with(e);
            case ComparisonRequested e -> state.file().with(e);
            case ComparisonCompleted e -> state.file().with(e);
            case RecommendationComputed e -> state.file().with(e.recommendation());
            case ReviewConcluded e -> state.file().with(e);
            case PublicityPosted e -> state.file().with(e);
            case PublicityEnded e -> state.file().with(e);
            case ObjectionRaised e -> raised(state.file(), e);
            case ObjectionResolved e -> resolved(state.file(), e);
            case TownReviewed e -> state.file().with(e);
            case CountyDetermined e -> new Included(state.file(), e, null, null);
            case InclusionDetermined e ->
                new Included(state.file(), state instanceof Included i ? i.county() : null, e, null);
            case CaseEntered e ->
                state instanceof Included i ? new Included(i.open(), i.county(), i.determined(), e) : state;
            case CaseRejected e -> new Rejected(state.file(), e, true, null);
            case CaseWithdrawn e -> new Withdrawn(state.file(), e);
            case CaseMoved e -> state.in(e.to());
            case CaseLapsed e -> new Lapsed(state.file(), e);
            case WatchRechecked e ->
                state instanceof Rejected r ? new Rejected(r.open(), r.rejection(), r.watched(), e) : state;
            case WatchEnded _ ->
                state instanceof Rejected r ? new Rejected(r.open(), r.rejection(), false, r.recheck()) : state;
            case CaseReturned e -> state.file().with(e);
            case CaseOverdue _ -> state.file().nowOverdue();
            case CaseStepDue e -> state.with(state.file().limits().with(e));
            case CaseStepOverdue e -> state.with(state.file().limits().with(e));
        };
    }

    private static IdentificationCase raised(IdentificationCase.Open o, ObjectionRaised e) {
        var postedBy = o.publicity() == null ? null : o.publicity().by();
        return o.with(e.objectionId(), new Objection(e.raisedOn(), e.text(), postedBy, null));
    }

    private static IdentificationCase resolved(IdentificationCase.Open o, ObjectionResolved e) {
        var objection = o.objections().get(e.objectionId());
        var after =
                o.with(e.objectionId(), new Objection(objection.raisedOn(), objection.text(), objection.postedBy(), e));
        return e.sustained() ? after.backTo(CaseState.VISITED) : after;
    }
}
