package org.shouwang.assistance.helper;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.helper.HelperEvent.*;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/** Who helps whom, now and before: a row for each time of responsibility. */
@Singleton
public class HelperList implements Projection<HelperEvent> {

    /**
     * A time of responsibility.
     *
     * @param helper user id
     * @param to null while it lasts
     * @param handOverRecord SHA-256 of the record with which it ended
     */
    public record Responsibility(
            UUID householdId,
            String areaCode,
            String helper,
            String unit,
            LocalDate from,
            LocalDate to,
            String handOverRecord) {}

    private static final String SELECT =
            "select household, area, helper, unit, from_on, to_on, hand_over_record from helper ";

    @Override
    public List<String> tables() {
        return List.of("helper");
    }

    /** Who is responsible now. */
    public Uni<Optional<Responsibility>> present(StatelessSession session, UUID household) {
        return Sql.rows(session, SELECT + "where household = $1 and to_on is null", household)
                .map(rows -> rows.stream().findFirst().map(HelperList::row));
    }

    /** All there were, in order. */
    Uni<List<Responsibility>> all(StatelessSession session, UUID household) {
        return Sql.rows(session, SELECT + "where household = $1 order by version", household)
                .map(rows -> rows.stream().map(HelperList::row).toList());
    }

    /** Present ones. @param after household last seen */
    Uni<List<Responsibility>> page(StatelessSession session, String scope, String helper, UUID after, int limit) {
        return Sql.rows(session, SELECT + """
                        where to_on is null and area like $1 || '%' and ($2::text is null or helper = $2)
                        and ($3::uuid is null or household > $3) order by household limit $4""", scope, helper, after, limit)
                .map(rows -> rows.stream().map(HelperList::row).toList());
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HelperEvent>> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var event : events)
            all = all.chain(() -> apply(session, household, event).replaceWithVoid());
        return all;
    }

    private static Uni<?> apply(StatelessSession session, UUID household, Recorded<HelperEvent> recorded) {
        var version = recorded.envelope().version();
        var area = recorded.envelope().area();
        return switch (recorded.event()) {
            case HelperAssigned e -> begin(session, household, version, area, e.helper(), e.unit(), e.from());
            case HelperHandedOver e ->
                end(session, household, e.on(), e.record().sha256())
                        .chain(() -> begin(session, household, version, area, e.to(), e.unit(), e.on()));
            case HelperReleased e -> end(session, household, e.on(), e.record().sha256());
            case HelperMoved e ->
                Sql.update(session, "update helper set area = $2 where household = $1", household, e.to());
        };
    }

    private static Uni<Integer> begin(
            StatelessSession session,
            UUID household,
            long version,
            String area,
            String helper,
            String unit,
            LocalDate from) {
        return Sql.update(
                session,
                "insert into helper (household, version, area, helper, unit, from_on) values ($1, $2, $3, $4, $5, $6)",
                household,
                version,
                area,
                helper,
                unit,
                from);
    }

    private static Uni<Integer> end(StatelessSession session, UUID household, LocalDate on, String record) {
        return Sql.update(
                session,
                "update helper set to_on = $2, hand_over_record = $3 where household = $1 and to_on is null",
                household,
                on,
                record);
    }

    private static Responsibility row(Object[] r) {
        return new Responsibility(
                (UUID) r[0], (String) r[1], (String) r[2], (String) r[3], (LocalDate) r[4], (LocalDate) r[5], (String)
                        r[6]);
    }
}
