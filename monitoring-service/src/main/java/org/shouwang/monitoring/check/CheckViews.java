package org.shouwang.monitoring.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.warning.WarningItem;

/** Monthly records as lists and other features read them. */
@Singleton
public class CheckViews {

    /**
     * @param missed nobody had come by the end of the month
     * @param wanting items that were not in order
     * @param eventId of what counts, for a correction to name; null in what was recorded before corrections
     * @param householderSigned null where missed
     * @param solved what was warned of and was found solved; null: not asked
     * @param leftOut those of the new risks that found no room among the five of the household
     */
    public record View(
            UUID householdId,
            YearMonth month,
            String areaCode,
            int episode,
            boolean missed,
            LocalDate visitedOn,
            String visitor,
            CheckMethod method,
            List<Indicator> wanting,
            IncomeChange income,
            List<String> newRisks,
            String employment,
            String note,
            long version,
            UUID eventId,
            Employment work,
            LivingChange living,
            List<SafeguardFact.Item> items,
            String absence,
            String reached,
            Boolean householderSigned,
            List<DocumentRef> documents,
            List<WarningItem> solved,
            List<String> leftOut,
            Written recorded,
            Written changed) {}

    private static final String COLUMNS =
            "household, month, area_code, episode, missed, visited_on, visitor, method, wanting, income, new_risks, employment, note, version,"
                    + " event_id, work, living, items, absence, reached, signed, documents, solved, left_out"
                    + Written.columns(
                            "check",
                            "stream_id('check/' || monthly_check.household::text || '/' || monthly_check.month)");

    private final Journal journal;

    CheckViews(Journal journal) {
        this.journal = journal;
    }

    /** All records of these households, whatever their episode, month by month. */
    public Uni<List<View>> of(StatelessSession session, Collection<UUID> households) {
        return Sql.rows(
                        session,
                        "select " + COLUMNS + " from monthly_check where household = any($1) order by month, household",
                        (Object) households.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(CheckViews::view).toList());
    }

    /** All records of a household, newest first. */
    Uni<List<View>> of(UUID household, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS
                                + " from monthly_check where household = $1 and area_code like $2 || '%' order by month desc",
                        household,
                        scope)
                .map(rows -> rows.stream().map(CheckViews::view).toList()));
    }

    private static View view(Object[] r) {
        return new View(
                (UUID) r[0],
                YearMonth.parse((String) r[1]),
                (String) r[2],
                (Integer) r[3],
                (Boolean) r[4],
                (LocalDate) r[5],
                (String) r[6],
                r[7] == null ? null : CheckMethod.valueOf((String) r[7]),
                split((String) r[8]).stream().map(Indicator::valueOf).toList(),
                r[9] == null ? null : IncomeChange.valueOf((String) r[9]),
                split((String) r[10]),
                (String) r[11],
                (String) r[12],
                (Long) r[13],
                (UUID) r[14],
                r[15] == null ? null : Employment.valueOf((String) r[15]),
                r[16] == null ? null : LivingChange.valueOf((String) r[16]),
                r[17] == null ? List.of() : JsonText.list((String) r[17], SafeguardFact.Item.class),
                (String) r[18],
                (String) r[19],
                (Boolean) r[20],
                r[21] == null ? List.of() : JsonText.list((String) r[21], DocumentRef.class),
                r[22] == null
                        ? null
                        : split((String) r[22]).stream()
                                .map(WarningItem::valueOf)
                                .toList(),
                split((String) r[23]),
                Written.recorded(r),
                Written.changed(r));
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
