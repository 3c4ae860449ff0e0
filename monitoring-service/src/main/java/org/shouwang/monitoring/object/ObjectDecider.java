package org.shouwang.monitoring.object;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.object.ObjectRefusal.*;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.object.MonitoredObject.*;
import org.shouwang.monitoring.object.ObjectCommand.*;
import org.shouwang.monitoring.object.ObjectEvent.*;

/** The rules of a monitored household: included once at a time, graded, removed, taken back, included again as a new episode. */
public final class ObjectDecider implements Decider<ObjectCommand, MonitoredObject, ObjectEvent> {

    private static final int SHORTEST_REASON = 10;

    /** The paper by which the county takes an inclusion back. */
    private static final String COUNTY_DECISION = "DOC_COUNTY_DECISION";

    /** What a household gets a better colour by: a visit or a hardship only makes it worse. */
    private static final Set<GradeTrigger> NEW_EVALUATION =
            EnumSet.of(GradeTrigger.INCOME_UPDATE, GradeTrigger.REEVALUATION);

    private record On(ObjectCommand command, MonitoredObject state) {}

    @Override
    public Decision<ObjectEvent> decide(ObjectCommand command, MonitoredObject state) {
        if (onRecord(command, state.current())) return nothing();
        return switch (new On(command, state)) {
            case On(Include c, MonitoredObject o)
            when o.watched() && o.current().caseId().equals(c.caseId()) -> nothing();
            case On(Include _, MonitoredObject o) when o.watched() -> refuse(ALREADY_OBJECT);
            case On(Include c, MonitoredObject _)
            when c.risks().isEmpty() && c.grade() == null -> refuse(RISK_REQUIRED);
            case On(Include c, MonitoredObject _)
            when !RiskCode.unknown(c.risks()).isEmpty() -> refuse(RISK_UNKNOWN, RiskCode.unknown(c.risks()));
            case On(Include c, MonitoredObject _)
            when new HashSet<>(c.risks()).size() > RiskCode.MOST -> refuse(TOO_MANY_RISKS);
            case On(Include c, Never _) -> accept(included(c, 1));
            case On(Include c, Removed o)
            when c.includedOn().isBefore(o.last()) ->
                refuse(DATE_OUT_OF_ORDER, o.last().toString());
            case On(Include c, Voided o)
            when c.includedOn().isBefore(o.last()) ->
                refuse(DATE_OUT_OF_ORDER, o.last().toString());
            case On(Include c, MonitoredObject o) -> again(c, o.current().number());

            case On(ObjectCommand _, Never _) -> refuse(NOT_AN_OBJECT);

            case On(Move c, MonitoredObject o) when c.to().equals(o.current().areaCode()) -> nothing();
            case On(Move c, MonitoredObject o) ->
                accept(new ObjectMoved(o.current().areaCode(), c.to(), c.on()));

            case On(RevokeRemoval c, Removed o) -> revoke(c, o);
            case On(RevokeRemoval _, MonitoredObject _) -> refuse(NOT_REMOVED);

            case On(Remove c, Removed o) when c.removalId().equals(o.removalId()) -> nothing();
            case On(AbandonRemoval _, Active _) -> nothing();

            case On(ObjectCommand _, Removed _) -> refuse(OBJECT_NOT_ACTIVE);
            case On(ObjectCommand _, Voided _) -> refuse(OBJECT_NOT_ACTIVE);

            case On(Assess c, MonitoredObject o) -> assess(c, o.current());
            case On(AddRisk c, MonitoredObject o) -> add(c, o.current());
            case On(ResolveRisk c, MonitoredObject o) -> resolve(c, o.current());
            case On(RecordNationalEntry c, MonitoredObject o) -> enter(c, o.current());
            case On(RecordImport c, MonitoredObject o) -> imported(c, o.current());
            case On(RecordNationalUpdate c, MonitoredObject o) -> updated(c, o.current());

            case On(BeginRemoval c, Active o) when c.on().isBefore(o.episode().includedOn()) -> late(o.episode());
            case On(BeginRemoval c, Active o) ->
                accept(new RemovalBegun(o.episode().number(), c.removalId(), c.on()));
            case On(BeginRemoval c, Pending o) when c.removalId().equals(o.removalId()) -> nothing();
            case On(BeginRemoval _, Pending _) -> refuse(REMOVAL_IN_PROGRESS);

            case On(AbandonRemoval c, Pending o)
            when c.removalId().equals(o.removalId()) ->
                accept(new RemovalAbandoned(o.episode().number(), c.removalId(), c.on()));
            case On(Remove c, Pending o)
            when c.removalId().equals(o.removalId()) ->
                accept(new RiskRemoved(
                        o.episode().number(),
                        c.removalId(),
                        c.method(),
                        c.removedOn(),
                        c.naturalReason(),
                        c.afterRemoval()));
            case On(AbandonRemoval _, Pending _) -> refuse(REMOVAL_NOT_IN_PROGRESS);
            case On(Remove _, MonitoredObject _) -> refuse(REMOVAL_NOT_IN_PROGRESS);

            case On(VoidInclusion _, Pending _) -> refuse(REMOVAL_IN_PROGRESS);
            case On(VoidInclusion c, Active o) -> withdraw(c, o.episode());
        };
    }

