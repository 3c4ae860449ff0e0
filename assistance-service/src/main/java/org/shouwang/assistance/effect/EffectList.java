package org.shouwang.assistance.effect;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.assistance.effect.EffectEvent.*;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;

/** All reviews of effect, a line each. */
@Singleton
public class EffectList implements Projection<EffectEvent> {

    /** A review. @param minutes SHA-256 of the meeting's minutes */
    public record Line(
            UUID id,
            UUID householdId,
            int episode,
            String areaCode,
            LocalDate reviewedOn,
            String conclusion,
            String unsolved,
            String note,
            String minutes) {}

    private static final String SELECT =
            "select id, household, episode, area, reviewed_on, conclusion, unsolved, note, minutes from effect ";

    @Override
    public List<String> tables() {
        return List.of("effect");
    }

    Uni<List<Line>> find(StatelessSession session, UUID id) {
        return Sql.rows(session, SELECT + "where id = $1", id)
                .map(rows -> rows.stream().map(EffectList::line).toList());
    }

    /** @param household null: whichever; @param after review last seen */
    Uni<List<Line>> page(StatelessSession session, String scope, UUID household, UUID after, int limit) {
        return Sql.rows(session, SELECT + """
                        where area like $1 || '%' and ($2::uuid is null or household = $2) and ($3::uuid is null or id > $3)
                        order by id limit $4""", scope, household, after, limit)
                .map(rows -> rows.stream().map(EffectList::line).toList());
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<EffectEvent>> events) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var event : events)
            all = all.chain(() -> apply(session, id, event.event()).replaceWithVoid());
        return all;
    }

    private static Uni<?> apply(StatelessSession session, UUID id, EffectEvent event) {
        return switch (event) {
            case EffectReviewed e ->
                Sql.update(
                        session,
                        """
                    insert into effect (id, household, episode, area, reviewed_on, conclusion, unsolved, note, minutes)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    """,
                        id,
                        e.householdId(),
                        e.episode(),
                        e.areaCode(),
                        e.reviewedOn(),
                        e.conclusion().name(),
                        String.join(
                                ",",
                                e.criteria().stream()
                                        .filter(k -> !k.solved())
                                        .map(Criterion::risk)
                                        .toList()),
                        e.note(),
                        e.document().sha256());
            case EffectReviewMoved e -> Sql.update(session, "update effect set area = $2 where id = $1", id, e.to());
        };
    }

    private static Line line(Object[] r) {
        return new Line(
                (UUID) r[0],
                (UUID) r[1],
                (Integer) r[2],
                (String) r[3],
                (LocalDate) r[4],
                (String) r[5],
                ((String) r[6]).isEmpty() ? null : (String) r[6],
                (String) r[7],
                (String) r[8]);
    }
}
