package org.shouwang.monitoring.revisit;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.check.CheckRefusal.CHECK_INCOMPLETE;
import static org.shouwang.monitoring.object.ObjectRefusal.NOT_AN_OBJECT;
import static org.shouwang.monitoring.revisit.RevisitRefusal.*;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.removal.RemovalRefusal;
import org.shouwang.monitoring.revisit.Revisit.*;
import org.shouwang.monitoring.revisit.RevisitCommand.*;
import org.shouwang.monitoring.revisit.RevisitEvent.*;

/** The rules of the visits after a removal: once a period, all items answered; what is found wanting makes a clue. */
public final class RevisitDecider implements Decider<RevisitCommand, Revisit, RevisitEvent> {

    private record On(RevisitCommand command, Revisit state) {}

    @Override
    public Decision<RevisitEvent> decide(RevisitCommand command, Revisit state) {
        return switch (new On(command, state)) {
            case On(Report c, Done d) when repeats(c, d.done()) -> nothing();
            case On(Report _, Done _) -> refuse(ALREADY_REVISITED);
            case On(Report c, Revisit _) -> report(c);
            case On(NoteMissed c, Expected _) ->
                accept(new RevisitMissed(c.householdId(), c.areaCode(), c.episode(), c.from(), c.to()));
            case On(NoteMissed _, Revisit _) -> nothing();
        };
    }

    private static Decision<RevisitEvent> report(Report c) {
        if (!(c.object() instanceof MonitoredObject.Removed removed))
            return refuse(c.object() instanceof MonitoredObject.Never ? NOT_AN_OBJECT : REVISIT_NOT_OWED);
        if (c.months() == null || c.removedBy() != RemovalMethod.ASSISTED) return refuse(REVISIT_NOT_OWED);
        if (c.household().endedOn() != null) return refuse(HOUSEHOLD_ENDED);
        if (c.visitedOn().isBefore(removed.last()))
            return refuse(DATE_OUT_OF_ORDER, removed.last().toString());
        var period = RevisitPeriod.of(YearMonth.from(c.visitedOn()), c.months());
        if (!period.from().equals(c.from()))
            return refuse(PERIOD_MISMATCH, period.from().toString(), period.to().toString());
        if (!PersonCode.ok(c.visitor())) return refuse(PERSON_CODE, "visitor");
        var flaw = c.method().flaw(c.home(), c.absence(), c.reached());
        if (flaw != null) return refuse(flaw);
        if (!PersonCode.allOk(Arrays.asList(c.reached()))) return refuse(PERSON_CODE, "reached");
        if (c.method() == CheckMethod.ON_SITE && !c.householderSigned())
            return refuse(SIGNATURE_MISSING, "householder");
        if (c.check() != null
                && (c.check().checkedOn().isAfter(c.visitedOn())
                        || c.check().checkedOn().isBefore(c.from().atDay(1))))
            return refuse(DATE_OUT_OF_ORDER, c.check().checkedOn().toString());
        var unanswered = SafeguardFact.unanswered(items(c));
        if (!unanswered.isEmpty())
            return refuse(CHECK_INCOMPLETE, unanswered.stream().map(Enum::name).toList());
        if (!RiskCode.unknown(c.newRisks()).isEmpty()) return refuse(RISK_UNKNOWN, RiskCode.unknown(c.newRisks()));
        if (c.newRisks().contains(RiskCode.OTHER)
                && (c.note() == null || c.note().isBlank())) return refuse(RISK_NOTE_REQUIRED);
        var unfit = c.household().unfit(c.newRisks());
        if (!unfit.isEmpty()) return refuse(RISK_INCONSISTENT, unfit);
        if (c.after() != null) {
            var missing = c.after().missing();
            if (!missing.isEmpty()) return refuse(RemovalRefusal.AFTER_REMOVAL_INCOMPLETE, missing);
            var flaws = c.after().flaws(c.household().members().size());
            if (!flaws.isEmpty()) return refuse(RemovalRefusal.AFTER_REMOVAL_INVALID, flaws);
        }
        var illFormed = DocumentRef.illFormed(c.documents());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        var sensitive = Stream.of(c.absence(), c.note())
                .flatMap(text -> SensitiveText.numbersIn(text).stream())
                .distinct()
                .toList();
        return sensitive.isEmpty() ? accept(done(c, removed)) : refuse(SENSITIVE_TEXT, sensitive);
    }

    /** The same words again; what else the household is by now does not count. */
    private static boolean repeats(Report c, RevisitDone d) {
        return c.from().equals(d.from())
                && Objects.equals(c.visitor(), d.visitor())
                && c.visitedOn().equals(d.visitedOn())
                && c.method() == d.method()
                && Objects.equals(c.absence(), d.absence())
                && Objects.equals(c.reached(), d.reached())
                && Objects.equals(c.check() == null ? null : c.check().id(), d.checkId())
                && items(c).equals(d.items())
                && c.income() == d.income()
                && Objects.equals(c.after(), d.after())
                && Objects.equals(c.note(), d.note())
                && c.newRisks().equals(d.newRisks())
                && c.householderSigned() == d.householderSigned()
                && c.documents().equals(d.documents());
    }

    private static RevisitDone done(Report c, MonitoredObject.Removed removed) {
        var wanting = SafeguardFact.wanting(items(c));
        var below =
                c.after() != null && c.line() != null && c.after().perCapita().compareTo(c.line()) <= 0;
        var lost = c.after() != null && c.after().lost();
        var suspect = !wanting.isEmpty() || !c.newRisks().isEmpty() || below || lost;
        UUID clue = suspect ? c.clueId() : null;
        return new RevisitDone(
                c.household().id(),
                removed.episode().areaCode(),
                removed.episode().number(),
                c.from(),
                c.from().plusMonths(c.months() - 1L),
                c.visitor(),
                c.visitedOn(),
                c.method(),
                c.absence(),
                c.reached(),
                c.check() == null ? null : c.check().id(),
                items(c),
                wanting,
                c.income(),
                c.after(),
                below,
                c.note(),
                c.newRisks(),
                c.householderSigned(),
                c.documents(),
                clue);
    }

    private static List<SafeguardFact.Item> items(Report c) {
        return c.check() == null ? c.items() : c.check().items();
    }

    @Override
    public Revisit initial() {
        return new Expected();
    }

    @Override
    public Revisit evolve(Revisit state, RevisitEvent event) {
        return switch (event) {
            case RevisitDone e -> new Done(e);
            case RevisitMissed e -> new Missed(e);
        };
    }
}
