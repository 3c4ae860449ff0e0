package org.shouwang.monitoring.facts;

import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision;
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

    /** Why it shows nothing for a household that is said to be without a risk, whatever its months; null where it does. */
    public <E> Decision<E> flaw() {
        if (!detailed() || perCapita == null) return refuse(INCOME_DETAIL_REQUIRED);
        if (state == State.SUPERSEDED) return refuse(STATEMENT_SUPERSEDED);
        return signed() ? null : refuse(STATEMENT_UNSIGNED);
    }
}
