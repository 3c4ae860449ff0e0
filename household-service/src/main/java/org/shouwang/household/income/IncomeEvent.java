package org.shouwang.household.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Everything that can have happened to a statement of income. Amounts in yuan, two digits; a kind of income without a line is absent. */
public sealed interface IncomeEvent {

    record IncomeStatementDrafted(
            UUID householdId,
            String areaCode,
            YearMonth from,
            YearMonth to,
            IncomeWindow.Basis basis,
            Measure measure,
            List<IncomeLine> lines,
            BigDecimal wage,
            BigDecimal operating,
            BigDecimal property,
            BigDecimal transfer,
            BigDecimal cost,
            BigDecimal net,
            int population,
            BigDecimal perCapita,
            BigDecimal claims,
            BigDecimal selfPaid,
            BigDecimal reference,
            BigDecimal perCapitaReference,
            LocalDate draftedOn)
            implements IncomeEvent {}

    record IncomeStatementSigned(UUID householdId, List<Signature> signatures, LocalDate on) implements IncomeEvent {}

    record IncomeStatementConfirmed(UUID householdId, LocalDate on) implements IncomeEvent {}

    /** It goes along with its household, whatever its state. */
    record IncomeStatementMoved(UUID householdId, String from, String to, LocalDate on) implements IncomeEvent {}

    /** @param by the statement that counts instead */
    record IncomeStatementSuperseded(UUID householdId, UUID by, String reason, LocalDate on) implements IncomeEvent {}
}
