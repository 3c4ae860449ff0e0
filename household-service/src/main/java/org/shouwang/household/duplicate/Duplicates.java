package org.shouwang.household.duplicate;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.duplicate.Duplicate.Known;
import org.shouwang.household.duplicate.DuplicateCommand.Detect;
import org.shouwang.household.registry.DuplicateWatch;

/** Members whose number somebody else tried to register: a stream for each, about the household that holds it. */
@Singleton
public class Duplicates extends Streams<DuplicateCommand, Duplicate, DuplicateEvent> implements DuplicateWatch {

    Duplicates(Journal journal, @All List<Projection<DuplicateEvent>> projections) {
        super(journal, "duplicate", new DuplicateDecider(), new EventCatalog<>(DuplicateEvent.class), projections);
    }

    static UUID id(UUID member) {
        return UUID.nameUUIDFromBytes(("duplicate/" + member).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(Duplicate state) {
        return state instanceof Known known ? known.areaCode() : null;
    }

    @Override
    protected UUID subject(UUID stream, Duplicate state) {
        return state instanceof Known known ? known.detected().householdId() : stream;
    }

    /** By the system, today: who asked may not reach the village that is told. */
    @Override
    public Uni<Void> asked(List<Holder> holders, Cause cause) {
        var today = LocalDate.ofInstant(cause.recordedAt(), ZONE);
        var told = new Cause(
                Actor.system("DuplicateWatch"),
                today,
                cause.recordedAt(),
                cause.correlation(),
                cause.causation(),
                null);
        var county = county(cause.actor().area());
        return Projection.each(
                holders,
                holder -> handle(
                        id(holder.member()),
                        new Detect(holder.household(), holder.member(), holder.areaCode(), county, today),
                        told,
                        OptionalLong.empty()));
    }

    /** Of the area of who asked; an area above a county, and none, as it is. */
    private static String county(String area) {
        return area.length() < 12 ? area : area.substring(0, 6) + "000000";
    }
}
