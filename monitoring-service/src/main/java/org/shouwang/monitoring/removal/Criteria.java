package org.shouwang.monitoring.removal;

import static org.shouwang.monitoring.removal.Criterion.*;
import static org.shouwang.monitoring.removal.Criterion.Result.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.Regime;
import org.shouwang.monitoring.removal.RemovalCase.Progress;

/** Answers each of the nine criteria from what is known at a step. A household that is gone is not asked. */
final class Criteria {

    private final RemovalFacts facts;
    private final PolicyTerms terms;
    private final Progress progress;
    private final LocalDate on;

    private Criteria(RemovalFacts facts, PolicyTerms terms, Progress progress, LocalDate on) {
        this.facts = facts;
        this.terms = terms;
        this.progress = progress;
        this.on = on;
    }

    static List<Answer> answers(
            RemovalFacts facts, PolicyTerms terms, RemovalMethod method, Progress progress, LocalDate on) {
        if (method == RemovalMethod.NATURAL)
            return Stream.of(Criterion.values())
                    .map(c -> new Answer(c, NOT_ASKED, null))
                    .toList();
        var criteria = new Criteria(facts, terms, progress, on);
        return List.of(
                criteria.stable(),
                criteria.aboveLine(),
                criteria.spending(),
                criteria.safeguards(),
                criteria.risks(),
                criteria.helped(),
                criteria.labour(),
                criteria.consent(),
                criteria.quietMonths());
    }

    /** The criteria that failed; with {@code open} also those that nobody has answered yet. */
    static List<Criterion> failed(List<Answer> answers, boolean open) {
        return answers.stream()
                .filter(a -> a.result() == FAIL || open && a.result() == OPEN)
                .map(Answer::criterion)
                .toList();
    }

    private Answer stable() {
        var since = on.minusMonths(stableMonths());
        var fell = facts.incomeFalls().stream()
                .filter(day -> day.isAfter(since) && !day.isAfter(on))
                .toList();
        if (!fell.isEmpty()) return new Answer(C1, FAIL, Why.INCOME_FELL.of(fell.getLast()));
        if (progress.visited() == null) return new Answer(C1, OPEN, null);
        if (inRange(progress.visited().perCapita())) return new Answer(C1, FAIL, Why.INCOME_IN_RANGE.of());
        return new Answer(C1, progress.visited().incomeStable() ? PASS : FAIL, null);
    }

    private Answer aboveLine() {
        if (progress.visited() == null) return new Answer(C2, OPEN, null);
        var income = progress.visited().perCapita();
        return new Answer(
                C2,
                above(income) ? PASS : FAIL,
                Why.INCOME_AND_LINE.of(income.toPlainString(), facts.line().toPlainString()));
    }

    private Answer spending() {
        if (progress.visited() == null) return new Answer(C3, OPEN, null);
        return new Answer(C3, progress.visited().spendingSolved() ? PASS : FAIL, null);
    }

    private Answer safeguards() {
        var since = on.minusMonths(stableMonths());
        var failed = facts.failedChecks().stream()
                .filter(day -> day.isAfter(since) && !day.isAfter(on))
                .toList();
        if (!failed.isEmpty()) return new Answer(C4, FAIL, Why.SAFEGUARD_WANTING_ON.of(failed.getLast()));
        if (facts.warningsOpen() > 0) return new Answer(C4, FAIL, Why.WARNINGS_OPEN.of(facts.warningsOpen()));
        if (progress.visited() == null) return new Answer(C4, OPEN, null);
        var wanting = progress.visited().wanting();
        return wanting.isEmpty()
                ? new Answer(C4, PASS, null)
                : new Answer(C4, FAIL, Why.SAFEGUARDS_WANTING.of(String.join(",", wanting)));
    }

    private Answer risks() {
        if (progress.visited() == null) return new Answer(C5, OPEN, null);
        var visit = progress.visited();
        if (!visit.newRisks().isEmpty())
            return new Answer(C5, FAIL, Why.RISKS_NEW.of(String.join(",", visit.newRisks())));
        var left = facts.risks().stream()
                .filter(risk -> !visit.risksGone().contains(risk))
                .toList();
        return left.isEmpty()
                ? new Answer(C5, PASS, null)
                : new Answer(C5, FAIL, Why.RISKS_LEFT.of(String.join(",", left)));
    }

    private Answer helped() {
        var removal = terms.removal();
        var needed = removal.minMeasures() == null ? 0 : removal.minMeasures();
        if (removal.minMonths() == 0 && needed == 0) return new Answer(C6, NOT_ASKED, null);
        var from = facts.includedOn().plusMonths(removal.minMonths());
        if (on.isBefore(from)) return new Answer(C6, FAIL, Why.NOT_BEFORE.of(from));
        if (facts.againstRisks() < needed)
            return new Answer(C6, FAIL, Why.MEASURES_FEW.of(facts.againstRisks(), needed));
        if (needed > 0 && !facts.household().noLabour() && !facts.developed())
            return new Answer(C6, FAIL, Why.NO_DEVELOPMENTAL.of());
        return new Answer(C6, PASS, null);
    }

    private Answer labour() {
        if (!terms.removal().noLabourBlocked()) return new Answer(C7, NOT_ASKED, null);
        return new Answer(C7, facts.household().noLabour() ? FAIL : PASS, null);
    }

    private Answer consent() {
        if (!terms.removal().consentRequired()) return new Answer(C8, NOT_ASKED, null);
        return new Answer(C8, progress.consented() == null ? OPEN : PASS, null);
    }

    /** The month of identification and the one after it are too early (national data rules of the transition period). */
    private Answer quietMonths() {
        if (terms.regime() != Regime.R2021) return new Answer(C9, NOT_ASKED, null);
        var first = YearMonth.from(facts.includedOn()).plusMonths(2);
        return YearMonth.from(on).isBefore(first)
                ? new Answer(C9, FAIL, Why.NOT_BEFORE.of(first))
                : new Answer(C9, PASS, null);
    }

    private long stableMonths() {
        var months = terms.removal().stableMonths();
        return months == null ? terms.removal().minMonths() : months;
    }

    private boolean inRange(BigDecimal income) {
        var difference = income.compareTo(facts.line());
        return terms.line().inclusive() ? difference <= 0 : difference < 0;
    }

    private boolean above(BigDecimal income) {
        return income.compareTo(facts.line()) > 0;
    }
}
