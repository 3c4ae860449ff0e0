package org.shouwang.monitoring.check;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.check.CheckRefusal.*;
import static org.shouwang.monitoring.object.ObjectRefusal.NOT_AN_OBJECT;
import static org.shouwang.monitoring.object.ObjectRefusal.OBJECT_NOT_ACTIVE;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.check.CheckCommand.*;
import org.shouwang.monitoring.check.CheckEvent.*;
import org.shouwang.monitoring.check.MonthlyCheck.*;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.RiskCode;

/** The rules of monthly monitoring: every household once a month, at home, all items answered. */
public final class CheckDecider implements Decider<CheckCommand, MonthlyCheck, CheckEvent> {

    private record On(CheckCommand command, MonthlyCheck state) {}

    @Override
    public Decision<CheckEvent> decide(CheckCommand command, MonthlyCheck state) {
        return switch (new On(command, state)) {
            case On(Report c, Done d)
            when c.object().current() != null && done(c, List.of()).sameVisit(d.done()) -> nothing();
            case On(Report _, Done _) -> refuse(ALREADY_CHECKED);
            case On(Report c, MonthlyCheck _) -> report(c);
            case On(Correct c, Done d) -> correct(c, d);
            case On(Correct _, MonthlyCheck _) -> refuse(NOTHING_TO_CORRECT);
            case On(NoteMissed c, Expected _) ->
                accept(new MonthlyMonitoringMissed(c.householdId(), c.areaCode(), c.episode(), c.month()));
            case On(NoteMissed _, MonthlyCheck _) -> nothing();
        };
    }

    private static Decision<CheckEvent> report(Report c) {
        if (c.object().current() == null) return refuse(NOT_AN_OBJECT);
        if (!c.object().watched()) return refuse(OBJECT_NOT_ACTIVE);
        var includedOn = c.object().current().includedOn();
        if (c.visitedOn().isBefore(includedOn)) return refuse(DATE_OUT_OF_ORDER, includedOn.toString());
        if (!YearMonth.from(c.visitedOn()).equals(c.month()))
            return refuse(MONTH_MISMATCH, c.month().toString());
        if (!PersonCode.ok(c.visitor())) return refuse(PERSON_CODE, "visitor");
        var flaw = c.method().flaw(c.home(), c.absence(), c.reached());
        if (flaw != null) return refuse(flaw);
        if (!PersonCode.allOk(Arrays.asList(c.reached()))) return refuse(PERSON_CODE, "reached");
        if (c.method() == CheckMethod.ON_SITE && !c.householderSigned())
            return refuse(SIGNATURE_MISSING, "householder");
        if (c.check() != null
                && (c.check().checkedOn().isAfter(c.visitedOn())
                        || c.check().checkedOn().isBefore(c.month().atDay(1))))
            return refuse(DATE_OUT_OF_ORDER, c.check().checkedOn().toString());
        var unanswered = SafeguardFact.unanswered(items(c));
        if (!unanswered.isEmpty())
            return refuse(CHECK_INCOMPLETE, unanswered.stream().map(Enum::name).toList());
        if (!RiskCode.unknown(c.newRisks()).isEmpty()) return refuse(RISK_UNKNOWN, RiskCode.unknown(c.newRisks()));
        if (c.newRisks().contains(RiskCode.OTHER)
                && (c.note() == null || c.note().isBlank())) return refuse(RISK_NOTE_REQUIRED);
        if (!c.unfit().isEmpty()) return refuse(RISK_INCONSISTENT, c.unfit());
        var otherwise = otherwise(c);
        if (!otherwise.isEmpty()) return refuse(SOLVED_OTHERWISE, otherwise);
        var illFormed = DocumentRef.illFormed(c.documents());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        var missing = DocumentRef.missing(c.needed(), c.documents());
        if (c.method() == CheckMethod.ON_SITE && !missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        var sensitive = Stream.of(c.absence(), c.employment(), c.note())
                .flatMap(text -> SensitiveText.numbersIn(text).stream())
                .distinct()
                .toList();
        return sensitive.isEmpty() ? accept(done(c, List.of())) : refuse(SENSITIVE_TEXT, sensitive);
    }

    /** Held to the same rules as what it corrects, while the household is watched as it was then. */
    private static Decision<CheckEvent> correct(Correct c, Done d) {
        var decision = report(c.report());
        if (!(decision instanceof Accepted<CheckEvent>)) return decision;
        var done = done(c.report(), d.done().added());
        var known = done.leaving(d.done().leftOut());
        if (new MonthlyMonitoringCorrected(c.corrects(), c.reason(), known).equals(d.correction())) return nothing();
        if (!c.corrects().equals(c.last()))
            return refuse(CORRECTION_OUTDATED, c.last().toString());
        if (c.reason() == null || c.reason().isBlank()) return refuse(REASON_REQUIRED);
        var sensitive = SensitiveText.numbersIn(c.reason());
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_TEXT, List.copyOf(sensitive));
        if (done.episode() != d.done().episode()) return refuse(OBJECT_NOT_ACTIVE);
        return done.sameVisit(d.done())
                ? nothing()
                : accept(new MonthlyMonitoringCorrected(c.corrects(), c.reason(), done));
    }

    /** @param added risks that the household was given by what is corrected */
    private static MonthlyMonitoringDone done(Report c, List<String> added) {
        var episode = c.object().current();
        return new MonthlyMonitoringDone(
                c.householdId(),
                episode.areaCode(),
                episode.number(),
                c.month(),
                c.visitor(),
                c.visitedOn(),
                c.method(),
                c.absence(),
                c.reached(),
                c.check() == null ? null : c.check().id(),
                items(c),
                SafeguardFact.wanting(items(c)),
                c.income(),
                c.employment(),
                c.work(),
                c.living(),
                c.solved(),
                c.note(),
                c.newRisks(),
                leftOut(c, added),
                c.householderSigned(),
                c.documents());
    }

    /** The household takes up new risks in their order, until it has as many as the form holds. */
    private static List<String> leftOut(Report c, List<String> added) {
        var present = c.object().current().risks();
        return c.newRisks().stream()
                .distinct()
                .filter(risk -> !present.contains(risk) && !added.contains(risk))
                .skip(Math.max(0, RiskCode.MOST - present.size()))
                .toList();
    }

    private static List<String> otherwise(Report c) {
        return c.solved() == null
                ? List.of()
                : c.solved().stream()
                        .filter(item -> !item.told())
                        .map(Enum::name)
                        .toList();
    }

    private static List<SafeguardFact.Item> items(Report c) {
        return c.check() == null ? c.items() : c.check().items();
    }

    @Override
    public MonthlyCheck initial() {
        return new Expected();
    }

    @Override
    public MonthlyCheck evolve(MonthlyCheck state, CheckEvent event) {
        return switch (event) {
            case MonthlyMonitoringDone e -> new Done(e, null);
            case MonthlyMonitoringCorrected e -> new Done(e.done(), e);
            case MonthlyMonitoringMissed e -> new Missed(e);
        };
    }
}
