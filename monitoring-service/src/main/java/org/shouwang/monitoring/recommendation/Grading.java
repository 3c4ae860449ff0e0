package org.shouwang.monitoring.recommendation;

import java.math.BigDecimal;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.Grading.RedRule;

/**
 * The colours of the 2020 town plan. Every household gets exactly one answer; red goes before the others. A registered household with a
 * safeguard item that is not shown to pass is red as well: it has to be entered before its warning can be marked.
 */
public final class Grading {

    /** @param grade null: none @param rule the row of the table that gave it */
    public record Result(Grade grade, String rule) {}

    private Grading() {}

    /** @param estimate net income of the year, yuan per person */
    public static Result grade(PolicyTerms.Grading terms, Circumstances c, BigDecimal estimate) {
        var lifted = c.registered() == RegisteredType.LIFTED;
        var poor = estimate.compareTo(terms.redBelow()) < 0;
        if (c.listedBefore()) return new Result(Grade.RED, "LISTED");
        if (terms.redRule() == RedRule.INCOME_AND_SAFEGUARD) {
            if ((poor || c.hardship()) && c.anyBad()) return new Result(Grade.RED, "INCOME_AND_SAFEGUARD");
        } else {
            if (poor) return new Result(Grade.RED, "INCOME");
            if (c.hardship() && c.anyBad()) return new Result(Grade.RED, "HARDSHIP");
        }
        if (!lifted) return new Result(null, "NOT_REGISTERED");
        if (!c.allPass()) return new Result(Grade.RED, "SAFEGUARD");
        return estimate.compareTo(terms.yellowBelow()) < 0
                ? new Result(Grade.YELLOW, "YELLOW")
                : new Result(Grade.GREEN, "GREEN");
    }
}
