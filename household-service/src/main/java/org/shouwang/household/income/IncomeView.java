package org.shouwang.household.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.income.IncomeStatement.Kept;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Rules;

/**
 * A statement of income as it is shown, amounts in yuan.
 *
 * @param signatures who signed; null while it is a draft
 * @param doubts codes of what looks odd without being wrong
 */
record IncomeView(
        UUID id,
        UUID householdId,
        YearMonth from,
        YearMonth to,
        IncomeWindow.Basis basis,
        Measure measure,
        IncomeStatement.Status status,
        List<LineView> lines,
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
        LocalDate lastOn,
        UUID supersededBy,
        List<SignatureView> signatures,
        List<String> doubts,
        Written recorded) {

    record LineView(String code, String zh, BigDecimal amount, String note) {}

    static IncomeView of(UUID id, Kept kept, Bounds bounds, Written recorded, boolean open) {
        var d = kept.draft();
        var lines = d.lines().stream()
                .map(l -> new LineView(
                        l.code(),
                        IncomeCode.of(l.code()).map(IncomeCode::zh).orElse(null),
                        l.amount(),
                        l.remark() == null ? null : l.remark().text()))
                .toList();
        return new IncomeView(
                id,
                d.householdId(),
                d.from(),
                d.to(),
                d.basis(),
                d.measure(),
                kept.status(),
                lines,
                d.wage(),
                d.operating(),
                d.property(),
                d.transfer(),
                d.cost(),
                d.net(),
                d.population(),
                d.perCapita(),
                d.claims(),
                d.selfPaid(),
                d.reference(),
                d.perCapitaReference(),
                kept.lastOn(),
                kept.by(),
                kept.signed() == null
                        ? null
                        : kept.signed().signatures().stream()
                                .map(s -> SignatureView.of(s, open))
                                .toList(),
                Rules.check(id, d.wage(), bounds).stream()
                        .map(f -> f.rule().name())
                        .toList(),
                recorded);
    }
}
