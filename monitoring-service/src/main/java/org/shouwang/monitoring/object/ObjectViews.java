package org.shouwang.monitoring.object;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.succession.Extent;

/** Monitored households as lists and other features read them. */
@Singleton
public class ObjectViews {

    /**
     * @param type null: coloured yellow or green only (2020 plan)
     * @param perCapita at identification, yuan per person and year
     * @param version of the stream
     */
    public record View(
            UUID householdId,
            String areaCode,
            int episode,
            UUID caseId,
            ObjectType type,
            Grade grade,
            ObjectState state,
            MonitoredObject.Entry nationalEntry,
            List<String> risks,
            BigDecimal perCapita,
            BigDecimal line,
            LocalDate includedOn,
            UUID removalId,
            LocalDate removedOn,
            RemovalMethod method,
            long version,
            Written recorded,
            Written changed) {}

    /** @param endedOn null: still monitored @param voided ended because it had been a mistake */
    public record EpisodeView(
            int episode,
            ObjectType type,
            LocalDate includedOn,
            LocalDate endedOn,
            RemovalMethod method,
            NaturalReason naturalReason,
            boolean voided) {}

    /** A household with all its episodes. */
    public record Detail(@JsonUnwrapped View object, List<EpisodeView> episodes) {}

    /** What a list is narrowed to; null: not. */
    record Filter(ObjectType type, ObjectState state, Grade grade, String risk) {}

    private static final String COLUMNS = """
        household, area_code, episode, case_id, type, grade, state, entry, risks, per_capita, line, included_on, removal_id, removed_on,
        method, version\
        """ + Written.columns("object", "monitored_object.household");

    private final Journal journal;

    ObjectViews(Journal journal) {
        this.journal = journal;
    }

    public Uni<Optional<View>> find(StatelessSession session, UUID household) {
        return Sql.rows(session, "select " + COLUMNS + " from monitored_object where household = $1", household)
                .map(rows -> rows.stream().findFirst().map(ObjectViews::view));
    }

    Uni<Optional<Detail>> detail(UUID household, String scope) {
        return journal.read(session -> find(session, household)
                .map(found -> found.filter(view -> view.areaCode().startsWith(scope)))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Detail>empty())
                        : episodes(session, household).map(all -> Optional.of(new Detail(found.get(), all)))));
    }

    private static Uni<List<EpisodeView>> episodes(StatelessSession session, UUID household) {
        return Sql.rows(session, """
            select episode, type, included_on, ended_on, method, natural_reason, voided from object_episode where household = $1
            order by episode
            """, household).map(rows -> rows.stream()
                .map(r -> new EpisodeView(
                        (Integer) r[0],
                        type(r[1]),
                        (LocalDate) r[2],
                        (LocalDate) r[3],
                        r[4] == null ? null : RemovalMethod.valueOf((String) r[4]),
                        r[5] == null ? null : NaturalReason.valueOf((String) r[5]),
                        (Boolean) r[6]))
                .toList());
    }

    /** In the order of household ids. @param scope the area that is asked for @param own what the caller reaches */
    Uni<List<View>> list(String scope, String own, Filter filter, UUID after, int limit) {
        return journal.read(session -> Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        "select " + COLUMNS + " from monitored_object where " + extent.where("") + """
                             and ($2::text is null or type = $2::text)
                            and ($3::text is null or state = $3::text) and ($4::text is null or grade = $4::text)
                            and ($5::text is null or $5::text = any(string_to_array(risks, ','))) and ($6::uuid is null or household > $6::uuid)
                            order by household limit $7
                            """,
                        scope,
                        name(filter.type()),
                        name(filter.state()),
                        name(filter.grade()),
                        filter.risk(),
                        after,
                        limit))
                .map(rows -> rows.stream().map(ObjectViews::view).toList()));
    }

    /** Under monitoring and not on the way out, in the order of household ids. */
    public Uni<List<View>> active(StatelessSession session, String scope, UUID after, int limit) {
        return Sql.rows(session, "select " + COLUMNS + """
             from monitored_object where area_code like $1 || '%' and state = 'ACTIVE' and ($2::uuid is null or household > $2::uuid)
            order by household limit $3
            """, scope, after, limit)
                .map(rows -> rows.stream().map(ObjectViews::view).toList());
    }

    private static ObjectType type(Object value) {
        return value == null ? null : ObjectType.valueOf((String) value);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static View view(Object[] r) {
        var risks = (String) r[8];
        return new View(
                (UUID) r[0],
                (String) r[1],
                (Integer) r[2],
                (UUID) r[3],
                type(r[4]),
                r[5] == null ? null : Grade.valueOf((String) r[5]),
                ObjectState.valueOf((String) r[6]),
                MonitoredObject.Entry.valueOf((String) r[7]),
                risks.isEmpty() ? List.of() : List.of(risks.split(",")),
                Yuan.of(r[9]),
                Yuan.of(r[10]),
                (LocalDate) r[11],
                (UUID) r[12],
                (LocalDate) r[13],
                r[14] == null ? null : RemovalMethod.valueOf((String) r[14]),
                (Long) r[15],
                Written.recorded(r),
                Written.changed(r));
    }
}
