package org.shouwang.monitoring.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.request.RequestEvent.*;
import org.shouwang.monitoring.succession.Extent;

/** One row per request, for lists. */
@Singleton
public class RequestTable implements Projection<RequestEvent> {

    /** @param dept whose turn it is; null: the village's @param clueId the clue that it was made @param answered who answered it; null: nobody has */
    record Row(
            UUID id,
            UUID householdId,
            String areaCode,
            RequestTopic topic,
            String text,
            String dept,
            LocalDate askedOn,
            String answer,
            LocalDate closedOn,
            UUID clueId,
            Written recorded,
            Written changed,
            Written answered) {}

    private static final String STREAM = "household_request.id";
    private static final String COLUMNS =
            "id, household, area_code, topic, text, dept, asked_on, answer, closed_on, clue, "
                    + Written.last("request", STREAM, "ev.type = 'HouseholdRequestAnswered'")
                    + Written.columns("request", STREAM);

    private final Journal journal;

    RequestTable(Journal journal) {
        this.journal = journal;
    }

    @Override
    public List<String> tables() {
        return List.of("household_request");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<RequestEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, stream, recorded.event()).replaceWithVoid());
        return done;
    }

    private static Uni<Integer> apply(StatelessSession session, UUID id, RequestEvent event) {
        return switch (event) {
            case HouseholdRequestRecorded e ->
                Sql.update(
                        session,
                        """
                        insert into household_request (id, household, area_code, topic, text, dept, asked_on)
                        values ($1, $2, $3, $4, $5, $6, $7)""",
                        id,
                        e.householdId(),
                        e.areaCode(),
                        e.topic().name(),
                        e.text(),
                        e.dept(),
                        e.askedOn());
            case HouseholdRequestAnswered e ->
                Sql.update(
                        session,
                        "update household_request set answer = $2, closed_on = $3 where id = $1",
                        id,
                        e.answer(),
                        e.closedOn());
            case HouseholdRequestPromoted e ->
                Sql.update(
                        session,
                        "update household_request set clue = $2, closed_on = $3 where id = $1",
                        id,
                        e.clueId(),
                        e.on());
            case HouseholdRequestMoved e ->
                Sql.update(session, "update household_request set area_code = $2 where id = $1", id, e.to());
        };
    }

    /** All of a household, whatever became of them. */
    public Uni<List<UUID>> ofHousehold(StatelessSession session, UUID household) {
        return Sql.rows(session, "select id from household_request where household = $1 order by id", household)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).toList());
    }

    /** In the order of ids. @param own what the caller reaches @param open null: all @param dept null: whosever turn it is */
    Uni<List<Row>> list(String scope, String own, Boolean open, String dept, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from household_request where " + extent.where("") + """
                         and ($2::boolean is null or (closed_on is null) = $2::boolean)
                        and ($3::text is null or dept = $3::text) and ($4::uuid is null or id > $4::uuid) order by id limit $5""",
                        scope,
                        open,
                        dept,
                        after,
                        limit))
                .map(rows -> rows.stream()
                        .map(r -> new Row(
                                (UUID) r[0],
                                (UUID) r[1],
                                (String) r[2],
                                RequestTopic.valueOf((String) r[3]),
                                (String) r[4],
                                (String) r[5],
                                (LocalDate) r[6],
                                (String) r[7],
                                (LocalDate) r[8],
                                (UUID) r[9],
                                Written.recorded(r),
                                Written.changed(r),
                                Written.read(r[10])))
                        .toList()));
    }
}
