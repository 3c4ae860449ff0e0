package org.shouwang.monitoring.ledger;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.monitoring.Waiting;
import org.shouwang.monitoring.succession.Extent;

/** Writes ledgers to files, a piece of rows at a time however many there are. */
@Singleton
class Ledgers {

    private static final int PIECE = 1_000;

    /** @param area prefix @param own what the caller reaches @param first and @param last day of what is listed @param on the date of the figures */
    record Extract(Ledger ledger, String area, String own, LocalDate first, LocalDate last, LocalDate on) {

        String about() {
            var place = area.isEmpty() ? "全部" : area + "0".repeat(12 - area.length());
            return "区划：" + place + "　期间：" + first + "至" + last + "　数据日期：" + on;
        }
    }

    private final Journal journal;

    Ledgers(Journal journal) {
        this.journal = journal;
    }

    /** Blocks until all is written. */
    void write(Extract extract, SheetFile file) throws IOException {
        var ledger = extract.ledger();
        var headers = new ArrayList<>(List.of("序号"));
        headers.addAll(ledger.headers());
        file.title(ledger.zh(), extract.about(), headers);
        var number = 0;
        String last = null;
        List<Object[]> rows;
        do {
            rows = page(extract, last);
            for (var row : rows) {
                var cells = new ArrayList<Object>(List.of(++number));
                cells.addAll(ledger.cells(row));
                file.row(cells);
                last = (String) row[0];
            }
            file.flush();
        } while (rows.size() == PIECE);
        file.end();
    }

    private List<Object[]> page(Extract e, String after) throws IOException {
        return Waiting.on(() -> journal.read(session -> Extent.of(session, e.area(), e.own())
                .chain(extent ->
                        Sql.rows(session, e.ledger().page(extent), e.area(), e.first(), e.last(), after, PIECE))));
    }
}
