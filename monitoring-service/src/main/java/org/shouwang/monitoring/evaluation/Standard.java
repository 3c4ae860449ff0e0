package org.shouwang.monitoring.evaluation;

import java.math.BigDecimal;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Recommender;

/** What a village's households are judged by. @param terms null: no policy @param line yuan per person and year; null: not set */
record Standard(PolicyTerms terms, BigDecimal line) {

    /** Why nothing can be said of a household. */
    enum Missing implements Worded {
        POLICY("没有适用的政策"),
        LINE("没有监测收入线"),
        INCOME("没有收入核算表"),
        SAFEGUARDS("没有三保障核查");

        private final String zh;

        Missing(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** Exactly one of the two. */
    record Judged(Advice advice, Missing missing) {}

    Judged judge(Known household) {
        if (terms == null) return new Judged(null, Missing.POLICY);
        if (line == null) return new Judged(null, Missing.LINE);
        var income = household.income(terms.incomeBasis());
        if (income == null) return new Judged(null, Missing.INCOME);
        if (household.safeguards() == null) return new Judged(null, Missing.SAFEGUARDS);
        var r = Recommender.recommend(terms, line, household.circumstances(income));
        return new Judged(
                new Advice(
                        r.include(),
                        r.type(),
                        r.grade(),
                        r.reasonCode(),
                        r.income(),
                        r.line(),
                        terms.policyId(),
                        terms.version()),
                null);
    }
}
