package org.shouwang.monitoring.meeting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.meeting.MeetingEvent.*;

/** One row per village and week or month. */
@Singleton
class MeetingTable implements Projection<MeetingEvent> {

    @Override
    public List<String> tables() {
        return List.of("judgement_meeting");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<MeetingEvent>> events) {
        return Projection.each(
                events,
                recorded -> apply(session, recorded.event(), recorded.envelope().version()));
    }

    private static Uni<Integer> apply(StatelessSession session, MeetingEvent event, long version) {
        return switch (event) {
            case JudgementMeetingHeld e ->
                Sql.update(
                        session,
                        """
                        insert into judgement_meeting (area_code, period, missed, minutes, households, items, documents, version)
                        values ($1, $2, false, $3, $4, $5, $6, $7)
                        on conflict (area_code, period) do update set missed = false, minutes = $3, households = $4, items = $5, documents = $6,
                          version = $7
                        """,
                        e.areaCode(),
                        e.period(),
                        JsonText.write(e.minutes()),
                        e.items().size(),
                        JsonText.write(e.items()),
                        JsonText.write(e.documents()),
                        version);
            case WeeklyMeetingMissed e -> missed(session, e.areaCode(), e.week(), version);
            case MonthlyMeetingMissed e -> missed(session, e.areaCode(), e.month(), version);
        };
    }

    private static Uni<Integer> missed(StatelessSession session, String areaCode, String period, long version) {
        return Sql.update(session, """
                insert into judgement_meeting (area_code, period, missed, households, items, documents, version)
                values ($1, $2, true, 0, '[]', '[]', $3)
                """, areaCode, period, version);
    }
}