    private static boolean onRecord(ObjectCommand command, Episode episode) {
        if (episode == null) return false;
        var asked =
                switch (command) {
                    case AddRisk c -> new RiskAdded(c.risk(), c.note(), c.on());
                    case ResolveRisk c -> new RiskResolved(c.risk(), c.evidence(), c.on());
                    case RecordNationalEntry c -> new NationalEntryRecorded(c.entryNo(), c.enteredOn());
                    case RecordImport c -> new BigDataImported(c.batch(), c.importedOn());
                    case RecordNationalUpdate c -> new NationalEntryUpdated(c.updatedOn());
                    case RevokeRemoval c -> new RemovalRevoked(episode.number(), c.on(), c.reason());
                    case VoidInclusion c -> new ObjectVoided(episode.number(), c.on(), c.reason(), c.decision());
                    case Include _, Assess _, Move _, BeginRemoval _, AbandonRemoval _, Remove _ -> null;
                };
        return asked != null && episode.recorded().contains(asked);
    }

    private static ObjectIncluded included(Include c, int episode) {
        return new ObjectIncluded(
                episode,
                c.caseId(),
                c.type(),
                List.copyOf(new LinkedHashSet<>(c.risks())),
                c.grade(),
                c.perCapita(),
                c.line(),
                c.includedOn(),
                c.planDays(),
                c.measureDays(),
                c.areaCode());
    }

    private static Decision<ObjectEvent> again(Include c, int previous) {
        return accept(new ObjectReentered(previous, c.caseId()), included(c, previous + 1));
    }

    private static Decision<ObjectEvent> assess(Assess c, Episode episode) {
        if (c.on().isBefore(episode.includedOn())) return late(episode);
        if (c.grade() == episode.grade()) return nothing();
        if (c.grade() == null) return refuse(GRADE_NONE, c.rule());
        if (better(c.grade(), episode.grade())) {
            if (c.openWarnings() > 0) return refuse(GRADE_HELD_BY_WARNINGS, Integer.toString(c.openWarnings()));
            if (!NEW_EVALUATION.contains(c.trigger()))
                return refuse(GRADE_NOT_EVALUATED, c.trigger().name());
        }
        return accept(
                episode.grade() == null
                        ? new ObjectGraded(c.grade(), c.trigger(), c.rule(), c.on())
                        : new GradeChanged(episode.grade(), c.grade(), c.trigger(), c.rule(), c.on()));
    }

    private static boolean better(Grade grade, Grade before) {
        return before != null && grade.ordinal() > before.ordinal();
    }

