package org.shouwang.household.staff;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;

/** What users are called, a stream for each. The other services know them by their ids only. */
@Singleton
public class StaffNames extends Streams<StaffCommand, Staff, StaffEvent> {

    /** A user's name in a query over {@code %s}: the one on record, else that of the grid member. */
    private static final String NAME = """
            coalesce((select s.name from staff s where s.user_id = %1$s),
              (select g.name from grid_member g where g.user_id = %1$s order by g.from_on desc, g.grid limit 1))""";

    StaffNames(Journal journal, @All List<Projection<StaffEvent>> projections) {
        super(journal, "staff", new StaffDecider(), new EventCatalog<>(StaffEvent.class), projections);
    }

    static UUID stream(String user) {
        return UUID.nameUUIDFromBytes(("staff/" + user).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(Staff state) {
        return state.named() == null ? null : state.named().areaCode();
    }

    /** SQL of what to write for a user id on paper: the name, or the id where nobody wrote the name down. @param column of the id; may be null */
    public static String written(String column) {
        return "coalesce(" + NAME.formatted(column) + ", " + column + ")";
    }

    /** Names by user id; who has none is not in the map. */
    public static Uni<Map<String, String>> of(StatelessSession session, Collection<String> users) {
        if (users.isEmpty()) return Uni.createFrom().item(Map.of());
        return Sql.rows(
                        session,
                        "select u.id, " + NAME.formatted("u.id") + " from unnest($1::text[]) as u (id)",
                        (Object) users.toArray(String[]::new))
                .map(rows -> rows.stream().filter(r -> r[1] != null).collect(Collectors.toMap(r -> (String) r[0], r ->
                        (String) r[1])));
    }
}
