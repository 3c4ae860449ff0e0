package org.shouwang.monitoring.identification;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;

import java.util.Objects;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.identification.CaseCommand.NoteNoRisk;
import org.shouwang.monitoring.identification.CaseCommand.Recheck;
import org.shouwang.monitoring.identification.CaseEvent.WatchRechecked;
import org.shouwang.monitoring.identification.IdentificationCase.Rejected;

/** How a household that was not included is looked at again: by income and in words, or by a sweep or a quarterly review that found no risk. */
final class Watching {

    private Watching() {}

    static Decision<CaseEvent> recheck(Recheck c, Rejected r) {
        var terms = r.open().terms();
        if (c.on().isBefore(r.seenOn()))
            return refuse(DATE_OUT_OF_ORDER, r.seenOn().toString());
        if (c.nextOn() != null && !c.nextOn().isAfter(c.on())) return refuse(DATE_OUT_OF_ORDER, c.on().toString());
        if (c.statement() == null) return refuse(INCOME_STATEMENT_REQUIRED);
        Decision<CaseEvent> flaw =
                c.risk() ? c.statement().flaw() : IncomeWindow.of(terms, c.on()).flaw(c.statement());
        if (flaw != null) return flaw;
        if (Fieldwork.shorter(c.note(), terms))
            return refuse(REASON_REQUIRED, Integer.toString(terms.review().shortestReason()));
        if (!SensitiveText.numbersIn(c.note()).isEmpty()) return refuse(SENSITIVE_TEXT, "note");
        var next = c.nextOn() == null ? Determination.recheckOn(terms, c.on()) : c.nextOn();
        return accept(
                new WatchRechecked(c.on(), c.risk(), c.note(), c.statement().id(), next, c.risk() ? c.clueId() : null));
    }

    /** What was seen before somebody looked later changes nothing. */
    static Decision<CaseEvent> noRisk(NoteNoRisk c, Rejected r) {
        if (!c.on().isAfter(r.seenOn())) return nothing();
        var next = Determination.recheckOn(r.open().terms(), c.on());
        return accept(new WatchRechecked(c.on(), false, null, c.statementId(), next, null));
    }

    static boolean same(Recheck c, WatchRechecked e) {
        return c.on().equals(e.on())
                && c.risk() == e.risk()
                && Objects.equals(c.note(), e.note())
                && c.statement() != null
                && c.statement().id().equals(e.incomeStatementId())
                && (c.nextOn() == null || c.nextOn().equals(e.nextOn()));
    }
}