    private static Decision<ObjectEvent> add(AddRisk c, Episode episode) {
        if (!RiskCode.known(c.risk())) return refuse(RISK_UNKNOWN, c.risk());
        if (episode.risks().contains(c.risk())) return nothing();
        if (c.on().isBefore(episode.includedOn())) return late(episode);
        if (c.risk().equals(RiskCode.OTHER) && blank(c.note())) return refuse(RISK_NOTE_REQUIRED);
        if (episode.risks().size() >= RiskCode.MOST) return refuse(TOO_MANY_RISKS);
        if (!c.fits()) return refuse(RISK_INCONSISTENT, c.risk());
        var sensitive = SensitiveText.numbersIn(c.note());
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, sensitive);
        return accept(new RiskAdded(c.risk(), c.note(), c.on()));
    }

    private static Decision<ObjectEvent> resolve(ResolveRisk c, Episode episode) {
        if (!episode.risks().contains(c.risk())) return refuse(RISK_NOT_RECORDED, c.risk());
        if (c.on().isBefore(episode.includedOn())) return late(episode);
        var illFormed = DocumentRef.illFormed(c.evidence());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        return accept(new RiskResolved(c.risk(), List.copyOf(c.evidence()), c.on()));
    }

    /** A household in yellow or green has no type until it is entered, and then counts as one that may fall back. */
    private static Decision<ObjectEvent> enter(RecordNationalEntry c, Episode episode) {
        if (episode.entry() != Entry.NOT_ENTERED) return nothing();
        if (c.enteredOn().isBefore(episode.includedOn())) return late(episode);
        var entered = new NationalEntryRecorded(c.entryNo(), c.enteredOn());
        return episode.type() == null
                ? accept(new ObjectTyped(ObjectType.UNSTABLE, c.enteredOn()), entered)
                : accept(entered);
    }

    /** A step of the 2020 plan, whose households all have a colour. */
    private static Decision<ObjectEvent> imported(RecordImport c, Episode episode) {
        if (episode.grade() == null) return refuse(STEP_NOT_IN_POLICY, Entry.IMPORTED.name());
        if (episode.entry() == Entry.NOT_ENTERED) return refuse(NATIONAL_ENTRY_REQUIRED_FIRST);
        if (episode.imported()) return nothing();
        return c.importedOn().isBefore(episode.nationalOn())
                ? refuse(DATE_OUT_OF_ORDER, episode.nationalOn().toString())
                : accept(new BigDataImported(c.batch(), c.importedOn()));
    }

    /** A household in a colour is imported first: only its plan knows that step. */
    private static Decision<ObjectEvent> updated(RecordNationalUpdate c, Episode episode) {
        var imported = episode.grade() == null || episode.imported();
        if (episode.entry() == Entry.NOT_ENTERED || !imported) return refuse(NATIONAL_ENTRY_REQUIRED_FIRST);
        return c.updatedOn().isBefore(episode.enteredOn())
                ? refuse(DATE_OUT_OF_ORDER, episode.enteredOn().toString())
                : accept(new NationalEntryUpdated(c.updatedOn()));
    }

    private static Decision<ObjectEvent> revoke(RevokeRemoval c, Removed o) {
        if (c.on().isBefore(o.last())) return refuse(DATE_OUT_OF_ORDER, o.last().toString());
        var unfit = reason(c.reason());
        return unfit != null ? unfit : accept(new RemovalRevoked(o.episode().number(), c.on(), c.reason()));
    }

    private static Decision<ObjectEvent> withdraw(VoidInclusion c, Episode episode) {
        if (c.on().isBefore(episode.includedOn())) return late(episode);
        if (c.decision() == null) return refuse(EVIDENCE_MISSING, COUNTY_DECISION);
        if (!c.decision().wellFormed())
            return refuse(DOCUMENT_INVALID, String.valueOf(c.decision().kind()));
        if (!c.decision().kind().equals(COUNTY_DECISION)) return refuse(EVIDENCE_MISSING, COUNTY_DECISION);
        var unfit = reason(c.reason());
        return unfit != null ? unfit : accept(new ObjectVoided(episode.number(), c.on(), c.reason(), c.decision()));
    }

    /** Refuses a reason that is too short or tells who somebody is; null where neither. */
    private static Decision<ObjectEvent> reason(String text) {
        if (text == null || text.strip().length() < SHORTEST_REASON) return refuse(REASON_REQUIRED);
        var sensitive = SensitiveText.numbersIn(text);
        return sensitive.isEmpty() ? null : refuse(SENSITIVE_TEXT, sensitive);
    }

    private static Decision<ObjectEvent> late(Episode episode) {
        return refuse(DATE_OUT_OF_ORDER, episode.includedOn().toString());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    @Override
    public MonitoredObject initial() {
        return new Never();
    }

    @Override
    public MonitoredObject evolve(MonitoredObject state, ObjectEvent event) {
        return switch (event) {
            case ObjectIncluded e ->
                new Active(new Episode(
                        e.episode(),
                        e.caseId(),
                        e.areaCode(),
                        e.type(),
                        e.risks(),
                        e.grade(),
                        Entry.NOT_ENTERED,
                        e.includedOn(),
                        List.of()));
            case ObjectReentered _ -> state;
            case ObjectGraded e -> with(state, episode -> episode.graded(e.grade()));
            case GradeChanged e -> with(state, episode -> episode.graded(e.to()));
            case ObjectTyped e -> with(state, episode -> episode.typed(e.type()));
            case RiskAdded e -> with(state, episode -> episode.with(e.risk()).noting(e));
            case RiskResolved e ->
                with(state, episode -> episode.without(e.risk()).noting(e));
            case NationalEntryRecorded e ->
                with(state, episode -> episode.entered(Entry.ENTERED).noting(e));
            case BigDataImported e ->
                with(state, episode -> (episode.entry() == Entry.UPDATED ? episode : episode.entered(Entry.IMPORTED))
                        .noting(e));
            case NationalEntryUpdated e ->
                with(state, episode -> episode.entered(Entry.UPDATED).noting(e));
            case ObjectMoved e -> with(state, episode -> episode.in(e.to()));
            case RemovalBegun e -> new Pending(state.current(), e.removalId());
            case RemovalAbandoned _ -> new Active(state.current());
            case RemovalRevoked e -> new Active(state.current().noting(e));
            case RiskRemoved e -> new Removed(state.current(), e.removalId(), e.removedOn());
            case ObjectVoided e -> new Voided(state.current().noting(e), e.on());
        };
    }

    private static MonitoredObject with(MonitoredObject state, UnaryOperator<Episode> change) {
        return switch (state) {
            case Never s -> s;
            case Active(var episode) -> new Active(change.apply(episode));
            case Pending(var episode, var removalId) -> new Pending(change.apply(episode), removalId);
            case Removed(var episode, var removalId, var last) -> new Removed(change.apply(episode), removalId, last);
            case Voided(var episode, var last) -> new Voided(change.apply(episode), last);
        };
    }
}
