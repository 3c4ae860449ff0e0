package org.shouwang.household.staff;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.Page;

/** Users who have a name, by id. */
@Singleton
class StaffList {

    record Member(String userId, String name, String areaCode, Written recorded, Written changed) {}

    private static final String WRITTEN = Written.columns("staff", "staff.id");

    private final Journal journal;

    StaffList(Journal journal) {
        this.journal = journal;
    }

    /** @param after user id of the last one of the page before; null: from the start */
    Uni<Page<Member>> list(String scope, String after, int limit) {
        return journal.read(session ->
                        Sql.rows(session, "select user_id, name, area_code" + WRITTEN + """
                         from staff where area_code like $1 || '%' and ($2::text is null or user_id > $2::text)
                        order by user_id limit $3""", scope, after, limit + 1))
                .map(rows -> Page.of(
                        rows.stream()
                                .map(r -> new Member(
                                        (String) r[0],
                                        (String) r[1],
                                        (String) r[2],
                                        Written.recorded(r),
                                        Written.changed(r)))
                                .toList(),
                        limit,
                        Member::userId));
    }
}
