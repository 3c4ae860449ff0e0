package org.shouwang.assistance.measure;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.measure.MeasureRefusal.*;
import static org.shouwang.assistance.measure.MeasureState.*;
import static org.shouwang.eventsourcing.Decision.*;

import java.time.LocalDate;
import java.util.Set;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.Guard;
import org.shouwang.assistance.SensitiveText;
import org.shouwang.assistance.Steps;
import org.shouwang.assistance.measure.Measure.*;
import org.shouwang.assistance.measure.MeasureCommand.*;
import org.shouwang.assistance.measure.MeasureEvent.*;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;

/** The life of a measure: planned, approved, in progress, implemented, effective or not, closed; or cancelled on the way. */
final class MeasureDecider implements Decider<MeasureCommand, Measure, MeasureEvent> {

    private record On(MeasureCommand command, Measure state) {}

    @Override
    public Decision<MeasureEvent> decide(MeasureCommand command, Measure state) {
        return switch (new On(command, state)) {
            case On(Plan c, Unplanned _) -> plan(c);
            case On(Plan c, Planned m)
            when c.householdId().equals(m.householdId())
                    && c.content().equals(m.content())
                    && c.on().equals(m.plannedOn()) -> nothing();
            case On(Plan _, Planned _) -> refuse(ALREADY_PLANNED);

            case On(Tick c, Planned m)
            when m.missed(c.date()) && !m.overdue() ->
                accept(new MeasureOverdue(
                        m.householdId(),
                        m.episode(),
                        m.content().code(),
                        m.content().dueOn()));
            case On(Tick _, Planned _) -> nothing();
            case On(Move c, Planned m) when c.to().equals(m.areaCode()) -> nothing();
            case On(Move c, Planned m) -> accept(new MeasureMoved(m.householdId(), m.areaCode(), c.to(), c.on()));

            case On(Approve c, Planned m) ->
                step(
                        m,
                        PLANNED,
                        c.on(),
                        new MeasureApproved(
                                m.householdId(), m.episode(), m.content().code(), c.on()));

            case On(Start c, Planned m) when foreign(c.sector(), m.content()) -> refuse(OTHER_SECTOR);
            case On(Start c, Planned m) ->
                step(
                        m,
                        APPROVED,
                        c.on(),
                        new MeasureStarted(
                                m.householdId(), m.episode(), m.content().code(), c.on()));

            case On(Implement c, Planned m) when foreign(c.sector(), m.content()) -> refuse(OTHER_SECTOR);
            case On(Implement c, Planned _) when c.evidence().isEmpty() -> refuse(EVIDENCE_MISSING);
            case On(Implement c, Planned _)
            when !DocumentRef.illFormed(c.evidence()).isEmpty() ->
                refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.evidence()));
            case On(Implement c, Planned _)
            when c.amount() != null && c.amount().signum() < 0 -> refuse(AMOUNT_INVALID);
            case On(Implement c, Planned m) ->
                step(
                        m,
                        IN_PROGRESS,
                        c.on(),
                        new MeasureImplemented(
                                m.householdId(),
                                m.episode(),
                                m.content().code(),
                                m.content().risk(),
                                c.amount(),
                                c.evidence(),
                                c.on()));

            case On(Evaluate c, Planned _)
            when c.note() != null && SensitiveText.in(c.note()) -> refuse(SENSITIVE_TEXT);
            case On(Evaluate c, Planned _)
            when !c.effective() && !Guard.reasonGiven(c.note()) -> refuse(REASON_REQUIRED);
            case On(Evaluate c, Planned m) ->
                step(
                        m,
                        Set.of(IMPLEMENTED, EFFECTIVE, INEFFECTIVE),
                        c.on(),
                        new MeasureEvaluated(
                                m.householdId(), m.episode(), m.content().code(), c.effective(), c.note(), c.on()));

            case On(Close c, Planned m) ->
                step(
                        m,
                        Set.of(EFFECTIVE, INEFFECTIVE),
                        c.on(),
                        new MeasureClosed(
                                m.householdId(), m.episode(), m.content().code(), c.on()));

            case On(Cancel c, Planned _) when !Guard.reasonGiven(c.reason()) -> refuse(REASON_REQUIRED);
            case On(Cancel c, Planned _) when SensitiveText.in(c.reason()) -> refuse(SENSITIVE_TEXT);
            case On(Cancel c, Planned m) ->
                step(
                        m,
                        Set.of(PLANNED, APPROVED, IN_PROGRESS),
                        c.on(),
                        new MeasureCancelled(
                                m.householdId(), m.episode(), m.content().code(), c.reason(), c.on()));

