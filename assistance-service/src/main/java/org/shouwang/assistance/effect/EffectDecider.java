package org.shouwang.assistance.effect;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.effect.EffectRefusal.*;
import static org.shouwang.eventsourcing.Decision.*;

import java.util.stream.Stream;
import org.shouwang.assistance.Guard;
import org.shouwang.assistance.SensitiveText;
import org.shouwang.assistance.effect.Effect.*;
import org.shouwang.assistance.effect.EffectCommand.*;
import org.shouwang.assistance.effect.EffectEvent.*;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;

/** Whether the help did what it was for: every risk answered, with the minutes of the meeting. */
final class EffectDecider implements Decider<EffectCommand, Effect, EffectEvent> {

    private static final String MINUTES = "DOC_REVIEW_MINUTES";

    private record On(EffectCommand command, Effect state) {}

    @Override
    public Decision<EffectEvent> decide(EffectCommand command, Effect state) {
        return switch (new On(command, state)) {
            case On(Review c, Unreviewed _) -> review(c);
            case On(Review c, Reviewed r) when same(c, r) -> nothing();
            case On(Review _, Reviewed _) -> refuse(ALREADY_REVIEWED);
            case On(Move c, Reviewed r)
            when !c.to().equals(r.areaCode()) ->
                accept(new EffectReviewMoved(r.householdId(), r.areaCode(), c.to(), c.on()));
            case On(Move _, Effect _) -> nothing();
        };
    }

    private static Decision<EffectEvent> review(Review c) {
        if (c.areaCode() == null) return refuse(NOT_YET_KNOWN);
        if (!c.monitored()) return refuse(OBJECT_NOT_ACTIVE);
        if (c.on().isBefore(c.includedOn()))
            return refuse(DATE_OUT_OF_ORDER, c.includedOn().toString());
        var answered = c.criteria().stream().map(Criterion::risk).toList();
        var open = c.risks().stream().filter(r -> !answered.contains(r)).toList();
        if (!open.isEmpty()) return refuse(CRITERIA_INCOMPLETE, open);
        var strange = answered.stream().filter(r -> !c.risks().contains(r)).toList();
        if (!strange.isEmpty()) return refuse(RISK_UNKNOWN, strange);
        if (SensitiveText.in(Stream.concat(
                Stream.of(String.valueOf(c.note())), c.criteria().stream().map(Criterion::note))))
            return refuse(SENSITIVE_TEXT);
        if (c.document() == null) return refuse(EVIDENCE_MISSING, MINUTES);
        if (!c.document().wellFormed())
            return refuse(DOCUMENT_INVALID, String.valueOf(c.document().kind()));
        if (!c.document().kind().equals(MINUTES)) return refuse(EVIDENCE_MISSING, MINUTES);
        var unsolved = c.criteria().stream()
                .filter(k -> !k.solved())
                .map(Criterion::risk)
                .toList();
        if (c.conclusion() == Conclusion.EFFECTIVE && !unsolved.isEmpty())
            return refuse(CONCLUSION_CONTRADICTED, unsolved);
        if (c.conclusion() == Conclusion.EFFECTIVE && c.implemented().isEmpty()) return refuse(MEASURE_REQUIRED);
        if (c.conclusion() == Conclusion.INEFFECTIVE && !Guard.reasonGiven(c.note())) return refuse(REASON_REQUIRED);
        return accept(new EffectReviewed(
                c.householdId(),
                c.episode(),
                c.areaCode(),
                c.on(),
                c.conclusion(),
                c.criteria(),
                c.implemented(),
                c.note(),
                c.document()));
    }

    private static boolean same(Review c, Reviewed r) {
        return c.householdId().equals(r.householdId())
                && c.on().equals(r.on())
                && c.conclusion() == r.conclusion()
                && c.criteria().equals(r.criteria());
    }

    @Override
    public Effect initial() {
        return new Unreviewed();
    }

    @Override
    public Effect evolve(Effect state, EffectEvent event) {
        return switch (event) {
            case EffectReviewed e ->
                new Reviewed(e.householdId(), e.areaCode(), e.reviewedOn(), e.conclusion(), e.criteria());
            case EffectReviewMoved e
            when state instanceof Reviewed r ->
                new Reviewed(r.householdId(), e.to(), r.on(), r.conclusion(), r.criteria());
            case EffectReviewMoved _ -> state;
        };
    }
}
