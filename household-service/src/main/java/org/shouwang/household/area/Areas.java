package org.shouwang.household.area;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
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

    /** A single area, whose parent has to be there before it. */
    Uni<Outcome> define(String code, AreaCommand.Register command, Cause cause, OptionalLong expected) {
        return handle(stream(code), session -> parentKnown(session, code).replaceWith(command), cause, expected);
    }

    private static Uni<Void> parentKnown(StatelessSession session, String code) {
        var parent = AreaLevel.parent(code);
        if (parent == null) return Uni.createFrom().voidItem();
        return Sql.rows(session, "select 1 from area where code = $1", parent).map(rows -> {
            if (rows.isEmpty()) throw new Refused(AreaBlock.Refusal.AREA_PARENT_UNKNOWN, parent);
            return null;
        });
    }
}
