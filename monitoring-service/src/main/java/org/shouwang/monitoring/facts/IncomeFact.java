package org.shouwang.monitoring.facts;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;

/** An income statement as the household service published it; yuan, months inclusive. */
public record IncomeFact(
        UUID id,
        UUID householdId,
        YearMonth from,
        YearMonth to,
        IncomeBasis basis,
        BigDecimal wage,
        BigDecimal operating,
        BigDecimal property,
        BigDecimal transfer,
        BigDecimal cost,
        BigDecimal net,
        Integer population,
        BigDecimal perCapita,
        BigDecimal perCapitaReference,
        State state) {

    public enum State {
        DRAFT,
        SIGNED,
        CONFIRMED,
        SUPERSEDED
    }

    public boolean signed() {
        return state == State.SIGNED || state == State.CONFIRMED;
    }

    /** All five components are filled in. */
    public boolean detailed() {
        return Stream.of(wage, operating, property, transfer, cost).allMatch(java.util.Objects::nonNull);
    }
}
