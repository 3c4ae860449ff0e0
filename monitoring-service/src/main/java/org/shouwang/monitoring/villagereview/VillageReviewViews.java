package org.shouwang.monitoring.villagereview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.Minutes;

/** Village meetings on several households as lists read them. */
@Singleton
class VillageReviewViews {

    /** What a meeting was about. */
    enum Kind implements Worded {
        INCLUSION("纳入评议"),
        REMOVAL("风险消除评议"),
        BOTH("纳入和风险消除评议");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    record View(
            UUID id,
            String areaCode,
            Kind kind,
            Minutes minutes,
            Integer shouldAttend,
            List<ReviewResult> results,
            List<DocumentRef> documents,
            long version,
            Written recorded,
            Written changed) {}

    /** Where a page goes on. */
    record After(LocalDate heldOn, UUID id) {}

    private static final String COLUMNS = "id, area_code, minutes, should_attend, results, documents, version"
            + Written.columns("village-review", "village_review.id");

    private final Journal journal;

    VillageReviewViews(Journal journal) {
        this.journal = journal;
    }

    Uni<Optional<View>> find(UUID id, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from village_review where id = $1 and area_code like $2 || '%'",
                        id,
                        scope)
                .map(rows -> rows.stream().findFirst().map(VillageReviewViews::view)));
    }

    /** The latest first. @param after null: from the start */
    Uni<List<View>> list(String scope, After after, int limit) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select " + COLUMNS + """
                             from village_review where area_code like $1 || '%'
                            and ($2::date is null or (held_on, id) < ($2::date, $3::uuid)) order by held_on desc, id desc limit $4
                            """,
                        scope,
                        after == null ? null : after.heldOn(),
                        after == null ? null : after.id(),
                        limit)
                .map(rows -> rows.stream().map(VillageReviewViews::view).toList()));
    }

    private static View view(Object[] r) {
        var results = JsonText.list((String) r[4], ReviewResult.class);
        return new View(
                (UUID) r[0],
                (String) r[1],
                kind(results),
                JsonText.read((String) r[2], Minutes.class),
                (Integer) r[3],
                results,
                JsonText.list((String) r[5], DocumentRef.class),
                (Long) r[6],
                Written.recorded(r),
                Written.changed(r));
    }

    private static Kind kind(List<ReviewResult> results) {
        var topics = results.stream().map(ReviewResult::topic).distinct().toList();
        if (topics.size() > 1) return Kind.BOTH;
        return topics.getFirst() == ReviewTopic.INCLUSION ? Kind.INCLUSION : Kind.REMOVAL;
    }
}
