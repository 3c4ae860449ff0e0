package org.shouwang.monitoring.object;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** Which households a village had under monitoring at the end of a day, for what it owes to all of them together. */
@Singleton
public class VillageObjects {

    /**
     * Households of the three types whose episode was open and who lived in the village, in the order of ids. Those that were merely
     * coloured are not among them.
     */
    public Uni<List<UUID>> on(StatelessSession session, String areaCode, LocalDate day) {
        return Sql.rows(session, """
                        select distinct e.household from object_episode e
                        join duty_object place on place.household = e.household and place.from_on <= $2
                          and (place.until is null or place.until > $2)
                        where place.area_code = $1 and e.type is not null and e.included_on <= $2 and (e.ended_on is null or e.ended_on > $2)
                        order by e.household
                        """, areaCode, day)
                .map(rows -> rows.stream().map(r -> (UUID) r[0]).toList());
    }
}
