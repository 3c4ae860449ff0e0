package org.shouwang.monitoring.meeting;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.meeting.MeetingCommand.Hold;
import org.shouwang.monitoring.object.VillageObjects;
import org.shouwang.monitoring.policy.Policies;

/** The judgement meetings of all villages, one stream per village and week or month, so that each has one meeting only. */
@Singleton
public class Meetings extends Streams<MeetingCommand, JudgementMeeting, MeetingEvent> {

    /** Minutes as they were handed in. */
    record Call(
            String areaCode,
            MeetingPeriod period,
            Minutes minutes,
            List<JudgementItem> items,
            List<DocumentRef> documents) {}

    private final Journal journal;
    private final Policies policies;
    private final VillageObjects objects;

    Meetings(
            Journal journal,
            @All List<Projection<MeetingEvent>> projections,
            Policies policies,
            VillageObjects objects) {
        super(journal, "meeting", new MeetingDecider(), new EventCatalog<>(MeetingEvent.class), projections);
        this.journal = journal;
        this.policies = policies;
        this.objects = objects;
    }

    public static UUID stream(String areaCode, MeetingPeriod period) {
        return UUID.nameUUIDFromBytes(("meeting/" + areaCode + "/" + period).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(JudgementMeeting state) {
        return switch (state) {
            case JudgementMeeting.Expected _ -> null;
            case JudgementMeeting.Missed s -> s.areaCode();
            case JudgementMeeting.Held s -> s.held().areaCode();
        };
    }

    /** Held against the policy of its day and the households that were monitored on it. */
    Uni<Outcome> hold(Call call, Cause cause, OptionalLong expected) {
        var heldOn = call.minutes().heldOn();
        var day = heldOn == null ? call.period().first() : heldOn;
        Function<StatelessSession, Uni<Outcome>> work = session -> policies.inForce(session, call.areaCode(), day)
                .chain(terms -> objects.on(session, call.areaCode(), day)
                        .map(monitored -> new Hold(
                                call.areaCode(),
                                call.period(),
                                call.minutes(),
                                call.items(),
                                call.documents(),
                                monitored,
                                terms.monitoring().meetings(),
                                terms.monitoring().shortestSituation()))
                        .chain(command -> handle(
                                session,
                                stream(call.areaCode(), call.period()),
                                command,
                                cause.under(terms.ref()),
                                expected)));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }
}
