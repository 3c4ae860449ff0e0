package org.shouwang.monitoring.quarterly;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.identification.HeldReviews;
import org.shouwang.monitoring.succession.FormerCodes;

/** Quarterly reviews as lists and the check of a village read them. */
@Singleton
class QuarterlyViews implements HeldReviews {

    /** @param noRisk every household that was checked is without risk @param atRisk the others; none where the minutes are from before they were named */
    record View(
            String areaCode,
            YearMonth month,
            boolean noRisk,
            Minutes minutes,
            List<CategoryCount> counts,
            int householdsChecked,
            int householdsWithoutRisk,
            List<DocumentRef> documents,
            List<AtRisk> atRisk,
            long version,
            Written recorded,
            Written changed) {}

    /** Where a page goes on. */
    record After(String month, String areaCode) {}

    private static final String COLUMNS =
            "area_code, month, minutes, counts, checked, without_risk, documents, at_risk, version"
                    + Written.columns(
                            "quarterly",
                            "stream_id('quarterly/' || quarterly_review.area_code || '/' || quarterly_review.month)");

    private final Journal journal;

    QuarterlyViews(Journal journal) {
        this.journal = journal;
    }

    Uni<Optional<View>> find(String areaCode, YearMonth month, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS
                                + " from quarterly_review where area_code = $1 and month = $2 and area_code like $3 || '%'",
                        areaCode,
                        month.toString(),
                        scope)
                .map(rows -> rows.stream().findFirst().map(QuarterlyViews::view)));
    }

    @Override
    public Uni<Boolean> held(StatelessSession session, String areaCode, YearMonth month) {
        return Sql.rows(
                        session,
                        "select 1 from quarterly_review where area_code = $1 and month = $2",
                        areaCode,
                        month.toString())
                .map(rows -> !rows.isEmpty());
    }

    /** Those of a village that were held in the year of a day and up to that day, one a month, oldest first; also under a code that it replaced. */
    Uni<List<View>> held(StatelessSession session, String areaCode, LocalDate day) {
        return Sql.rows(
                        session,
                        "select distinct on (month) " + COLUMNS
                                + " from village_line($1) l(code) join quarterly_review on quarterly_review.area_code = l.code"
                                + " where held_on between $2 and $3 and "
                                + FormerCodes.counts("$1", "l.code", "held_on")
                                + " order by month, area_code <> $1, without_risk = checked",
                        areaCode,
                        day.withDayOfYear(1),
                        day)
                .map(rows -> rows.stream().map(QuarterlyViews::view).toList());
    }

    /** The latest month first. @param year null: all @param after null: from the start */
    Uni<List<View>> list(String scope, Integer year, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + """
                                 from quarterly_review where area_code like $1 || '%' and ($2::text is null or month like $2::text || '-%')
                                and ($3::text is null or (month, area_code) < ($3::text, $4::text))
                                order by month desc, area_code desc limit $5
                                """,
                        scope,
                        year == null ? null : year.toString(),
                        after == null ? null : after.month(),
                        after == null ? null : after.areaCode(),
                        limit)
                .map(rows -> rows.stream().map(QuarterlyViews::view).toList()));
    }

    private static View view(Object[] r) {
        var checked = (Integer) r[4];
        var withoutRisk = (Integer) r[5];
        return new View(
                (String) r[0],
                YearMonth.parse((String) r[1]),
                withoutRisk.equals(checked),
                JsonText.read((String) r[2], Minutes.class),
                JsonText.list((String) r[3], CategoryCount.class),
                checked,
                withoutRisk,
                JsonText.list((String) r[6], DocumentRef.class),
                r[7] == null ? List.of() : JsonText.list((String) r[7], AtRisk.class),
                (Long) r[8],
                Written.recorded(r),
                Written.changed(r));
    }
}
