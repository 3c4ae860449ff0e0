package org.shouwang.household.area;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;

/** All areas, block by block. */
@Singleton
public class Areas extends Streams<AreaCommand, AreaBlock, AreaEvent> {

    Areas(Journal journal, @All List<Projection<AreaEvent>> projections) {
        super(journal, "area", new AreaDecider(), new EventCatalog<>(AreaEvent.class), projections);
    }

    /** The stream in which an area lies. */
    static UUID stream(String code) {
        return UUID.nameUUIDFromBytes(("area:" + AreaBlock.key(code)).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    protected String area(AreaBlock block) {
        return block.key() == null
                ? null
                : block.key() + "0".repeat(12 - block.key().length());
    }

    /** A single area, whose parent has to be there before it and must not have ended. */
    Uni<Outcome> define(String code, AreaCommand.Register command, Cause cause, OptionalLong expected) {
        return handle(
                stream(code),
                session -> parentStands(session, code, command.validFrom()).replaceWith(command),
                cause,
                expected);
    }

    /** An area in the place of another is there on the day after it, stays, is of the same level, and is the actor's too. */
    Uni<Outcome> replace(AreaCommand.Replace command, Cause cause, OptionalLong expected) {
        return handle(
                stream(command.code()),
                session -> successorStands(session, command, cause.actor())
                        .chain(() -> partsEnded(session, command.code(), command.validTo()))
                        .replaceWith(command),
                cause,
                expected);
    }

    /** Nobody may be left behind in an area that ends without another in its place. */
    Uni<Outcome> close(AreaCommand.Close command, Cause cause, OptionalLong expected) {
        return handle(
                stream(command.code()),
                session -> partsEnded(session, command.code(), command.validTo())
                        .chain(() -> empty(session, command))
                        .replaceWith(command),
                cause,
                expected);
    }

    private static Uni<Void> successorStands(StatelessSession session, AreaCommand.Replace command, Actor actor) {
        var by = command.replacedBy();
        if (AreaLevel.of(by) != AreaLevel.of(command.code()))
            return Uni.createFrom().failure(new Refused(AreaBlock.Refusal.SUCCESSOR_LEVEL, by));
        if (by.equals(command.code())) return Uni.createFrom().voidItem();
        if (!actor.reaches(by)) return Uni.createFrom().failure(new Refused(Refusal.AREA_OUT_OF_SCOPE, by));
        return Sql.rows(session, "select valid_to, valid_from from area where code = $1", by)
                .map(rows -> {
                    if (rows.isEmpty() || rows.getFirst()[0] != null)
                        throw new Refused(AreaBlock.Refusal.SUCCESSOR_UNKNOWN, by);
                    var from = (LocalDate) rows.getFirst()[1];
                    if (from.isAfter(command.validTo().plusDays(1)))
                        throw new Refused(AreaBlock.Refusal.DATE_OUT_OF_ORDER, by, from.toString());
                    return null;
                });
    }

    /** The villages of a town end before it or with it, each with its households: no code tells which new village is whose. */
    private static Uni<Void> partsEnded(StatelessSession session, String code, LocalDate validTo) {
        if (AreaLevel.of(code).compareTo(AreaLevel.VILLAGE) >= 0)
            return Uni.createFrom().voidItem();
        return Sql.rows(
                        session,
                        "select count(*) from area where parent = $1 and (valid_to is null or valid_to > $2)",
                        code,
                        validTo)
                .map(rows -> {
                    var left = (Long) rows.getFirst()[0];
                    if (left > 0) throw new Refused(AreaBlock.Refusal.AREA_HAS_PARTS, Long.toString(left));
                    return null;
                });
    }

    private static Uni<Void> empty(StatelessSession session, AreaCommand.Close command) {
        return Sql.rows(
                        session,
                        "select count(*) from household_overview where area_code = left($1, 12) and state = 'ACTIVE' and %s = $1"
                                .formatted(
                                        switch (AreaLevel.of(command.code())) {
                                            case GROUP -> "group_code";
                                            case GRID -> "grid_code";
                                            case PROVINCE, CITY, COUNTY, TOWNSHIP, VILLAGE -> "area_code";
                                        }),
                        command.code())
                .map(rows -> {
                    var left = (Long) rows.getFirst()[0];
                    if (left > 0) throw new Refused(AreaBlock.Refusal.AREA_INHABITED, Long.toString(left));
                    return null;
                });
    }

    /** A new area begins no later than the last day of the one above it; one that is known is renamed whatever became of that. */
    private static Uni<Void> parentStands(StatelessSession session, String code, LocalDate from) {
        var parent = AreaLevel.parent(code);
        if (parent == null) return Uni.createFrom().voidItem();
        return Sql.rows(
                        session,
                        "select valid_to, exists (select 1 from area where code = $2) from area where code = $1",
                        parent,
                        code)
                .map(rows -> {
                    if (rows.isEmpty()) throw new Refused(AreaBlock.Refusal.AREA_PARENT_UNKNOWN, parent);
                    var to = (LocalDate) rows.getFirst()[0];
                    if (to != null && to.isBefore(from) && !(Boolean) rows.getFirst()[1])
                        throw new Refused(AreaBlock.Refusal.AREA_ENDED, parent, to.toString());
                    return null;
                });
    }
}
