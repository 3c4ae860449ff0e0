package org.shouwang.household.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the lines of a sheet add up to, yuan with two digits. A kind without a line is null: nobody asked about it.
 * Net = A + B + C + D − E and may be below 0; reference = net + claims − own payments; per head by half up.
 *
 * @param reference an aid to judgement, of which the national form has the fields but no published formula
 */
public record IncomeFigures(
        BigDecimal wage,
        BigDecimal operating,
        BigDecimal property,
        BigDecimal transfer,
        BigDecimal cost,
        BigDecimal net,
        BigDecimal perCapita,
        BigDecimal reference,
        BigDecimal perCapitaReference) {

    private static final int DIGITS = 2;

    static IncomeFigures of(List<IncomeLine> lines, BigDecimal claims, BigDecimal selfPaid, int population) {
        var wage = sum(lines, IncomeKind.WAGE);
        var operating = sum(lines, IncomeKind.OPERATING);
        var property = sum(lines, IncomeKind.PROPERTY);
        var transfer = sum(lines, IncomeKind.TRANSFER);
        var cost = sum(lines, IncomeKind.COST);
        var net = yuan(zero(wage)
                .add(zero(operating))
                .add(zero(property))
                .add(zero(transfer))
                .subtract(zero(cost)));
        var reference = yuan(net.add(zero(claims)).subtract(zero(selfPaid)));
        return new IncomeFigures(
                wage,
                operating,
                property,
                transfer,
                cost,
                net,
                perHead(net, population),
                reference,
                perHead(reference, population));
    }

    private static BigDecimal sum(List<IncomeLine> lines, IncomeKind kind) {
        return lines.stream()
                .filter(line -> IncomeCode.of(line.code())
                        .map(IncomeCode::kind)
                        .filter(kind::equals)
                        .isPresent())
                .map(IncomeLine::amount)
                .reduce(BigDecimal::add)
                .map(IncomeFigures::yuan)
                .orElse(null);
    }

    private static BigDecimal perHead(BigDecimal amount, int population) {
        return amount.divide(BigDecimal.valueOf(population), DIGITS, RoundingMode.HALF_UP);
    }

    private static BigDecimal yuan(BigDecimal amount) {
        return amount.setScale(DIGITS, RoundingMode.HALF_UP);
    }

    private static BigDecimal zero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
