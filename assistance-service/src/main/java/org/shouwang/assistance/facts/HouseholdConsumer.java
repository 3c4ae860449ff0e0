package org.shouwang.assistance.facts;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.facts.KnownHouseholds.MemberFacts;
import org.shouwang.eventsourcing.inbox.Consumer;

/**
 * Keeps in mind, of every household, what the rules of help look at. Comes before who acts on the same event, so that whoever sees a plan
 * that follows from it finds it known.
 */
@Priority(10)
@Singleton
public class HouseholdConsumer extends Consumer {

    record HouseholdRegistered(String areaCode, List<MemberFacts> members) {}

    record MemberAdded(MemberFacts member) {}

    record MemberUpdated(UUID memberId, MemberFacts member) {}

    record MemberRemoved(UUID memberId, LocalDate on) {}

    record HouseholdMoved(String toArea, LocalDate on) {}

    record SecurityTagGranted(String tag, List<UUID> memberIds, LocalDate from) {}

    record SecurityTagEnded(String tag, List<UUID> memberIds, LocalDate to) {}

    HouseholdConsumer(KnownHouseholds known) {
        super("household.events");
        on(
                "HouseholdRegistered",
                HouseholdRegistered.class,
                (session, e, envelope) ->
                        known.registered(session, envelope.stream(), e.areaCode(), list(e.members())));
        on(
                "MemberAdded",
                MemberAdded.class,
                (session, e, envelope) -> known.member(session, envelope.stream(), e.member()));
        on(
                "MemberUpdated",
                MemberUpdated.class,
                (session, e, envelope) -> known.member(session, envelope.stream(), e.member()));
        on(
                "MemberRemoved",
                MemberRemoved.class,
                (session, e, envelope) -> known.left(session, envelope.stream(), e.memberId(), e.on()));
        on(
                "HouseholdMoved",
                HouseholdMoved.class,
                (session, e, envelope) -> known.moved(session, envelope.stream(), e.toArea(), e.on()));
        on(
                "SecurityTagGranted",
                SecurityTagGranted.class,
                (session, e, envelope) ->
                        known.granted(session, envelope.stream(), e.tag(), list(e.memberIds()), e.from()));
        on(
                "SecurityTagEnded",
                SecurityTagEnded.class,
                (session, e, envelope) ->
                        known.ended(session, envelope.stream(), e.tag(), list(e.memberIds()), e.to()));
    }

    @Override
    public List<String> tables() {
        return List.of("known_household", "known_member", "known_tag");
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
