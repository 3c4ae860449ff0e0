package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.meeting.MeetingEvent;
import org.shouwang.monitoring.meeting.MeetingEvent.*;

/** Weeks and months of a village that are settled: a judgement meeting was held, or its absence noted. */
@Singleton
class MeetingDuties implements Projection<MeetingEvent> {

    @Override
    public List<String> tables() {
        return List.of("duty_meeting");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID id, List<Recorded<MeetingEvent>> events) {
        return Projection.each(events, recorded -> switch (recorded.event()) {
            case JudgementMeetingHeld e -> settled(session, e.areaCode(), e.period(), recorded);
            case WeeklyMeetingMissed e -> settled(session, e.areaCode(), e.week(), recorded);
            case MonthlyMeetingMissed e -> settled(session, e.areaCode(), e.month(), recorded);
        });
    }

    private static Uni<Integer> settled(
            StatelessSession session, String areaCode, String period, Recorded<?> recorded) {
        return Sql.update(session, """
                insert into duty_meeting (area_code, period, settled_on) values ($1, $2, $3)
                on conflict (area_code, period) do update set settled_on = least(duty_meeting.settled_on, $3)
                """, areaCode, period, recorded.envelope().occurredOn());
    }
}
