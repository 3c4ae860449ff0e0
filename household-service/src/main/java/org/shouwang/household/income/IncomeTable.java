package org.shouwang.household.income;

import jakarta.inject.Singleton;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.RowPerStream;
import org.shouwang.household.income.IncomeEvent.*;

/** One row per income statement, for lists. */
@Singleton
class IncomeTable extends RowPerStream<IncomeEvent, IncomeTable.Row> {

    @Entity(name = "IncomeRow")
    @Table(name = "income_statement")
    static class Row {
        @Id
        public UUID id;

        public UUID household;
        public String fromMonth = "";
        public String toMonth = "";
        public String basis = "";

        @Enumerated(EnumType.STRING)
        public IncomeStatement.Status status = IncomeStatement.Status.DRAFT;

        public BigDecimal wage;
        public BigDecimal operating;
        public BigDecimal property;
        public BigDecimal transfer;
        public BigDecimal cost;
        public BigDecimal net;
        public int population;
        public BigDecimal perCapita;
        public LocalDate lastOn;

        public Instant recordedAt;
        public String recordedBy;
        public String recordedRole;
    }

    IncomeTable() {
        super(Row.class);
    }

    @Override
    public List<String> tables() {
        return List.of("income_statement");
    }

    @Override
    protected Row begin(UUID statement) {
        var row = new Row();
        row.id = statement;
        return row;
    }

    @Override
    protected void written(Row row, Envelope by) {
        row.recordedAt = by.recordedAt();
        row.recordedBy = by.actor().user();
        row.recordedRole = by.actor().role();
    }

    @Override
    protected void apply(Row row, IncomeEvent event) {
        switch (event) {
            case IncomeStatementDrafted e -> {
                row.household = e.householdId();
                row.fromMonth = e.from().toString();
                row.toMonth = e.to().toString();
                row.basis = e.basis().name();
                row.wage = e.wage();
                row.operating = e.operating();
                row.property = e.property();
                row.transfer = e.transfer();
                row.cost = e.cost();
                row.net = e.net();
                row.population = e.population();
                row.perCapita = e.perCapita();
                row.lastOn = e.draftedOn();
            }
            case IncomeStatementMoved _ -> {}
            case IncomeStatementSigned e -> passed(row, IncomeStatement.Status.SIGNED, e.on());
            case IncomeStatementConfirmed e -> passed(row, IncomeStatement.Status.CONFIRMED, e.on());
            case IncomeStatementSuperseded e -> passed(row, IncomeStatement.Status.SUPERSEDED, e.on());
        }
    }

    private static void passed(Row row, IncomeStatement.Status status, LocalDate on) {
        row.status = status;
        row.lastOn = on;
    }
}
