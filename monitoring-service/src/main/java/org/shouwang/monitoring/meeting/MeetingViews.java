package org.shouwang.monitoring.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.Minutes;

/** Judgement meetings as lists read them. */
@Singleton
class MeetingViews {

    /** @param week {@code yyyy-Www}, or {@code month} {@code yyyy-MM} where the village meets once a month @param missed it is over without minutes @param households how many the minutes tell of */
    record View(
            String areaCode,
            String week,
            String month,
            boolean missed,
            Minutes minutes,
            int households,
            List<DocumentRef> documents,
            long version,
            Written recorded,
            Written changed) {

        String period() {
            return week == null ? month : week;
        }
    }

    /** A meeting with what it said of each household. */
    record Detail(@JsonUnwrapped View meeting, List<JudgementItem> items) {}

    /** Where a page goes on. */
    record After(String period, String areaCode) {}

    private static final String COLUMNS = "area_code, period, missed, minutes, households, documents, version";

    private static final String WRITTEN = Written.columns(
            "meeting", "stream_id('meeting/' || judgement_meeting.area_code || '/' || judgement_meeting.period)");

    private final Journal journal;

    MeetingViews(Journal journal) {
        this.journal = journal;
    }

    Uni<Optional<Detail>> find(String areaCode, MeetingPeriod period, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + ", items" + WRITTEN
                                + " from judgement_meeting where area_code = $1 and period = $2 and area_code like $3 || '%'",
                        areaCode,
                        period.toString(),
                        scope)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(r -> new Detail(view(r), JsonText.list((String) r[7], JudgementItem.class)))));
    }

    /** The latest first, weeks before months. @param period null: all @param missed null: all @param after null: from the start */
    Uni<List<View>> list(String scope, MeetingPeriod period, Boolean missed, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + WRITTEN + """
                                 from judgement_meeting where area_code like $1 || '%' and ($2::text is null or period = $2::text)
                                and ($3::boolean is null or missed = $3::boolean)
                                and ($4::text is null or (period, area_code) < ($4::text, $5::text))
                                order by period desc, area_code desc limit $6
                                """,
                        scope,
                        period == null ? null : period.toString(),
                        missed,
                        after == null ? null : after.period(),
                        after == null ? null : after.areaCode(),
                        limit)
                .map(rows -> rows.stream().map(MeetingViews::view).toList()));
    }

    private static View view(Object[] r) {
        var period = (String) r[1];
        var weekly = IsoWeek.parse(period).isPresent();
        return new View(
                (String) r[0],
                weekly ? period : null,
                weekly ? null : period,
                (Boolean) r[2],
                r[3] == null ? null : JsonText.read((String) r[3], Minutes.class),
                (Integer) r[4],
                JsonText.list((String) r[5], DocumentRef.class),
                (Long) r[6],
                Written.recorded(r),
                Written.changed(r));
    }
}