            case On(MeasureCommand _, Unplanned _) -> refuse(MEASURE_NOT_FOUND);
        };
    }

    private static Decision<MeasureEvent> plan(Plan c) {
        var content = c.content();
        var strangers = content.memberIds().stream()
                .filter(m -> !c.members().contains(m))
                .map(Object::toString)
                .toList();
        if (c.areaCode() == null) return refuse(NOT_YET_KNOWN);
        if (c.sector() != null && !content.code().departments().contains(c.sector())) return refuse(OTHER_SECTOR);
        if (content.code() == MeasureCode.M10 && content.item() == null) return refuse(ITEM_REQUIRED);
        if (content.item() != null && !content.item().belongsTo(content.code()))
            return refuse(ITEM_MISMATCH, content.item().name());
        if (c.episode() > 0 && content.risk() == null && !c.risks().isEmpty()) return refuse(RISK_REQUIRED, c.risks());
        if (content.risk() != null && !c.risks().contains(content.risk())) return refuse(RISK_UNKNOWN, content.risk());
        if (!strangers.isEmpty()) return refuse(MEMBER_UNKNOWN, strangers);
        if (content.code() == MeasureCode.M04 && content.memberIds().isEmpty()) return refuse(MEMBER_REQUIRED);
        if (content.amount() != null && content.amount().signum() < 0) return refuse(AMOUNT_INVALID);
        if (content.startOn() != null
                && content.dueOn() != null
                && content.dueOn().isBefore(content.startOn()))
            return refuse(DATE_OUT_OF_ORDER, content.dueOn().toString());
        if (SensitiveText.in(content.texts())) return refuse(SENSITIVE_TEXT);
        return accept(new MeasurePlanned(
                c.householdId(),
                c.episode(),
                c.areaCode(),
                content.code(),
                content.item(),
                content.risk(),
                content.memberIds(),
                content.detail(),
                content.provider(),
                content.dept(),
                content.amount(),
                content.fundSource(),
                content.incomeLine(),
                content.startOn(),
                content.dueOn(),
                c.on()));
    }

    private static Decision<MeasureEvent> step(Planned measure, MeasureState from, LocalDate on, MeasureEvent event) {
        return step(measure, Set.of(from), on, event);
    }

    private static Decision<MeasureEvent> step(
            Planned measure, Set<MeasureState> from, LocalDate on, MeasureEvent event) {
        if (measure.steps().include(event)) return nothing();
        if (!from.contains(measure.state()))
            return refuse(
                    measure.steps().last(event.getClass()).isPresent() ? STEP_ALREADY_RECORDED : STEP_OUT_OF_ORDER,
                    measure.state().name());
        if (on.isBefore(measure.lastOn()))
            return refuse(DATE_OUT_OF_ORDER, measure.lastOn().toString());
        return accept(event);
    }

    /** A department's user acts where the department leads this kind of measure, or was put in charge of this one. */
    private static boolean foreign(String sector, MeasureContent content) {
        return sector != null && !content.code().departments().contains(sector) && !sector.equals(content.dept());
    }

    @Override
    public Measure initial() {
        return new Unplanned();
    }

    @Override
    public Measure evolve(Measure state, MeasureEvent event) {
        if (event instanceof MeasurePlanned e) {
            var content = new MeasureContent(
                    e.code(),
                    e.item(),
                    e.risk(),
                    e.memberIds(),
                    e.detail(),
                    e.provider(),
                    e.dept(),
                    e.amount(),
                    e.fundSource(),
                    e.incomeLine(),
                    e.startOn(),
                    e.dueOn());
            return new Planned(
                    e.householdId(),
                    e.episode(),
                    e.areaCode(),
                    content,
                    PLANNED,
                    e.plannedOn(),
                    e.plannedOn(),
                    false,
                    Steps.none());
        }
        if (!(state instanceof Planned m)) return state;
        return switch (event) {
            case MeasurePlanned _ -> m;
            case MeasureApproved e -> m.at(APPROVED, e.on(), e);
            case MeasureStarted e -> m.at(IN_PROGRESS, e.on(), e);
            case MeasureImplemented e -> m.at(IMPLEMENTED, e.on(), e);
            case MeasureEvaluated e -> m.at(e.effective() ? EFFECTIVE : INEFFECTIVE, e.on(), e);
            case MeasureClosed e -> m.at(CLOSED, e.on(), e);
            case MeasureCancelled e -> m.at(CANCELLED, e.on(), e);
            case MeasureOverdue _ -> m.late();
            case MeasureMoved e -> m.in(e.to());
        };
    }
}
