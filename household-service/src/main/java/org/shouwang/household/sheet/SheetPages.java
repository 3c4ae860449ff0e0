package org.shouwang.household.sheet;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sheet.SheetFile;

/** Writes a table page by page as it is read, however long it is; each page is a reading of its own. */
@Singleton
public class SheetPages {

    /** @param rows of the table behind {@code last}, null: from the start; fewer than a page, and there are no more */
    public interface Query<R> {
        Uni<List<R>> page(StatelessSession session, R last);
    }

    private final Journal journal;

    SheetPages(Journal journal) {
        this.journal = journal;
    }

    /** The line under a title. @param scope prefix of area codes @param days what else is to be said, ending in a space; may be empty */
    public static String about(String scope, String days, LocalDate on) {
        var place = scope.isEmpty() ? "全部" : scope + "0".repeat(12 - scope.length());
        return "区划：" + place + "　" + days + "数据日期：" + on;
    }

    /** Blocks until all is written. @param size of a page @param lines of the table that a row read makes, without their numbers */
    public <R> void write(SheetFile file, int size, Query<R> query, Function<R, List<List<Object>>> lines)
            throws IOException {
        var number = 0;
        R last = null;
        List<R> page;
        do {
            page = read(query, last);
            for (var row : page) {
                for (var cells : lines.apply(row)) {
                    cells.addFirst(++number);
                    file.row(cells);
                }
                last = row;
            }
            file.flush();
        } while (page.size() == size);
        file.end();
    }

    private <R> List<R> read(Query<R> query, R last) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> journal.read(session -> query.page(session, last)));
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IOException(failure);
        }
    }
}
