package org.shouwang.monitoring.revisit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.AfterRemoval;

/** Visits after a removal as lists read them. */
@Singleton
class RevisitViews {

    /** @param missed nobody had come by the end of the period @param after the thirteen fields as they stood then; null: not asked @param clueId made of what was found @param householderSigned null where missed */
    record View(
            UUID householdId,
            YearMonth from,
            YearMonth to,
            String areaCode,
            int episode,
            boolean missed,
            LocalDate visitedOn,
            String visitor,
            CheckMethod method,
            List<Indicator> wanting,
            IncomeChange income,
            List<String> newRisks,
            boolean belowLine,
            AfterRemoval after,
            String note,
            UUID clueId,
            long version,
            List<SafeguardFact.Item> items,
            String absence,
            String reached,
            Boolean householderSigned,
            List<DocumentRef> documents,
            Written recorded,
            Written changed) {}

    private static final String WRITTEN =
            Written.columns("revisit", "stream_id('revisit/' || revisit.household::text || '/' || revisit.from_month)");

    private final Journal journal;

    RevisitViews(Journal journal) {
        this.journal = journal;
    }

    /** All of a household, newest first. */
    Uni<List<View>> of(UUID household, String scope) {
        return journal.read(session -> Sql.rows(session, """
            select household, from_month, to_month, area_code, episode, missed, visited_on, visitor, method, wanting, income, new_risks,
              below_line, after, note, clue, version, items, absence, reached, signed, documents""" + WRITTEN + """
            from revisit where household = $1 and area_code like $2 || '%' order by from_month desc
            """, household, scope)
                .map(rows -> rows.stream().map(RevisitViews::view).toList()));
    }

    private static View view(Object[] r) {
        return new View(
                (UUID) r[0],
                YearMonth.parse((String) r[1]),
                YearMonth.parse((String) r[2]),
                (String) r[3],
                (Integer) r[4],
                (Boolean) r[5],
                (LocalDate) r[6],
                (String) r[7],
                r[8] == null ? null : CheckMethod.valueOf((String) r[8]),
                split((String) r[9]).stream().map(Indicator::valueOf).toList(),
                r[10] == null ? null : IncomeChange.valueOf((String) r[10]),
                split((String) r[11]),
                (Boolean) r[12],
                r[13] == null ? null : JsonText.read((String) r[13], AfterRemoval.class),
                (String) r[14],
                (UUID) r[15],
                (Long) r[16],
                r[17] == null ? List.of() : JsonText.list((String) r[17], SafeguardFact.Item.class),
                (String) r[18],
                (String) r[19],
                (Boolean) r[20],
                r[21] == null ? List.of() : JsonText.list((String) r[21], DocumentRef.class),
                Written.recorded(r),
                Written.changed(r));
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
