package org.shouwang.household.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything one can ask of a statement of income; each names the household that the statement must belong to. */
public sealed interface IncomeCommand {

    UUID householdId();

    /** @param areaCode where the household lives @param population who live and spend together */
    record Draft(
            UUID householdId,
            String areaCode,
            IncomeWindow window,
            IncomeWindow.Basis basis,
            Measure measure,
            List<IncomeLine> lines,
            int population,
            BigDecimal claims,
            BigDecimal selfPaid,
            LocalDate on)
            implements IncomeCommand {}

    record Sign(UUID householdId, List<Signature> signatures, LocalDate on) implements IncomeCommand {}

    record Confirm(UUID householdId, LocalDate on) implements IncomeCommand {}

    /** Follows from the household's move. */
    record Move(UUID householdId, String toArea, LocalDate on) implements IncomeCommand {}

    /** @param successor the statement in its place; null: there is no such other statement */
    record Supersede(UUID householdId, UUID by, IncomeStatement.Kept successor, String reason, LocalDate on)
            implements IncomeCommand {}
}
